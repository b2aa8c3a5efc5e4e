// A place in a list and a place on its page: what the server drew, with what only the device knows. Twin of Public/Layout/Card.cs and
// Public/Packs/Drawing/Slots.cs.
import type { Entry } from "../held/entry";
import type { Shelf } from "../held/shelf";
import { toEven, kilometresBetween, type Point } from "../../search/where/plane";
import type { Signs } from "../signs";
import { escape } from "./html";
import { stateOf, type PlaceState } from "./state";
import { wordsOf, type StateWords } from "./state-words";

/** A reader's own position is known to a cell of 5 km: a shorter distance would be invented. */
const NEAR = 5;

export class Card {
  readonly state: PlaceState;
  readonly words: StateWords;

  constructor(readonly entry: Entry, readonly shelf: Shelf, private readonly now: number) {
    this.state = stateOf(entry, now, shelf.may(now), shelf);
    this.words = wordsOf(this.state, shelf.texts, shelf.dates);
  }

  get isFull(): boolean {
    return this.state.fullSaid !== null;
  }

  /** Where it is as long as that may be known, else what may be known for longer; null where nothing may. */
  get point(): Point | null {
    return this.exact ?? this.shelf.search.point(this.entry.line);
  }

  get isExact(): boolean {
    return this.exact !== undefined;
  }

  /** As an item of a list. */
  drawn(from: Point | null): string {
    return this.filled(this.entry.card, this.far(from));
  }

  /** What the server drew with everything written in that it left open. */
  filled(html: string, far = ""): string {
    const { words, entry, state, shelf } = this;
    const slots: Record<string, string> = {
      "\uE000": far, "\uE001": escape(words.text), "\uE002": words.tone, "\uE003": escape(words.trust), "\uE004": words.isDoubtful ? " doubt" : "", "\uE005": words.isDoubtful ? "ask" : "ok",
      "\uE006": state.assured === null ? "" : escape(shelf.dates.day(state.assured)), "\uE007": escape(entry.slug),
    };
    return html.replace(/[\uE000-\uE007]/g, (slot) => slots[slot]!);
  }

  private get exact(): Point | undefined {
    const where = this.entry.whereabouts(this.shelf.isAddressOver(this.now));
    return where && !Number.isNaN(where.latitude + where.longitude) ? where : undefined;
  }

  // The exact point as long as it may be known: the index has it rounded to a kilometre.
  private far(from: Point | null): string {
    const point = from && this.point;
    if (!from || !point) return "";
    const { texts } = this.shelf;
    const kilometres = kilometresBetween(from, point);
    return escape(`${kilometres < NEAR ? texts.of("public.where.near") : texts.say("public.where.km", { km: texts.number(toEven(kilometres)) })} · `);
  }
}

export const cards = (some: readonly Card[], from: Point | null = null, signs?: Signs): string =>
  `<ul class="cards">${some.map((card) => signs?.card(card.drawn(from), card.words.tone) ?? card.drawn(from)).join("\n")}</ul>`;
