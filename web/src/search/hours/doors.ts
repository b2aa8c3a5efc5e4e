// Whether each of the hours of a file is open now. Twin of Publication/Search/Indexing/Hours.cs and Kernel/Calendar/WallClock.cs;
// the clocks and the holidays are those of the file, since a browser's own depend on its age.
import { known, type Bytes } from "../read/bytes";
import { UNIX_MINUTES } from "./days";
import { Schedule, State, type Holidays } from "./schedule";

/** Best first; the numbers are compared. */
export const enum Door { Open, Soon, Unknown, Closed }

const SOON_MINUTES = 120;

class Zone {
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
}

function holidaysOf(bytes: Bytes, first: number): Holidays {
  const holidays: Holidays = new Map();
  for (let left = bytes.count(), day = first; left > 0; left--) {
    const step = bytes.number();
    day += Math.floor(step / 2);
    holidays.set(day, step % 2 === 0);
  }
  return holidays;
}

export class Doors {
  private readonly first: number;
  private readonly until: number;
  private readonly all: { schedule: Schedule; zone: Zone; holidays: Holidays }[] = [];
  private minute = -1;
  private doors: (Door | undefined)[] = [];

  constructor(bytes: Bytes) {
    [this.first, this.until] = [bytes.number(), bytes.number()];
    const firstDay = bytes.number();
    bytes.number();
    const zones: Zone[] = [];
    for (let left = bytes.count(); left > 0; left--) zones.push(new Zone(bytes, this.first));
    const holidays: Holidays[] = [];
    for (let left = bytes.count(); left > 0; left--) holidays.push(holidaysOf(bytes, firstDay));
    for (let left = bytes.count(), n = 0; left > 0; left--, n++) {
      const schedule = new Schedule(bytes);
      // Hours that nobody knows have no clock.
      this.all.push({ schedule, zone: known(zones[n === 0 ? 0 : bytes.number()]), holidays: known(holidays[n === 0 ? 0 : bytes.number()]) });
    }
  }

  get count(): number {
    return this.all.length;
  }

  at(hours: number, minute: number): Door {
    if (minute !== this.minute) [this.minute, this.doors] = [minute, []];
    return (this.doors[hours] ??= this.door(hours, minute));
  }

  private door(hours: number, minute: number): Door {
    // The tables say nothing of other years: a clock that is wrong by ten must not open a door.
    if (minute < this.first || minute + SOON_MINUTES >= this.until) return Door.Unknown;
    const { schedule, zone, holidays } = this.all[hours]!;
    const state = schedule.stateAt(zone.wall(minute), holidays);
    if (state !== State.Closed) return state === State.Open ? Door.Open : Door.Unknown;
    return schedule.stateAt(zone.wall(minute + SOON_MINUTES), holidays) === State.Open ? Door.Soon : Door.Closed;
  }
}
