// Text as people search it: small letters without accents, words parted by one space. Twin of Kernel/Geography/FoldedText.cs.
const LETTERS =
  "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y" +
  "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkkkllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
const TWO: Record<string, string> = { "ß": "ss", "Æ": "ae", "æ": "ae", "Œ": "oe", "œ": "oe", "Þ": "th", "þ": "th" };
const OTHER_LETTER = /[\p{L}\p{Nd}]/u;

export interface Word {
  /** Where it stands in the original. */
  start: number;
  length: number;
  text: string;
}

export class Folded {
  constructor(readonly text: string, readonly words: Word[]) {}

  get count(): number {
    return this.words.length;
  }

  span(first: number, count: number): string {
    return count === 1 ? this.words[first]!.text : this.words.slice(first, first + count).map((word) => word.text).join(" ");
  }
}

export function folded(text: string, most = 40): Folded {
  const words: Word[] = [];
  let start = -1;
  let word = "";
  for (let i = 0; i <= text.length && words.length < most; i++) {
    const code = i === text.length ? 32 : text.charCodeAt(i);
    if (code >= 0xad && isDropped(code)) continue;
    if (isLetterOrDigit(code)) {
      if (start < 0) start = i;
      word += plain(code);
    } else if (start >= 0) {
      words.push({ start, length: i - start, text: word });
      start = -1;
      word = "";
    }
  }
  return new Folded(text, words);
}

export const fold = (text: string): string => folded(text, Infinity).words.map((word) => word.text).join(" ");

// Accents typed as signs of their own, and the invisible joiners that phones put in.
const isDropped = (code: number): boolean => (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || code === 0xad || code === 0xfeff;

function isLetterOrDigit(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return OTHER_LETTER.test(String.fromCharCode(code));
}

function plain(code: number): string {
  const letter = String.fromCharCode(code);
  if (code < 128) return letter.toLowerCase();
  const two = TWO[letter];
  if (two) return two;
  const one = code >= 0xc0 && code <= 0x17f ? LETTERS[code - 0xc0]! : ".";
  return one !== "." ? one : letter.toLowerCase();
}
