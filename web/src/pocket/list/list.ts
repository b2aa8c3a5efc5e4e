// The list that answers a question. Twin of Public/Centres/Find/Find.cshtml.cs.
import type { Answer, Hit, Question } from "../../search/search";
import type { Shelf } from "../held/shelf";
import { Card } from "../say/card";
import type { Asked } from "./asked";
import type { Near } from "./near";

export const PER_PAGE = 20;
const PER_MEANING = 2;
/** "Full" never stands alone: so many other places stand with it. */
const BESIDE_FULL = 2;
const MIGRATION = "migration_authority";
const ALWAYS_SENSIBLE = ["shelter", "child_protection", "legal"];

/** Cards with the point that they are measured from. */
export interface Measured {
  cards: Card[];
  from: Answer["from"];
}

const NONE: Measured = { cards: [], from: null };

export class List {
  readonly answer: Answer;
  readonly found: Measured;
  readonly total: number;
  /** Where a word has two meanings in the region: the nearest places of each, side by side. */
  readonly meanings: [string, Measured][] = [];
  /** The nearest sensible help where what was asked for is not there, or other places beside full ones. */
  readonly instead: Measured;

  constructor(readonly shelf: Shelf, readonly asked: Asked, readonly near: Near, private readonly now: number) {
    this.answer = this.search(this.question());
    this.found = this.measured(this.help(this.answer.hits), this.answer);
    const { cards } = this.found;
    // What is not shown (a migration office, what has just expired) is not counted where all that is shown can be counted.
    const isWhole = !this.answer.totalIsAtLeast && this.answer.total <= PER_PAGE && asked.page === 1;
    this.total = isWhole ? cards.length : this.answer.total;
    const { kinds } = this.answer.understood;
    if (asked.kinds.length === 0 && (kinds.length === 2 || kinds.length === 3)) for (const kind of kinds) if (kind !== MIGRATION) this.meanings.push([kind, this.meaning(kind)]);
    const isAlone = cards.some((card) => card.isFull) && cards.filter((card) => !card.isFull).length < BESIDE_FULL;
    this.instead = cards.length === 0 ? this.nearestSensible() : isAlone ? { cards: this.besidesFull(), from: null } : NONE;
  }

  /** Countries in which something of this list is not shown for some days. */
  get veiled(): string[] {
    const { asked, near, shelf, now, answer: { understood } } = this;
    return shelf.veiled(asked.country ?? near.country ?? understood.place?.country ?? null, asked.kinds.length > 0 ? asked.kinds : understood.kinds, now);
  }

  get from(): Answer["from"] {
    return this.found.from;
  }

  /** All that the list finds, for a map. */
  all(most: number): Card[] {
    return this.measured(this.help(this.search({ ...this.question(), skip: 0, take: most }).hits), this.answer).cards;
  }

  private question(): Question {
    const { asked, near, now, shelf } = this;
    return {
      text: asked.text, language: shelf.texts.language, kinds: asked.kinds, for: asked.for, country: asked.country, near: near.point, openNow: asked.openNow, asksNoPapers: asked.asksNoPapers, now,
      skip: (asked.page - 1) * PER_PAGE, take: PER_PAGE,
    };
  }

  private search(question: Question): Answer {
    return this.shelf.search.search(question);
  }

  private measured(hits: Hit[], { from }: Answer): Measured {
    const { shelf, now } = this;
    return { cards: hits.map((hit) => shelf.entries[hit.entry]!).filter((entry) => !entry.isGone(now)).map((entry) => new Card(entry, shelf, now)), from };
  }

  private meaning(kind: string): Measured {
    const answer = this.search({ ...this.question(), kinds: [kind], text: this.answer.understood.place?.name ?? "", skip: 0, take: PER_MEANING });
    return this.measured(answer.hits, answer);
  }

  private nearestSensible(): Measured {
    const asked = { ...this.question(), skip: 0, take: 3, openNow: false, asksNoPapers: false };
    const anyone = { ...asked, for: [], text: "" };
    for (const wider of [asked, anyone, { ...anyone, country: null }, { ...anyone, country: null, kinds: ALWAYS_SENSIBLE }]) {
      const answer = this.search(wider);
      const hits = this.help(answer.hits);
      if (hits.length > 0) return this.measured(hits, answer);
    }
    return NONE;
  }

  private besidesFull(): Card[] {
    const { cards } = this.found;
    const full = cards.find((card) => card.isFull)!;
    const country = this.shelf.search.country(full.entry.line);
    const others = this.search({ language: this.shelf.texts.language, kinds: [full.entry.live.kind], country, near: full.point ?? this.near.point, now: this.now, take: PER_PAGE });
    return this.measured(others.hits, others).cards.filter((other) => !other.isFull && cards.every((card) => card.entry !== other.entry)).slice(0, BESIDE_FULL);
  }

  // Nobody who looks for help is sent to a migration office: it is listed only for those who ask for it by its kind.
  private help(hits: Hit[]): Hit[] {
    return hits.filter((hit) => this.shelf.entries[hit.entry]!.live.kind !== MIGRATION || this.asked.kinds.includes(MIGRATION));
  }
}
