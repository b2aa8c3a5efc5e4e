// The wall clock of a place whose pack holds no table for it: nothing there is said to be open by it, only how many days ago something was.
import { UNIX_MINUTES } from "../../search/hours/days";
import type { Zone } from "../../search/search";

const MINUTE = 60_000;
/** Six hours behind UTC: most of the region. */
const REGION = -360;

/** The minute on the wall, since 0001-01-01. */
export function localBy(zone: Zone | undefined, name: string, instant: number): number {
  const minute = Math.floor(instant / MINUTE);
  return zone ? zone.local(minute) : UNIX_MINUTES + minute + offsetOf(name, minute);
}

function offsetOf(name: string, minute: number): number {
  try {
    const parts = new Intl.DateTimeFormat("en-US", { timeZone: name, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" }).formatToParts(minute * MINUTE);
    const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    const offset = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute")) / MINUTE - minute;
    return Number.isFinite(offset) ? offset : REGION;
  } catch {
    return REGION;
  }
}
