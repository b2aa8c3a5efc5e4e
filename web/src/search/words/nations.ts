// Every country and its people, read only where a consulate is sought. Twin of Publication/Search/Understanding/Nations.cs.
import type { Folded } from "../letters/fold";
import { allowed, mistakes } from "../letters/mistakes";
import { sound } from "../letters/sound";
import { stem } from "../letters/stem";
import { byWord } from "./file";

export const enum CountryWord { Name, People, Code }

export interface CountryMention {
  country: string;
  kind: CountryWord;
  first: number;
  count: number;
}

type Nation = Pick<CountryMention, "country" | "kind">;

export class Nations {
  private readonly known: Map<string, Nation>;
  private readonly bySound = new Map<string, string>();
  private readonly single: string[];
  private readonly longest: number;

  constructor(groups: [string, string][]) {
    this.known = byWord(groups, (of) => ({ country: of.slice(0, 2), kind: Number(of.slice(3)) }));
    const words = [...this.known.keys()];
    this.longest = longestOf(words);
    this.single = words.filter((word) => word.length > 3 && !word.includes(" ")).sort();
    for (const word of this.single) {
      const heard = sound(word);
      if (!this.bySound.has(heard)) this.bySound.set(heard, word);
    }
  }

  in(text: Folded): CountryMention[] {
    const forms = text.words.map((word) => stem(word.text));
    return longestFirst(forms.length, this.longest, (first, count) => this.known.get(forms.slice(first, first + count).join(" ")));
  }

  mended(word: string): Nation | undefined {
    if (word.length < 4) return undefined;
    const heard = this.bySound.get(sound(stem(word)));
    if (heard) return this.known.get(heard);
    let most = allowed(word.length);
    let best: string | undefined;
    for (const other of this.single) {
      if (other.length < 5 || other[0] !== word[0]) continue;
      const made = mistakes(word, other, most);
      if (made > most || (made === most && best !== undefined)) continue;
      [best, most] = [other, made];
    }
    return best === undefined ? undefined : this.known.get(best);
  }
}

export const longestOf = (phrases: Iterable<string>): number => {
  let longest = 0;
  for (const phrase of phrases) longest = Math.max(longest, phrase.split(" ").length);
  return longest;
};

/** The countries that a text names, the longest names first found, in the order of the text. */
export function longestFirst(words: number, longest: number, named: (first: number, count: number) => Nation | undefined): CountryMention[] {
  const found: CountryMention[] = [];
  for (let first = 0; first < words; first++) {
    for (let count = Math.min(longest, words - first); count > 0; count--) {
      const meant = named(first, count);
      if (!meant) continue;
      found.push({ ...meant, first, count });
      first += count - 1;
      break;
    }
  }
  return found;
}
