// How far two words lie apart in halves of a typing mistake. Twin of Publication/Search/Understanding/Mistakes.cs.
const WHOLE = 2;
const LONGEST = 32;
const HEARD_ALIKE = ["bvw", "szcx", "gj", "kcq", "yi", "mn"];
const VOWELS = "aeo";
let before = new Int32Array(LONGEST + 1);
let last = new Int32Array(LONGEST + 1);
let now = new Int32Array(LONGEST + 1);

export const allowed = (length: number): number => (length < 4 ? 0 : length < 7 ? WHOLE : 2 * WHOLE);

export function mistakes(a: string, b: string, most: number): number {
  if (a.length > LONGEST || b.length > LONGEST || Math.abs(a.length - b.length) * WHOLE > most + 1) return most + 1;
  for (let j = 0; j <= b.length; j++) last[j] = j * WHOLE;
  for (let i = 1; i <= a.length; i++) {
    let least = (now[0] = i * WHOLE);
    for (let j = 1; j <= b.length; j++) {
      const [x, y] = [a[i - 1]!, b[j - 1]!];
      const cost = x === y ? 0 : areAlike(HEARD_ALIKE, x, y) || (i === a.length && j === b.length && VOWELS.includes(x) && VOWELS.includes(y)) ? 1 : WHOLE;
      let best = Math.min(last[j - 1]! + cost, last[j]! + dropped(a, i - 1), now[j - 1]! + dropped(b, j - 1));
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y) best = Math.min(best, before[j - 2]! + WHOLE);
      now[j] = best;
      least = Math.min(least, best);
    }
    if (least > most) return most + 1;
    [before, last, now] = [last, now, before];
  }
  return last[b.length]!;
}

export const areAlike = (groups: string[], a: string, b: string): boolean => groups.some((group) => group.includes(a) && group.includes(b));

// A silent h and a doubled letter are dropped without being heard.
const dropped = (word: string, at: number): number => (word[at] === "h" || (at > 0 && word[at] === word[at - 1]) ? 1 : WHOLE);
