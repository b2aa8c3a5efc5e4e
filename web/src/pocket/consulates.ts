// "I am from X, I am in Y." Whoever flees her country is warned before she is answered. Twin of Public/Consulates/Consulates.cshtml(.cs).
import type { Shelf } from "./held/shelf";
import { chosen, choicesOf, formOf } from "./list/form";
import { valuesOf } from "./list/asked";
import { asylum } from "./list/view";
import { Card } from "./say/card";
import { escape } from "./say/html";

const MOST = 400;

export interface Sides {
  from: string | null;
  in: string | null;
  isWrong: boolean;
}

export function sidesOf(url: URL): Sides {
  let isWrong = false;
  const code = (name: string): string | null => {
    const said = valuesOf(url, name).find((value) => value !== "");
    if (said === undefined) return null;
    if (/^[A-Z]{2}$/.test(said)) return said;
    isWrong = true;
    return null;
  };
  const [from, there] = [code("from"), code("in")];
  return { from, in: there, isWrong };
}

export const pathOf = ({ from, in: there }: Sides): string => `/consulates${from !== null && there !== null ? `?from=${from}&in=${there}` : ""}`;

/** @param held undefined where no pack holds the country that she is in: nobody then says that there is none. */
export function consulates(frame: string, sides: Sides, shelf: Shelf, held: Shelf | undefined, elsewhere: (country: string) => string, now: number): string {
  const { texts } = shelf;
  const form = formOf(frame);
  const region = choicesOf(form, "in");
  const country = sides.in !== null && region.has(sides.in) ? `&country=${sides.in}` : "";
  return [
    `<h1>${texts.html("public.consulates.heading")}</h1>`,
    `<div class="note stop">${texts.careful("public.asylum.before_consulate")}<p>${asylum(texts, ["legal", "asylum_authority"], country)}</p></div>`,
    sides.isWrong ? `<div class="note stop" role="alert"><p><strong>${texts.html("public.wrong.country")}</strong></p></div>` : "",
    chosen(chosen(form, "from", sides.from), "in", sides.in),
    sides.isWrong || sides.from === null || sides.in === null ? "" : held ? answered(sides.from, sides.in, choicesOf(form, "from"), held, now) : elsewhere(sides.in),
  ].join("\n");
}

function answered(from: string, there: string, names: Map<string, string>, shelf: Shelf, now: number): string {
  const { texts, search, entries } = shelf;
  const named = (code: string): string => names.get(code) ?? code;
  const posts = search.search({ language: texts.language, kinds: ["consular"], country: there, now, take: MOST }).hits.map((hit) => entries[hit.entry]!)
    .filter((entry) => entry.live.nationals.includes(from) && !entry.isGone(now))
    .sort((a, b) => Number(a.live.isHonorary) - Number(b.live.isHonorary) || compare(a.live.town, b.live.town));
  const list = `<ul>${posts.map((entry) => new Card(entry, shelf, now).filled(entry.post)).join("\n")}</ul>`;
  if (posts.length > 0) return list;
  // Names are HTML already.
  const none = escape(texts.of("public.consulates.none")).replace(/\{(from|in)\}/g, (_, side: string) => named(side === "from" ? from : there));
  return `<div class="note warn"><p><strong>${none}</strong></p><p>${texts.html("public.consulates.else")}</p></div>${list}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
