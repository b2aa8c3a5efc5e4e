// The list as a page, in the order and the words of Public/Centres/Find/Find.cshtml.
import type { Texts } from "../say/texts";
import { cards } from "../say/card";
import type { Signs } from "../signs";
import { escape, icon, link } from "../say/html";
import { pathOf, type Asked } from "./asked";
import { iconOf } from "./icons";
import { filled } from "./form";
import type { List, Measured } from "./list";
import { PER_PAGE } from "./list";
import { nearNotes, understood } from "./notes";

const LAST_RESORT = ["emergency", "women", "children", "trafficking"];
/** Twin of Public/Layout/Veils.cs. */
const [HELP, ELSE] = [["emergency", "women", "children", "trafficking", "suicide", "rescue"], ["ambulance"]];
const CHIPS = ["families", "women", "lgbti"];

/** What surrounds a list and is not found by it. */
export interface Around {
  /** As the server drew it. */
  form: string;
  /** What is held on this phone, and whether the country that was asked for is. HTML. */
  held: string;
  isElsewhere: boolean;
  /** Where pictograms lead. */
  signs: Signs | undefined;
  numbers: (country: string | null, purposes: readonly string[], isNamed?: boolean) => string;
}

export function view(list: List, around: Around): string {
  const { asked, near, answer, shelf } = list;
  const { texts } = shelf;
  const to = (change: Partial<Asked>): string => `/${texts.language}${pathOf({ ...asked, page: 1, ...change })}`;
  const named = near.name ?? answer.understood.place?.name ?? null;
  const where = named !== null && !near.isUnknown ? `, ${escape(texts.say("public.find.near_place", { place: named }))}` : near.cell !== null ? `, ${texts.html("public.find.near_you")}` : "";
  const heading = asked.kinds.length > 0 && asked.kinds.length <= 3 ? escape(texts.kinds(asked.kinds)) : texts.html("public.find.heading");
  return [
    `<h1>${heading}${where}</h1>`, wrong(asked, texts), filled(around.form, asked, near.name ?? asked.near), chips(asked, texts, to), around.held, nearNotes(list, named, to), understood(list, to),
    kindNotes(list), around.isElsewhere ? lastResort(list, around) : found(list, named, around, to), `<div class="note noprint">${texts.careful("public.asylum.always")}<p>${asylum(texts, ["asylum_authority", "legal"])}</p></div>`,
  ].join("\n");
}

export const asylum = (texts: Texts, kinds: readonly string[], country = ""): string =>
  link(`/${texts.language}/centres?${kinds.map((kind) => `kind=${kind}`).join("&")}${country}`, texts.html("public.asylum.link"));

function wrong(asked: Asked, texts: Texts): string {
  if (asked.wrong.length === 0) return "";
  const said = [...new Set(asked.wrong)].map((key) => `<li>${texts.html(key)}</li>`).join("");
  return `<div class="note stop" role="alert"><h2>${texts.html("public.wrong.heading")}</h2><ul class="bullets">${said}</ul></div>`;
}

function chips(asked: Asked, texts: Texts, to: (change: Partial<Asked>) => string): string {
  const chip = (isOn: boolean, change: Partial<Asked>, key: string): string => link(to(change), texts.html(key), ` class="chip"${isOn ? ' aria-current="true"' : ""}`);
  return `<div class="chips">${[
    chip(asked.openNow, { openNow: !asked.openNow }, "public.find.open_now"),
    chip(asked.asksNoPapers, { asksNoPapers: !asked.asksNoPapers }, "public.find.asks_no_papers"),
    ...CHIPS.map((who) => chip(asked.for.includes(who), { for: asked.for.includes(who) ? [] : [who] }, `places.for.${who}`)),
    link(`/${texts.language}/child`, texts.html("places.for.unaccompanied_children"), ' class="chip"'),
  ].join("\n")}</div>`;
}

function kindNotes({ asked, answer, shelf: { texts } }: List): string {
  const isMigration = asked.kinds.includes("migration_authority");
  const isConsular = asked.kinds.includes("consular") || answer.understood.kinds.includes("consular");
  const note = (tone: string, key: string): string => `<div class="note ${tone}">${texts.careful(key)}<p>${asylum(texts, ["legal", "asylum_authority"])}</p></div>`;
  return (isMigration ? note("warn", "public.migration.what_can_happen") : "") + (isConsular ? note("stop", "public.asylum.before_consulate") : "");
}

function found(list: List, named: string | null, around: Around, to: (change: Partial<Asked>) => string): string {
  const drawn = ({ cards: some, from }: Measured): string => cards(some, from, around.signs);
  const { asked, near, answer, shelf: { texts } } = list;
  const meanings = list.meanings.length > 1 ? `<h2>${texts.html("public.find.two_meanings")}</h2><div class="halves">${list.meanings.map(([kind, some]) =>
    `<section class="panel"><h2>${icon(iconOf(kind))} ${texts.html(`places.kind.${kind}`)}</h2>${drawn(some)}<p>${link(to({ kinds: [kind] }), texts.html("public.find.only_this"))}</p></section>`).join("")}</div>` : "";
  const others = (key: string): string => (list.instead.cards.length > 0 ? `<h2>${texts.html(key)}</h2>${drawn(list.instead)}` : "");
  if (list.found.cards.length === 0) {
    return `${meanings}${veil(list, around)}<div class="note warn"><p><strong>${texts.html("public.find.nothing")}</strong></p></div>${others("public.find.instead")}${lastResort(list, around)}`;
  }
  const { total } = list;
  const more = total > 10 ? Math.floor((total - 1) / 10) * 10 : total - 1;
  const count = escape(answer.totalIsAtLeast ? texts.count("public.find.more_than", more) : texts.count("public.find.found", total));
  const hint = answer.totalIsAtLeast ? `<p class="meta">${texts.html(named === null && near.cell === null ? "public.find.say_where" : "public.find.say_what")}</p>` : "";
  const map = `<p class="noprint">${link(`/${texts.language}${pathOf({ ...list.asked, page: 1, signs: false }).replace("/centres", "/map")}`, texts.html("public.map.link"))}</p>`;
  return `${meanings}${veil(list, around)}${map}<h2 class="meta" id="results">${count}</h2>${hint}${drawn(list.found)}${others("public.full.others")}${pages(list)}`;
}

// Twin of Public/Centres/Find/_Veiled.cshtml: whom to call in the place of what is hidden, and no word of what it was.
function veil({ veiled, shelf: { texts } }: List, { numbers }: Around): string {
  if (veiled.length === 0) return "";
  const isNamed = veiled.length > 1;
  return `<section class="note warn" id="veil">${texts.careful("public.veil.list")}${veiled.map((country) => numbers(country, HELP, isNamed) || numbers(country, ELSE, isNamed)).join("")}</section>`;
}

const lastResort = ({ asked, near, shelf: { texts } }: List, around: Around): string =>
  `<h2>${texts.html("public.find.last_resort")}</h2>${around.numbers(asked.country ?? near.country, LAST_RESORT)}<p>${link(`/${texts.language}/emergency`, texts.html("public.emergency.link"))}</p>`;

function pages({ asked, total, shelf: { texts } }: List): string {
  const last = Math.floor((total + PER_PAGE - 1) / PER_PAGE);
  if (last <= 1) return "";
  const turn = (page: number, rel: string, html: string): string => link(`/${texts.language}${pathOf({ ...asked, page })}`, html, ` class="button quiet" rel="${rel}"`);
  const back = asked.page > 1 ? turn(asked.page - 1, "prev", `‹ ${texts.html("public.find.previous")}`) : "";
  const on = asked.page < last ? turn(asked.page + 1, "next", `${texts.html("public.find.next")} ›`) : "";
  return `<nav class="pages" aria-label="${texts.html("public.find.pages")}">${back}\n${on}</nav>`;
}
