// What may be said of an entry at this moment. Twin of Public/Centres/Show/PlaceState.cs and Kernel/Freshness.cs.
import { State as Door } from "../../search/hours/schedule";
import type { Opening } from "../../search/search";
import type { Entry, Live } from "../held/entry";
import { dayOf } from "./dates";

/** Where "full" would tell a pursuer that somebody is inside, or turn away a child, it is never said. */
const NEVER_FULL = ["women", "lgbti", "child_protection", "trafficking_hotline", "care_after_sexual_violence"];

export type Fresh = "never" | "assured" | "due" | "stale" | "withdrawn";

/** What the time of the pack and the clock of the device allow. */
export interface May {
  /** "Open now" and "full tonight": never out of a pack whose time is over, nor by a clock that is surely wrong. */
  sayNow: boolean;
  /** The week's hours: not out of a pack whose time is over. */
  sayHours: boolean;
  /** "Confirmed three days ago": not by a clock that is surely wrong. */
  sayDays: boolean;
}

/** What is asked of the index and of the clocks of the places. */
export interface Clockwork {
  opening(entry: Entry, now: number): Opening;
  /** The minute on the wall of the place. */
  local(entry: Entry, instant: number): number;
}

export interface PlaceState {
  fresh: Fresh;
  /** Null where silence, or the end of the pack, has taken the hours away. */
  opening: Opening | null;
  /** The minute on the wall. */
  fullSaid: number | null;
  mayBeClosed: boolean;
  /** Since it was assured, on the calendar of the place. */
  days: number;
  localNow: number;
  /** The minute on the wall; null where nobody ever assured it. */
  assured: number | null;
  saysHours: boolean;
  saysDays: boolean;
  how: string;
}

export const isFull = (state: PlaceState): boolean => state.fullSaid !== null;

export const isOpenAllNight = ({ opening, mayBeClosed }: PlaceState): boolean => !mayBeClosed && opening?.state === Door.Open && (opening.allNight || opening.until === null);

export function stateOf(entry: Entry, now: number, may: May, clocks: Clockwork): PlaceState {
  const { live } = entry;
  const fresh = freshOf(live, now);
  const saysHours = fresh !== "stale" && fresh !== "withdrawn";
  const localNow = clocks.local(entry, now);
  const assured = live.assured === null ? null : clocks.local(entry, live.assured);
  const isFullNow = saysHours && may.sayNow && live.fullSaid !== null && live.fullSaid <= now && now < (live.fullUntil ?? -Infinity) && !NEVER_FULL.includes(live.kind);
  return {
    fresh, localNow, assured, saysHours: saysHours && may.sayHours, saysDays: may.sayDays, mayBeClosed: live.mayBeClosed !== null, how: live.how,
    opening: saysHours && may.sayNow ? clocks.opening(entry, now) : null,
    fullSaid: isFullNow ? clocks.local(entry, live.fullSaid!) : null,
    days: assured === null ? 0 : Math.max(0, dayOf(localNow) - dayOf(assured)),
  };
}

function freshOf({ assured, due, stale, withdrawn }: Live, now: number): Fresh {
  if (assured === null) return "never";
  const isPast = (at: number | null): boolean => at !== null && now >= at;
  return isPast(withdrawn) ? "withdrawn" : isPast(stale) ? "stale" : isPast(due) ? "due" : "assured";
}
