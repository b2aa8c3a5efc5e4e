// Which page an address asks for.
import type { Words } from "../search/search";
import { centre } from "./centre";
import { child } from "./child";
import { consulates, pathOf as pathOfSides, sidesOf } from "./consulates";
import { danger } from "./danger";
import { framed, isFrame, mainOf, type Inside } from "./frame";
import type { Shelf } from "./held/shelf";
import type { Frames, PocketPage, PocketPoints } from "./interface";
import { askedOf, pathOf, valuesOf, type Asked } from "./list/asked";
import { choose } from "./list/choose";
import { choicesOf, formOf } from "./list/form";
import { List } from "./list/list";
import { nearOf } from "./list/near";
import { view } from "./list/view";
import { Numbers } from "./numbers";
import { pointsOf } from "./points";
import { escape, link, unescape } from "./say/html";
import { asksForSigns, Signs, withSigns } from "./signs";

const PAGE = /^\/([a-z]{2})\/(centres|consulates|danger|child|emergency)(?:\/([^/.]+))?\/?$/;
const LAST_RESORT = ["emergency", "women", "children", "trafficking"];
const NEEDED = "public.pocket.held";

export class Site {
  private readonly numbers: Numbers;
  /** In the order in which a reader looks for hers, which is the server's. */
  private readonly region: readonly string[];
  private readonly names: Map<string, string>;
  private readonly form: string;
  private readonly signs: Signs | undefined;

  constructor(private readonly shelves: Shelf[], private readonly frames: Frames, private readonly words: Words) {
    if (!shelves.every(({ texts }) => texts.has(NEEDED))) throw new RangeError("a pack of another version");
    const { list, centre: place, consulates: posts, emergency } = frames;
    if (![list, place, posts, emergency, ...frames.danger.values(), ...(frames.child?.values() ?? [])].every(isFrame)) throw new RangeError("a frame that is no page of this version");
    // The one with the most countries first, and of two alike the newer one: what several hold is then seen together.
    shelves.sort((a, b) => b.countries.length - a.countries.length || b.pack.manifest.edition - a.pack.manifest.edition);
    this.numbers = new Numbers(frames.emergency, shelves);
    this.form = formOf(mainOf(frames.list));
    this.signs = frames.signs ? new Signs(this.form, frames.signs) : undefined;
    this.region = [...choicesOf(this.form, "country").keys()];
    this.names = new Map([...choicesOf(this.form, "country"), ...choicesOf(formOf(mainOf(frames.consulates)), "from")].map(([code, name]) => [code, unescape(name)]));
  }

  page(url: URL, now: number): PocketPage | null {
    const [, language, sort, last] = PAGE.exec(url.pathname) ?? [];
    const shelves = this.valid(now);
    const [shelf] = shelves;
    if (!shelf || language !== shelf.texts.language) return null;
    if (sort === "centres") return last === undefined ? this.list(url, shelves, now) : this.centre(last, shelves, now, asksForSigns(url) ? this.signs : undefined);
    if (last !== undefined) return null;
    if (sort === "danger") return this.byCountry(url, shelves, now, sort, this.frames.danger, danger);
    if (sort === "child") return this.byCountry(url, shelves, now, sort, this.frames.child, child);
    return sort === "consulates" ? this.consulates(url, shelves, now) : this.emergency(shelf, now);
  }

  around(html: string, url: URL, now: number): string {
    return framed(html, { main: mainOf(html), shelf: this.valid(now)[0]!, now, path: `${url.pathname.slice(3)}${url.search}` });
  }

  points(url: URL, now: number): PocketPoints | null {
    const [, language, sort, last] = PAGE.exec(url.pathname) ?? [];
    const shelves = this.valid(now);
    if (sort !== "centres" || last !== undefined || language !== shelves[0]?.texts.language) return null;
    const asked = this.asked(url);
    const shelf = choose(shelves, asked, now);
    return shelf ? pointsOf(this.listOf(asked, shelf, now)) : { points: [], near: null };
  }

  private list(url: URL, shelves: Shelf[], now: number): PocketPage {
    const asked = this.asked(url);
    const held = choose(shelves, asked, now);
    const list = this.listOf(asked, held ?? shelves[0]!, now);
    const signs = asked.signs ? this.signs : undefined;
    const main = view(list, {
      form: this.form, signs, isElsewhere: !held, numbers: (country, purposes, isNamed = true) => this.numbers.of(country, purposes, isNamed),
      held: held ? `<p class="meta" id="held">${escape(held.texts.say("public.pocket.held", { countries: held.countries.map(this.named).join(", ") }))}</p>` : this.elsewhere(list.shelf, asked.country!),
    });
    const page = this.framed(this.frames.list, { main, shelf: list.shelf, now, path: pathOf(list.asked), signs }, list.asked.wrong.length > 0 ? 400 : 200);
    return held ? page : { ...page, missing: "country" };
  }

  private listOf(asked: Asked, shelf: Shelf, now: number): List {
    const near = nearOf(asked.near, asked.country, shelf.search);
    // The server sends who tells more than a cell to the address of the cell, which holds only what could be read.
    const isSentOn = near.cell !== null && near.cell !== asked.near;
    const wrong = isSentOn ? [] : near.isNoPoint ? [...asked.wrong, "public.wrong.near"] : asked.wrong;
    // Out of a pack whose time is over, or by a clock that is surely wrong, nothing is said to be open, and nothing is left out for it.
    const openNow = asked.openNow && shelf.may(now).sayNow;
    return new List(shelf, { ...asked, wrong, openNow, near: near.cell ?? asked.near }, near, now);
  }

  private centre(last: string, shelves: Shelf[], now: number, signs: Signs | undefined): PocketPage {
    const slug = decoded(last);
    for (const shelf of shelves) {
      const entry = shelf.named(slug, now);
      if (entry) return this.framed(this.frames.centre, { main: centre(entry, shelf, now, signs), shelf, now, path: signs ? withSigns(`/centres/${slug}`) : `/centres/${slug}`, about: slug, signs });
    }
    const [shelf] = shelves as [Shelf];
    const { texts } = shelf;
    const main = `<h1>${texts.html("public.pocket.no_centre")}</h1><p class="note warn">${texts.html("public.pocket.no_centre.why")}</p><p>${link(`/${texts.language}/centres`, texts.html("public.find.heading"))}</p>`
      + `<h2>${texts.html("public.find.last_resort")}</h2>${shelf.countries.map((country) => this.numbers.of(country, LAST_RESORT, true)).join("\n")}`;
    return { ...this.framed(this.frames.list, { main, shelf, now, path: "/centres" }, 404), missing: "centre" };
  }

  private consulates(url: URL, shelves: Shelf[], now: number): PocketPage {
    const sides = sidesOf(url);
    const held = shelves.find((shelf) => sides.in !== null && shelf.countries.includes(sides.in));
    const shelf = held ?? shelves[0]!;
    const main = consulates(mainOf(this.frames.consulates), sides, shelf, held, (country) => this.elsewhere(shelf, country), now);
    const page = this.framed(this.frames.consulates, { main, shelf, now, path: pathOfSides(sides) }, sides.isWrong ? 400 : 200);
    return !held && sides.in !== null ? { ...page, missing: "country" } : page;
  }

  // Danger, and a child alone: nothing is asked but the country.
  private byCountry(url: URL, shelves: Shelf[], now: number, sort: string, frames: Map<string, string> | undefined, drawn: typeof danger): PocketPage | null {
    const country = this.region.find((code) => code === valuesOf(url, "country")[0]);
    const frame = frames?.get(country ?? "") ?? frames?.get("");
    if (frame === undefined) return null;
    const held = shelves.find((shelf) => country !== undefined && shelf.countries.includes(country));
    const shelf = held ?? shelves[0]!;
    const main = country === undefined ? mainOf(frame) : drawn(mainOf(frame), country, this.numbers, held, this.elsewhere(shelf, country), now);
    const page = this.framed(frame, { main, shelf, now, path: `/${sort}${country === undefined ? "" : `?country=${country}`}` });
    return country !== undefined && !held ? { ...page, missing: "country" } : page;
  }

  private emergency(shelf: Shelf, now: number): PocketPage {
    const { emergency } = this.frames;
    return this.framed(emergency, { main: this.numbers.into(mainOf(emergency), [], true), shelf, now, path: "/emergency" });
  }

  private asked(url: URL): Asked {
    const { kinds, populations } = this.words.vocabulary;
    const asked = askedOf(url, { kinds, populations, countries: this.region });
    return { ...asked, signs: asked.signs && this.signs !== undefined };
  }

  private elsewhere({ texts }: Shelf, country: string): string {
    return `<p class="note warn">${escape(texts.say("public.pocket.elsewhere", { country: this.named(country) }))}</p>`;
  }

  private readonly named = (country: string): string => this.names.get(country) ?? country;

  private framed(frame: string, inside: Inside, status = 200): PocketPage {
    return { status, html: framed(frame, inside) };
  }

  // One whose time is over answers only where no other can.
  private valid(now: number): Shelf[] {
    const isOver = (shelf: Shelf): number => Number(!shelf.may(now).sayNow);
    return [...this.shelves].sort((a, b) => isOver(a) - isOver(b));
  }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
