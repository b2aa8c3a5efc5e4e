// Finds the word that a mistyped one means: first by ear, then by letters. Twin of Publication/Search/Understanding/Mending.cs.
import { popCount } from "../letters/bits";
import { fold } from "../letters/fold";
import { allowed, mistakes } from "../letters/mistakes";
import { sound } from "../letters/sound";
import { list, numbers } from "./file";

const ALONE = 1;
const HIDDEN = 2;

export interface Mendable {
  text: string;
  /** Null for words that are understood and never shown. */
  shown: string | null;
  isAlone: boolean;
  languages: number;
}

export class Mending {
  private readonly words: Mendable[] = [];
  private readonly letters: Int32Array;
  private readonly bySound = new Map<string, Mendable>();

  constructor(groups: [string, string][]) {
    for (const [of, words] of groups) {
      const [flags, languages] = numbers(of) as [number, number];
      for (const word of list(words)) {
        const [text, shown] = word.includes("=") ? word.split("=") as [string, string] : [flags & HIDDEN ? word : fold(word), word];
        this.words.push({ text, shown: flags & HIDDEN ? null : shown, isAlone: (flags & ALONE) !== 0, languages });
      }
    }
    this.words.sort((a, b) => (a.text < b.text ? -1 : 1));
    this.letters = Int32Array.from(this.words, (word) => lettersOf(word.text));
    for (const word of this.words) {
      const heard = sound(word.text);
      const other = this.bySound.get(heard);
      if (!other || (word.isAlone && !other.isAlone)) this.bySound.set(heard, word);
    }
  }

  byEar(word: string): Mendable | undefined {
    if (word.length < 3) return undefined;
    const heard = sound(word);
    return this.bySound.get(heard) ?? (heard.length > 3 && heard.endsWith("s") ? this.bySound.get(heard.slice(0, -1)) : undefined);
  }

  byLetters(word: string, language: number): Mendable | undefined {
    const most = allowed(word.length);
    if (most === 0) return undefined;
    const letters = lettersOf(word);
    let best = Infinity;
    let found: Mendable | undefined;
    for (let i = 0; i < this.words.length; i++) {
      const other = this.words[i]!;
      const text = other.text;
      if (Math.abs(text.length - word.length) > 2 || text.length < 4) continue;
      if (popCount(letters ^ this.letters[i]!) > most) continue;
      // Few people mistype the first letter of a short word, and short words lie close together.
      if (word.length < 6 && (text[0] !== word[0] || (text.length === 4 && word.length === 4 && letters !== this.letters[i] && word.slice(0, 3) !== text.slice(0, 3)))) continue;
      const made = mistakes(word, text, Math.min(most, Math.floor(best / 4)));
      if (made > most) continue;
      const cost = made * 4 + (other.isAlone ? 0 : 2) + ((other.languages >> language) & 1 ? 0 : 1);
      if (cost < best) [best, found] = [cost, other];
    }
    return found;
  }
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}
