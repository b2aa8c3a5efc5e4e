// On which days a schedule occurs. Twin of Kernel/Calendar/Recurrence.cs.
import type { Bytes } from "../read/bytes";
import { calendarDay, dayNumber, daysInMonth, startOfWeek, weekday, weekOf } from "./days";

const enum Frequency { None, Daily, Weekly, Monthly, Yearly }
const AROUND = 400;

/** Days in the file are counted from 2020-01-01. */
export const FIRST_DAY = 737_424;
export const day = (bytes: Bytes, isSaid: boolean): number | undefined => (isSaid ? bytes.signed() + FIRST_DAY : undefined);

export class Recurrence {
  private readonly start: number | undefined;
  private readonly last: number | undefined;
  private readonly saysDays: boolean;
  private readonly freq: Frequency = Frequency.None;
  private readonly interval: number = 1;
  private readonly weekStart: number = 1;
  private readonly byDay: number[] = [];
  private readonly byMonthDay: number[] = [];
  private readonly byWeekNo: number[] = [];
  private readonly byYearDay: number[] = [];

  constructor(bytes: Bytes) {
    const flags = bytes.number();
    this.start = day(bytes, (flags & 1) !== 0);
    this.last = day(bytes, (flags & 2) !== 0);
    this.saysDays = (flags & 4) !== 0;
    if (!this.saysDays) return;
    [this.freq, this.interval, this.weekStart] = [bytes.number(), bytes.number(), bytes.number()];
    this.byDay = bytes.numbers();
    [this.byMonthDay, this.byWeekNo, this.byYearDay] = [around(bytes), around(bytes), around(bytes)];
  }

  occurs(date: number): boolean {
    if (date < (this.start ?? date) || date > (this.last ?? date)) return false;
    return !this.saysDays || (this.inInterval(date) && this.onDay(date));
  }

  private onDay(date: number): boolean {
    const { year, month, day } = calendarDay(date);
    const inMonth = daysInMonth(year, month);
    if (this.byDay.length > 0 && !this.byDay.some((named) => isOn(named, date, day, inMonth))) return false;
    if (this.byMonthDay.length > 0 && !names(this.byMonthDay, day, inMonth)) return false;
    if (this.byYearDay.length > 0 && !names(this.byYearDay, date - dayNumber(year, 1, 1) + 1, dayNumber(year + 1, 1, 1) - dayNumber(year, 1, 1))) return false;
    if (this.byWeekNo.length > 0 && !names(this.byWeekNo, ...weekOf(date, this.weekStart))) return false;
    if (this.byDay.length + this.byMonthDay.length + this.byYearDay.length > 0 || this.freq === Frequency.Daily) return true;
    const start = calendarDay(this.start!);
    if (this.freq === Frequency.Weekly) return weekday(date) === weekday(this.start!);
    return day === start.day && (this.freq === Frequency.Monthly || month === start.month);
  }

  private inInterval(date: number): boolean {
    if (this.interval === 1 || this.start === undefined) return true;
    const [now, then] = [calendarDay(date), calendarDay(this.start)];
    const passed = this.freq === Frequency.Weekly ? (startOfWeek(date, this.weekStart) - startOfWeek(this.start, this.weekStart)) / 7
      : this.freq === Frequency.Monthly ? (now.year - then.year) * 12 + now.month - then.month
      : this.freq === Frequency.Yearly ? now.year - then.year
      : date - this.start;
    return passed % this.interval === 0;
  }
}

const around = (bytes: Bytes): number[] => bytes.numbers().map((number) => number - AROUND);

/** Whether a list names this number, counted from the start or (negative) from the end. */
const names = (list: number[], number: number, last: number): boolean => list.some((one) => one === number || one === number - last - 1);

function isOn(named: number, date: number, day: number, inMonth: number): boolean {
  if (weekday(date) !== named % 7) return false;
  const nth = Math.floor(named / 7) - 5;
  return nth === 0 || nth === Math.floor((day - 1) / 7) + 1 || -nth === Math.floor((inMonth - day) / 7) + 1;
}
