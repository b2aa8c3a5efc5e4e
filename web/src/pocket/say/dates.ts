// Days and times as readers write them. Twin of Public/Layout/ReaderDates.cs. A minute is one on the wall, since 0001-01-01.
import { calendarDay, DAY, UNIX_MINUTES, weekday } from "../../search/hours/days";
import type { Texts } from "./texts";

/** Six hours behind UTC all year: most of the region, and so the clock of the footer. */
const REGION = -360;

export class Dates {
  private readonly months: string[];
  private readonly days: string[];

  constructor(texts: Texts) {
    [this.months, this.days] = [texts.of("public.months").split(" "), texts.of("public.days").split(" ")];
  }

  day(minute: number): string {
    const { year, month, day } = calendarDay(dayOf(minute));
    return `${day} ${this.months[month - 1]} ${year}`;
  }

  shortDay(minute: number): string {
    const { month, day } = calendarDay(dayOf(minute));
    return `${this.days[(weekday(dayOf(minute)) + 6) % 7]} ${day} ${this.months[month - 1]}`;
  }

  moment(milliseconds: number): string {
    const there = UNIX_MINUTES + Math.floor(milliseconds / 60_000) + REGION;
    return `${this.day(there)}, ${clock(there)} (UTC−6)`;
  }
}

export const dayOf = (minute: number): number => Math.floor(minute / DAY);

export const clock = (minute: number): string => {
  const ofDay = minute - dayOf(minute) * DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, "0")}:${String(ofDay % 60).padStart(2, "0")}`;
};
