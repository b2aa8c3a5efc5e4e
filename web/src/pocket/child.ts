// A child alone: one page, which asks nothing and sends to child protection and to nobody else. Twin of Public/Danger/Child.cshtml(.cs).
import type { Shelf } from "./held/shelf";
import type { Numbers } from "./numbers";
import { Card, cards } from "./say/card";

const SHOWN = 5;
const FIRST = ["children", "emergency"];
const KIND = "child_protection";
/** The last of the page, where there is any. */
const PROTECTION = /<h2>[^<]*<\/h2>\s*<ul class="cards">[\s\S]*?<\/ul>/;

/** @param held undefined where no pack holds this country. */
export function child(main: string, country: string, numbers: Numbers, held: Shelf | undefined, elsewhere: string, now: number): string {
  return numbers.into(main.replace(PROTECTION, ""), FIRST, false) + (held ? protection(held, country, now) : elsewhere);
}

function protection(shelf: Shelf, country: string, now: number): string {
  const { texts, search, entries } = shelf;
  const found = search.search({ language: texts.language, kinds: [KIND], country, now, take: SHOWN });
  const some = found.hits.map((hit) => entries[hit.entry]!).filter((entry) => !entry.isGone(now)).map((entry) => new Card(entry, shelf, now));
  return some.length > 0 ? `<h2>${texts.html(`places.kind.${KIND}`)}</h2>${cards(some, found.from)}` : "";
}
