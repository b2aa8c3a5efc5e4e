// Whether each of the hours of a file is open now. Twin of Publication/Search/Indexing/Hours.cs and Kernel/Calendar/WallClock.cs;
// the clocks and the holidays are those of the file, since a browser's own depend on its age.
import { known, type Bytes } from "../read/bytes";
import { openingAt, UNKNOWN, type Opening } from "./opening";
import { Schedule, State, type Holidays } from "./schedule";
import { Zone } from "./zone";

/** Best first; the numbers are compared. */
export const enum Door { Open, Soon, Unknown, Closed }

const SOON_MINUTES = 120;

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
  private openings: (Opening | undefined)[] = [];

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
    this.turnTo(minute);
    return (this.doors[hours] ??= this.door(hours, minute));
  }

  /** The same in the words of a page: until when, and when next. */
  opening(hours: number, minute: number): Opening {
    this.turnTo(minute);
    if (minute < this.first || minute >= this.until) return UNKNOWN;
    const { schedule, zone, holidays } = this.all[hours]!;
    return (this.openings[hours] ??= openingAt(minute, schedule, zone, holidays));
  }

  /** The clock of these hours; undefined for those that nobody knows. */
  zone(hours: number): Zone | undefined {
    return hours === 0 ? undefined : this.all[hours]?.zone;
  }

  private turnTo(minute: number): void {
    if (minute !== this.minute) [this.minute, this.doors, this.openings] = [minute, [], []];
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
