// The clock of a zone over the years of the tables. Twin of Kernel/Calendar/WallClock.cs.
import type { Bytes } from "../read/bytes";
import { UNIX_MINUTES } from "./days";

export class Zone {
  private readonly offset: number;
  private readonly changes: { at: number; before: number; offset: number }[] = [];

  constructor(bytes: Bytes, first: number) {
    this.offset = bytes.signed();
    let [at, before] = [first, this.offset];
    for (let left = bytes.count(); left > 0; left--) {
      at += bytes.number();
      const offset = bytes.signed();
      this.changes.push({ at, before, offset });
      before = offset;
    }
  }

  /** Minutes on the wall. Of an hour that comes twice the second time is its last minute: nothing opens or closes again in it. */
  wall(minute: number): number {
    let offset = this.offset;
    for (const change of this.changes) {
      if (change.at > minute) break;
      if (minute < change.at + change.before - change.offset) return UNIX_MINUTES + change.at + change.before - 1;
      offset = change.offset;
    }
    return UNIX_MINUTES + minute + offset;
  }

  /** Minutes as a clock there shows them, also in an hour that comes twice. */
  local(minute: number): number {
    let offset = this.offset;
    for (const change of this.changes) if (change.at <= minute) offset = change.offset;
    return UNIX_MINUTES + minute + offset;
  }

  /** The first minute (since 1970) at which the wall shows so much or more: one that is skipped is met at the end of the gap. */
  minuteOf(wall: number): number {
    let [from, offset] = [-Infinity, this.offset];
    for (const change of this.changes) {
      const minute = Math.max(from, wall - UNIX_MINUTES - offset);
      if (minute < change.at) return minute;
      [from, offset] = [change.at, change.offset];
    }
    return Math.max(from, wall - UNIX_MINUTES - offset);
  }
}
