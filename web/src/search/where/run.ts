// One question: its words, which of them are spoken for, and what was found.
import { mask } from "../letters/bits";
import type { Folded } from "../letters/fold";
import type { CountryMention } from "../words/nations";
import type { Place } from "./gazetteer";

interface Words {
  first: number;
  count: number;
}

export interface PlaceMention extends Words {
  /** The likeliest first. */
  candidates: Place[];
  corrected: boolean;
  /** False where the words may also be ordinary ones: such a place lifts, and never hides. */
  certain: boolean;
}

export interface AreaMention extends Words {
  /** Codes. */
  candidates: string[];
}

export interface PlacesInText {
  text: Folded;
  places: PlaceMention[];
  areas: AreaMention[];
  countries: CountryMention[];
}

export class Run {
  readonly words: string[];
  private readonly places: PlaceMention[] = [];
  private readonly areas: AreaMention[] = [];
  private taken = 0;

  constructor(readonly text: Folded, readonly countries: CountryMention[]) {
    this.words = text.words.map((word) => word.text);
  }

  isTaken(first: number, count: number): boolean {
    return (this.taken & mask(first, count)) !== 0;
  }

  /** A country's name is at least as long as these words. */
  countryIs(first: number, count: number): boolean {
    return this.countries.some((c) => c.first <= first && c.first + c.count >= first + count);
  }

  countryOver(first: number, count: number): boolean {
    return this.countries.some((c) => (mask(c.first, c.count) & mask(first, count)) !== 0);
  }

  takePlace(mention: PlaceMention): void {
    this.places.push(mention);
    this.taken |= mask(mention.first, mention.count);
  }

  takeArea(mention: AreaMention): void {
    this.areas.push(mention);
    this.taken |= mask(mention.first, mention.count);
  }

  // A country behind a place belongs to it and is told as well; inside a longer name ("Tecpán Guatemala") it is none.
  result(): PlacesInText {
    const countries = this.countries.filter((c) => !this.places.some((p) =>
      p.first <= c.first && c.first + c.count <= p.first + p.count && !p.candidates.every((place) => place.country === c.country)));
    return { text: this.text, places: this.places.sort(byWord), areas: this.areas.sort(byWord), countries };
  }
}

const byWord = (a: Words, b: Words): number => a.first - b.first;
