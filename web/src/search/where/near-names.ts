// Names with one typing mistake in one word, or a space too many or too few. Twin of Kernel/Geography/NearNames.cs.
import { isOneMistake } from "../letters/one-mistake";

const SHORTEST_NAME = 6;
const SHORTEST_WORD = 4;
const MOST_LETTERS = 128;
const BUCKETS = 1 << 16;

type MaySlip = (word: string) => boolean;

export class NearNames {
  private readonly first = new Int32Array(BUCKETS).fill(-1);
  private readonly next: Int32Array;
  private readonly forms: Uint32Array;
  private readonly of: Int32Array;
  private longest = 0;

  constructor(private readonly keys: string[], isWeak: boolean[]) {
    const letters = keys.map((key, i) => (isWeak[i] ? "" : lettersOf(key)));
    const most = letters.reduce((sum, word) => sum + (word.length < SHORTEST_NAME ? 0 : word.length + 1), 0);
    [this.next, this.of, this.forms] = [new Int32Array(most), new Int32Array(most), new Uint32Array(most)];
    let count = 0;
    // From the last to the first: a chain is then met in the order of the alphabet.
    for (let key = keys.length - 1; key >= 0; key--) {
      const word = letters[key]!;
      if (word.length < SHORTEST_NAME) continue;
      this.longest = Math.max(this.longest, word.length);
      for (let without = -1; without < word.length; without++) {
        const form = formOf(word, without);
        this.forms[count] = form;
        this.of[count] = key;
        this.next[count] = this.first[form & (BUCKETS - 1)]!;
        this.first[form & (BUCKETS - 1)] = count++;
      }
    }
  }

  /** The key that these words mean, or -1. */
  find(words: string, maySlip: MaySlip): number {
    const letters = lettersOf(words);
    if (letters.length < SHORTEST_NAME || letters.length > this.longest + 1) return -1;
    for (let without = -1; without < letters.length; without++) {
      const form = formOf(letters, without);
      for (let at = this.first[form & (BUCKETS - 1)]!; at >= 0; at = this.next[at]!)
        if (this.forms[at] === form && isOneSlip(words, this.keys[this.of[at]!]!, maySlip)) return this.of[at]!;
    }
    return -1;
  }
}

function isOneSlip(said: string, name: string, maySlip: MaySlip): boolean {
  const [left, right] = [said.split(" "), name.split(" ")];
  const same = Math.min(left.length, right.length);
  let slips = 0;
  for (let i = 0; i < same; i++) {
    const [a, b] = [left[i]!, right[i]!];
    if (a === b) continue;
    const isLastOfOne = (i === left.length - 1) !== (i === right.length - 1);
    if (isLastOfOne || ++slips > 1) return isSameButSpaces(said, name, maySlip);
    if (a.length < SHORTEST_WORD || b.length < SHORTEST_WORD || !maySlip(a) || !isOneMistake(a, b)) return isSameButSpaces(said, name, maySlip);
  }
  return slips === 1 && left.length === right.length;
}

const isSameButSpaces = (said: string, name: string, maySlip: MaySlip): boolean => said.length !== name.length && lettersOf(said) === lettersOf(name) && maySlip(said);

const lettersOf = (words: string): string => words.replace(/ /g, "").slice(0, MOST_LETTERS);

function formOf(letters: string, without: number): number {
  let form = 2166136261;
  for (let i = 0; i < letters.length; i++) if (i !== without) form = Math.imul(form ^ letters.charCodeAt(i), 16777619);
  return form >>> 0;
}
