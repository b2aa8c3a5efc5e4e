// Days as numbers since 0001-01-01, a Monday, as .NET counts them.
export const DAY = 1440;
const UNIX_DAY = 719_162;
const MILLISECONDS = 86_400_000;

/** Minutes from 0001-01-01 to 1970. */
export const UNIX_MINUTES = UNIX_DAY * DAY;

export interface CalendarDay {
  year: number;
  /** From 1. */
  month: number;
  day: number;
}

export function calendarDay(number: number): CalendarDay {
  const date = new Date((number - UNIX_DAY) * MILLISECONDS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const dayNumber = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / MILLISECONDS + UNIX_DAY;

/** 0 is Sunday. */
export const weekday = (number: number): number => (number + 1) % 7;

export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const startOfWeek = (number: number, first: number): number => number - ((weekday(number) - first + 7) % 7);

/** Weeks of the year as RFC 5545 counts them: the number, and how many its year has. */
export function weekOf(number: number, first: number): [number, number] {
  const start = startOfWeek(number, first);
  const { year } = calendarDay(start + 3);
  const firstWeek = (of: number): number => startOfWeek(dayNumber(of, 1, 4), first);
  const begin = firstWeek(year);
  return [(start - begin) / 7 + 1, (firstWeek(year + 1) - begin) / 7];
}
