// What a place has on each day: exceptions before holidays before regular hours. Twin of Kernel/Calendar/{Rule,Days,Timeline}.cs.
import type { Bytes } from "../read/bytes";
import { DAY } from "./days";
import { day, FIRST_DAY, Recurrence } from "./recurrence";

export const enum State { Closed, Unknown, Open }
const enum OnHolidays { Unknown, Open, Closed }
const enum Exception { Unknown, Open, Closed }

/** Of each holiday whether it holds everywhere. */
export type Holidays = Map<number, boolean>;

/** Minutes of the day on which it begins; the end may lie on the next one. */
export interface Piece {
  start: number;
  end: number;
  state: State;
  /** Not known, and only since it is a holiday. */
  isHoliday?: boolean;
}

const ALL_DAY = { start: 0, end: DAY };

class Rule {
  private readonly from: number | undefined;
  private readonly to: number | undefined;
  readonly piece: Piece;
  private readonly recurrence: Recurrence | undefined;

  constructor(bytes: Bytes) {
    const flags = bytes.number();
    this.from = day(bytes, (flags & 1) !== 0);
    this.to = day(bytes, (flags & 2) !== 0);
    this.piece = { start: bytes.number(), end: bytes.number(), state: flags & 4 ? State.Open : State.Unknown };
    if (flags & 8) this.recurrence = new Recurrence(bytes);
  }

  isValidOn(date: number): boolean {
    return !(date < (this.from ?? date)) && !(date > (this.to ?? date));
  }

  occurs(date: number): boolean {
    return !this.recurrence || this.recurrence.occurs(date);
  }
}

export class Schedule {
  private readonly isAlways: boolean;
  private readonly onHolidays: OnHolidays;
  private readonly rules: Rule[] = [];
  private readonly exceptions = new Map<number, { kind: Exception; piece: Piece }[]>();

  constructor(bytes: Bytes) {
    const flags = bytes.number();
    this.isAlways = (flags & 1) !== 0;
    this.onHolidays = flags >> 1;
    for (let left = bytes.count(); left > 0; left--) this.rules.push(new Rule(bytes));
    for (let left = bytes.count(); left > 0; left--) {
      const date = bytes.signed() + FIRST_DAY;
      const kind: Exception = bytes.number();
      const piece = kind === Exception.Closed ? { ...ALL_DAY, state: State.Unknown } : { start: bytes.number(), end: bytes.number(), state: kind === Exception.Open ? State.Open : State.Unknown };
      this.exceptions.set(date, [...(this.exceptions.get(date) ?? []), { kind, piece }]);
    }
  }

  /** The best state that a piece of yesterday or of today says at this minute on the wall. */
  stateAt(wall: number, holidays: Holidays): State {
    const today = Math.floor(wall / DAY);
    const minute = wall - today * DAY;
    return Math.max(this.said(today - 1, minute + DAY, holidays), this.said(today, minute, holidays));
  }

  /** What begins on this day. */
  pieces(date: number, holidays: Holidays): Piece[] {
    const exceptions = this.exceptions.get(date);
    if (exceptions) return exceptionsOf(exceptions);
    const heeds = this.onHolidays === OnHolidays.Closed || (this.onHolidays === OnHolidays.Unknown && !this.isAlways);
    const everywhere = heeds ? holidays.get(date) : undefined;
    if (everywhere && this.onHolidays === OnHolidays.Closed) return [];
    const regular = this.regular(date);
    return everywhere === undefined ? regular : regular.map((piece) => (piece.state === State.Open ? { ...piece, state: State.Unknown, isHoliday: true } : piece));
  }

  private said(date: number, minute: number, holidays: Holidays): State {
    return best(this.pieces(date, holidays), minute);
  }

  private regular(date: number): Piece[] {
    if (this.isAlways) return [{ ...ALL_DAY, state: State.Open }];
    const valid = this.rules.filter((rule) => rule.isValidOn(date));
    return valid.length === 0 ? [{ ...ALL_DAY, state: State.Unknown }] : valid.filter((rule) => rule.occurs(date)).map((rule) => rule.piece);
  }
}

function exceptionsOf(today: { kind: Exception; piece: Piece }[]): Piece[] {
  const closed = today.filter((one) => one.kind === Exception.Closed);
  if (closed.length === today.length) return [];
  return closed.length > 0 ? [closed[0]!.piece] : today.map((one) => one.piece);
}

function best(pieces: Piece[], minute: number): State {
  let state: State = State.Closed;
  for (const piece of pieces) if (piece.start <= minute && minute < piece.end && piece.state > state) state = piece.state;
  return state;
}
