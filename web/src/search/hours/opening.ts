// Open until when, and when next: the wall clock is followed from boundary to boundary. Twin of Kernel/Calendar/Timeline.cs.
import { DAY } from "./days";
import { State, type Holidays, type Piece, type Schedule } from "./schedule";
import type { Zone } from "./zone";

const LOOK_AHEAD = 400 * DAY;
const MORNING = 360;

export interface Opening {
  state: State;
  /** Not known, since it is a holiday. */
  isHoliday: boolean;
  /** Where open: the minute on the wall at which that is no longer known; null where none is in sight. */
  until: number | null;
  /** Where closed: the minute on the wall at which it opens; null where none is known. */
  opensNext: number | null;
  /** Open without a break until 06:00 of the coming morning at least. */
  allNight: boolean;
}

export const UNKNOWN: Opening = { state: State.Unknown, isHoliday: false, until: null, opensNext: null, allNight: false };

export function openingAt(minute: number, schedule: Schedule, zone: Zone, holidays: Holidays): Opening {
  const days = new Days(schedule, holidays);
  const wall = zone.wall(minute);
  const { state, isHoliday } = days.at(wall);
  const next = (isMet: (state: State) => boolean): number | null => {
    for (let at = days.boundary(wall); at <= wall + LOOK_AHEAD; at = days.boundary(at)) {
      if (!isMet(days.at(at).state)) continue;
      // A boundary that the clock skips is met at the end of the gap, where it may be over again.
      at = zone.wall(zone.minuteOf(at));
      if (isMet(days.at(at).state)) return at;
    }
    return null;
  };
  if (state === State.Unknown) return { ...UNKNOWN, isHoliday };
  if (state === State.Closed) return { ...UNKNOWN, state, opensNext: next((then) => then === State.Open) };
  const until = next((then) => then !== State.Open);
  const morning = Math.floor((wall + DAY - MORNING) / DAY) * DAY + MORNING;
  return { ...UNKNOWN, state, until, allNight: until === null || zone.minuteOf(until) >= zone.minuteOf(morning) };
}

/** Yesterday and today, laid out side by side. */
class Days {
  private day = NaN;
  private pieces: Piece[] = [];

  constructor(private readonly schedule: Schedule, private readonly holidays: Holidays) {}

  at(wall: number): { state: State; isHoliday: boolean } {
    this.layOut(wall);
    let unknown: Piece | undefined;
    for (const piece of this.pieces) {
      if (piece.start > wall || wall >= piece.end) continue;
      if (piece.state === State.Open) return { state: State.Open, isHoliday: false };
      unknown ??= piece;
    }
    return { state: unknown ? State.Unknown : State.Closed, isHoliday: unknown?.isHoliday ?? false };
  }

  boundary(wall: number): number {
    this.layOut(wall);
    let next = (this.day + 1) * DAY;
    for (const { start, end } of this.pieces) {
      if (start > wall && start < next) next = start;
      if (end > wall && end < next) next = end;
    }
    return next;
  }

  private layOut(wall: number): void {
    const day = Math.floor(wall / DAY);
    if (day === this.day) return;
    this.day = day;
    this.pieces = [day - 1, day].flatMap((date) => this.schedule.pieces(date, this.holidays).map((piece) => ({ ...piece, start: piece.start + date * DAY, end: piece.end + date * DAY })));
  }
}
