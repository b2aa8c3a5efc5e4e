// The page of one place. Twin of Public/Centres/Show/Show.cshtml.cs.
import { shown } from "./live";
import type { Entry } from "./held/entry";
import type { Shelf } from "./held/shelf";
import { Card, cards } from "./say/card";
import { escape } from "./say/html";
import { isFull, stateOf } from "./say/state";
import type { Signs } from "./signs";

const OTHERS = 2;
const LOOKED = 12;
const ADDRESS = /(<section [^>]*data-live="address"[^>]*><h2>[^<]*<\/h2>)[\s\S]*?(<\/section>)/;

export function centre(entry: Entry, shelf: Shelf, now: number, signs?: Signs): string {
  const card = new Card(entry, shelf, now);
  const where = entry.whereabouts(shelf.isAddressOver(now));
  const page = entry.isWithoutAddress ? withoutAddress(entry, shelf) : entry.page;
  return (signs?.row(card.drawn(null), card.words.tone) ?? "") + card.filled(shown(page, {
    hours: card.state.saysHours,
    stale: !card.state.saysHours,
    full: card.isFull,
    others: card.isFull ? others(card, shelf, now, signs) : false,
    where: where ? where.html : true,
  }));
}

// It was exact when the pack was made, and is not any more: whoever holds the phone must not read it.
function withoutAddress({ page, live }: Entry, { texts }: Shelf): string {
  return page.replace(ADDRESS, (_, start: string, end: string) => `${start}<p>${escape(live.town)}</p><p><strong>${texts.html("public.where.by_phone")}</strong></p>${end}`);
}

// "Full" never stands alone: two other places stand beside it.
function others({ entry, point }: Card, shelf: Shelf, now: number, signs?: Signs): string {
  const country = shelf.search.country(entry.line);
  const found = shelf.search.search({ language: shelf.texts.language, kinds: [entry.live.kind], country, near: point, now, take: LOOKED });
  const some = found.hits.map((hit) => shelf.entries[hit.entry]!)
    .filter((other) => other !== entry && !isFull(stateOf(other, now, shelf.may(now), shelf))).slice(0, OTHERS)
    .filter((other) => !other.isGone(now)).map((other) => new Card(other, shelf, now));
  return some.length === 0 ? "" : `<h2>${shelf.texts.html("public.full.others")}</h2>${cards(some, found.from, signs)}`;
}
