// The state of an entry in words, for a list and a page alike. Twin of Public/Centres/Show/StateWords.cs.
import { State as Door } from "../../search/hours/schedule";
import { clock, dayOf, type Dates } from "./dates";
import type { PlaceState } from "./state";
import type { Texts } from "./texts";

const MEANS = ["visit", "call", "message", "document"];

/** Plain text. */
export interface StateWords {
  text: string;
  /** A class of the styles; the words say the same without colour. */
  tone: "" | "open" | "later" | "full";
  trust: string;
  isDoubtful: boolean;
}

export function wordsOf(state: PlaceState, texts: Texts, dates: Dates): StateWords {
  return { ...opened(state, texts, dates), ...trusted(state, texts) };
}

function opened(state: PlaceState, texts: Texts, dates: Dates): Pick<StateWords, "text" | "tone"> {
  if (state.fullSaid !== null) return { text: texts.say("public.state.full", { time: clock(state.fullSaid) }), tone: "full" };
  // Hours would send somebody to a locked door at night; two readers stood before it.
  if (state.mayBeClosed) return { text: texts.of("public.state.may_be_closed"), tone: "" };
  const { opening } = state;
  if (!opening) return { text: texts.of("public.state.call_first"), tone: "" };
  if (opening.state === Door.Unknown) return { text: texts.of(opening.isHoliday ? "public.state.holiday" : "public.state.unknown"), tone: "" };
  if (opening.state === Door.Closed) return { text: opening.opensNext === null ? texts.of("public.state.closed") : opens(state.localNow, opening.opensNext, texts, dates), tone: "later" };
  if (opening.until === null) return { text: texts.of("public.state.open_always"), tone: "open" };
  return { text: opening.allNight ? texts.of("public.state.open_all_night") : texts.say("public.state.open_until", { time: clock(opening.until) }), tone: "open" };
}

function opens(now: number, next: number, texts: Texts, dates: Dates): string {
  const [days, time] = [dayOf(next) - dayOf(now), clock(next)];
  if (days === 0 || days === 1) return texts.say(days === 0 ? "public.state.opens_today" : "public.state.opens_tomorrow", { time });
  return texts.say("public.state.opens_on", { day: dates.shortDay(next), time });
}

function trusted({ fresh, days, saysDays, how }: PlaceState, texts: Texts): Pick<StateWords, "trust" | "isDoubtful"> {
  if (fresh === "never" || !saysDays) return { trust: texts.of("public.trust.never"), isDoubtful: true };
  if (fresh !== "assured") return { trust: texts.count(fresh === "due" ? "public.trust.due" : "public.trust.stale", days), isDoubtful: true };
  const by = { how: MEANS.includes(how) ? texts.of(`public.trust.how.${how}`) : "" };
  return { trust: days === 0 ? texts.say("public.trust.today", by) : texts.count("public.trust.days", days, by), isDoubtful: false };
}
