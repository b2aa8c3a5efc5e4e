// Whom to call and what to say, as the server drew it; the numbers of the pack, and which doors are open all night by this clock. Twin of
// Public/Danger/Danger.cshtml.cs.
import type { Shelf } from "./held/shelf";
import type { Numbers } from "./numbers";
import { Card, cards } from "./say/card";
import { isFull, isOpenAllNight } from "./say/state";

const LOOKED = 60;
const SHOWN = 3;
const FIRST = ["emergency", "police", "ambulance", "women", "children", "trafficking"];
const OPEN = /(<div id="open">)[\s\S]*?(<\/div>)/;

/** @param held undefined where no pack holds this country. */
export function danger(main: string, country: string, numbers: Numbers, held: Shelf | undefined, elsewhere: string, now: number): string {
  return numbers.into(main, FIRST, false).replace(OPEN, (_, start: string, end: string) => start + (held ? openAllNight(held, country, now) : elsewhere) + end);
}

function openAllNight(shelf: Shelf, country: string, now: number): string {
  const { texts, search, entries } = shelf;
  const found = search.search({ language: texts.language, kinds: ["shelter", "health"], country, openNow: true, now, take: LOOKED });
  const open = found.hits.map((hit) => new Card(entries[hit.entry]!, shelf, now)).filter(({ state }) => isOpenAllNight(state) && !isFull(state)).slice(0, SHOWN).filter(({ entry }) => !entry.isGone(now));
  return open.length > 0 ? cards(open, found.from) : `<p>${texts.html("public.danger.none_open")}</p>`;
}
