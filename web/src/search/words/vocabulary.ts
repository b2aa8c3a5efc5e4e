// The words that people use for what they seek, ready to be asked. Twin of Publication/Search/Understanding/Vocabulary.cs.
import { stem } from "../letters/stem";
import { byWord, list, numbers, set, type WordFile } from "./file";
import { meaning, Says, type Meaning } from "./meaning";
import { Mending } from "./mending";
import { longestOf, Nations } from "./nations";

const SHORTEST_FOREIGN = 2;
const SHORTEST_BEGINNING = 4;
const ANY_CHILDS_AGE = "#";

export class Vocabulary {
  readonly id: string;
  readonly kinds: string[];
  readonly populations: string[];
  readonly languages: string[];
  readonly mending: Mending;
  readonly nations: Nations;
  readonly longest: number;
  readonly together: Meaning[];
  readonly sides: Map<string, number[]>;
  readonly short: Map<string, string>;
  readonly ordinary: Set<string>;
  readonly right: Set<string>;
  readonly dropped: Set<string>;
  readonly notTowns: Set<string>;
  readonly inside: Set<string>;
  readonly outside: Set<string>;
  readonly sentFar: number;
  private readonly refusals: Set<string>;
  private readonly refusalsInCreole: Set<string>;
  private readonly phrases: Map<string, Meaning[]>;
  private readonly first = new Set<string>();
  private readonly words = new Set<string>();
  private readonly subjects: Map<string, string>;
  private readonly beginnings: Map<string, string>;

  constructor(readonly file: WordFile) {
    if (file.format !== 1) throw new RangeError("the words are of another version");
    ({ id: this.id, kinds: this.kinds, populations: this.populations, languages: this.languages } = file);
    const meanings = file.meanings.map(meaning);
    this.phrases = byWord(file.phrases, (of) => numbers(of).map((number) => meanings[number]!));
    for (const phrase of this.phrases.keys()) {
      const words = phrase.split(" ");
      this.first.add(words[0]!);
      for (const word of words) this.words.add(word);
    }
    this.longest = longestOf(this.phrases.keys());
    this.together = file.together.map((number) => meanings[Number(number)]!);
    this.sides = byWord(file.sides, numbers);
    for (const phrase of this.sides.keys()) if (phrase !== ANY_CHILDS_AGE) for (const word of phrase.split(" ")) this.words.add(word);
    this.mending = new Mending(file.mending);
    this.nations = new Nations(file.nations);
    this.subjects = byWord(file.subjects, String);
    this.beginnings = byWord(file.beginnings, String);
    this.short = byWord(file.short, String);
    this.ordinary = set(file.ordinary);
    this.right = set(file.right);
    this.dropped = set(file.dropped);
    this.notTowns = set(file.notTowns);
    this.refusals = set(file.refusals);
    this.refusalsInCreole = set(file.refusalsInCreole);
    this.inside = set(file.inside);
    this.outside = set(file.outside);
    this.sentFar = this.bits(...list(file.sentFar));
  }

  kind(code: string): number {
    return this.kinds.indexOf(code);
  }

  bits(...codes: string[]): number {
    return codes.reduce((bits, code) => bits | (1 << this.kind(code)), 0);
  }

  isRefusal(word: string, isCreole: boolean): boolean {
    return this.refusals.has(word) || (isCreole && this.refusalsInCreole.has(word));
  }

  mayBegin(form: string): boolean {
    return this.first.has(form);
  }

  isWord(form: string): boolean {
    return this.words.has(form);
  }

  of(forms: string, language: number): Meaning | undefined {
    const meanings = this.phrases.get(forms);
    if (!meanings) return undefined;
    let best: Meaning | undefined;
    // "Me" is a nun in Creole and "me" in four other languages.
    const isTooShort = forms.length <= SHORTEST_FOREIGN;
    for (const meant of meanings) {
      if (meant.language === language) return meant;
      if (isTooShort && meant.says === Says.Kinds) continue;
      if (!best || (best.says === Says.Nothing && meant.says !== Says.Nothing)) best = meant;
    }
    return best;
  }

  subject(form: string): string | undefined {
    const whole = this.subjects.get(form);
    if (whole !== undefined || form.length < SHORTEST_BEGINNING) return whole;
    for (let length = form.length; length >= SHORTEST_BEGINNING; length--) {
      const subject = this.beginnings.get(form.slice(0, length));
      if (subject !== undefined) return subject;
    }
    return undefined;
  }
}

/** The form under which a word is looked up. All ages under 18 are one word. */
export const form = (folded: string): string => (folded.length <= 2 && /^[0-9]+$/.test(folded) && Number(folded) > 4 && Number(folded) < 18 ? ANY_CHILDS_AGE : stem(folded));
