// How the words of a question were read, and what is said of the town that it names.
import { areaSaid } from "../../search/where/gazetteer";
import { escape, link } from "../say/html";
import type { Asked } from "./asked";
import type { List } from "./list";
import { slugOfPlace } from "./slugs";

const MOST_CHOICES = 6;
const MIGRATION = "migration_authority";

type To = (change: Partial<Asked>) => string;

export function nearNotes({ near, asked, answer, shelf: { texts, search } }: List, named: string | null, to: To): string {
  const notes: string[] = [];
  const warn = (text: string): void => { notes.push(`<p class="note warn">${escape(text)}</p>`); };
  if (near.isUnknown) warn(texts.say("public.pocket.unknown", { place: asked.near }));
  if (named !== null && (near.name !== null ? near.isToBeVerified : answer.understood.place?.isAdded)) warn(texts.say("public.near.to_be_verified", { place: named }));
  if (near.choices.length > 0) {
    const chips = near.choices.map((town) => chip(to({ near: slugOfPlace(town, search.gazetteer) }), `${town.name}, ${areaSaid(town.area)}, ${town.country}`)).join("\n");
    notes.push(`<div class="note"><p>${escape(texts.say("public.near.which", { place: near.name! }))}</p><p class="chips">${chips}</p></div>`);
  }
  return notes.join("\n");
}

export function understood({ asked, answer, shelf: { texts, search } }: List, to: To): string {
  const read = answer.understood;
  if (read.corrected === null && read.place === null && read.kinds.length + read.for.length === 0) return "";
  const said = [read.corrected, texts.kinds(read.kinds), read.for.map((who) => texts.of(`places.for.${who}`)).join(", "), read.place?.name].filter((text) => text).join(" · ");
  const choices = read.choices.slice(0, MOST_CHOICES).map(({ number }) => {
    const town = search.gazetteer.all[number]!;
    return chip(to({ near: slugOfPlace(town, search.gazetteer) }), `${town.name}, ${town.area.name}, ${town.country}`);
  });
  const office = link(to({ text: "", kinds: [MIGRATION] }), texts.html(`places.kind.${MIGRATION}`));
  return `<p class="meta">${texts.html("public.find.understood")} ${escape(said)}</p>`
    + (choices.length > 0 ? `<p class="chips">${choices.join("\n")}</p>` : "")
    + (read.kinds.includes(MIGRATION) && asked.kinds.length === 0 ? `<p class="note warn">${texts.html("public.migration.not_help")} ${office}</p>` : "");
}

const chip = (path: string, text: string): string => link(path, escape(text), ' class="chip"');
