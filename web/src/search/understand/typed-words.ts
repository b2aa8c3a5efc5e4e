// The words of a question as the vocabulary knows them, mistakes mended. Twin of Publication/Search/Understanding/TypedWords.cs.
import type { Folded } from "../letters/fold";
import { stem } from "../letters/stem";
import type { Mendable } from "../words/mending";
import { form, type Vocabulary } from "../words/vocabulary";

export type Has = (form: string) => boolean;

export class TypedWords {
  /** As typed, folded. */
  readonly folded: string[];
  private readonly forms: string[];
  private readonly dropped: boolean[];
  private readonly corrections: (string | null)[];

  constructor(private readonly text: Folded, vocabulary: Vocabulary, language: number, isPlain: (word: number) => boolean, isName: Has) {
    this.folded = text.words.map((word) => word.text);
    this.forms = this.folded.map(form);
    this.dropped = this.folded.map(() => false);
    this.corrections = this.folded.map(() => null);
    this.folded.forEach((word, i) => {
      if (isPlain(i)) return;
      this.dropped[i] = vocabulary.dropped.has(word);
      if (vocabulary.isWord(this.forms[i]!) || this.dropped[i]) return;
      const meant = vocabulary.short.get(word);
      if (meant !== undefined) this.forms[i] = meant.split(" ").map(form).join(" ");
      else {
        const mended = mendedOf(word, vocabulary, language, isName);
        if (mended) [this.forms[i], this.corrections[i]] = [form(mended.text), mended.shown];
      }
    });
  }

  get count(): number {
    return this.forms.length;
  }

  form(word: number): string {
    return this.forms[word]!;
  }

  isDropped(word: number): boolean {
    return this.dropped[word]!;
  }

  whole(first: number, count: number): string {
    return count === 1 ? this.forms[first]! : this.forms.slice(first, first + count).join(" ");
  }

  /** The same without articles; empty where there are none in it, or where it begins or ends with one. */
  telling(first: number, count: number): string {
    if (this.dropped[first] || this.dropped[first + count - 1] || !this.dropped.slice(first, first + count).includes(true)) return "";
    return this.forms.slice(first, first + count).filter((_, i) => !this.dropped[first + i]).join(" ");
  }

  /** The text with the mended words among these in their place; null where there are none. */
  corrected(meant: number): string | null {
    const mended = this.corrections.map((word, i) => ((meant >> i) & 1 ? word : null));
    if (mended.every((word) => word === null)) return null;
    return this.text.words.map((word, i) => mended[i] ?? this.text.text.slice(word.start, word.start + word.length)).join(" ");
  }
}

function mendedOf(word: string, vocabulary: Vocabulary, language: number, isName: Has): Mendable | undefined {
  if (word.length < 3 || vocabulary.ordinary.has(word) || vocabulary.right.has(word) || !/^[a-zA-Z]+$/.test(word)) return undefined;
  return vocabulary.mending.byEar(word) ?? (isName(stem(word)) ? undefined : vocabulary.mending.byLetters(word, language));
}
