// What two words mean together, wherever in a question they stand. Twin of Publication/Search/Understanding/Together.cs.
import { mask } from "../letters/bits";
import type { Meaning } from "../words/meaning";
import type { Vocabulary } from "../words/vocabulary";
import type { TypedWords } from "./typed-words";

const LONGEST = 4;

export function together(vocabulary: Vocabulary, words: TypedWords, taken: number): [Meaning, number][] {
  const said = new Map<number, number>();
  for (let count = LONGEST + 1; count > 0; count--)
    for (let first = 0; first + count <= words.count; first++) {
      const covered = mask(first, count);
      if ((covered & taken) !== 0) continue;
      const sides = vocabulary.sides.get(words.whole(first, count)) ?? vocabulary.sides.get(words.telling(first, count));
      // The longer phrase was met first; a shorter one within it says nothing new, nor does a word that is both sides.
      for (const side of sides ?? []) if (!said.has(side) && ((said.get(side ^ 1) ?? 0) & covered) === 0) said.set(side, covered);
    }
  const found: [Meaning, number][] = [];
  for (const side of [...said.keys()].sort((a, b) => a - b)) {
    const other = said.get(side + 1);
    if (side % 2 === 0 && other !== undefined) found.push([vocabulary.together[side / 2]!, said.get(side)! | other]);
  }
  return found;
}
