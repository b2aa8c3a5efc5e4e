// Lines that were folded into templates and columns. Hostile input costs no more than the size that a signed manifest names.
// Twin of Publication/Packs/Format/{Unfolding,Letters}.cs.
import { holds, PackBroken, utf8 } from "./broken";

const OWN = 1;
const MOST_BACK = 8;
const FIRST_VALUE = OWN + MOST_BACK + 1;
const LETTERS_BEGIN = 0x23;
const BACKSLASH = 0x5c;
const SURROGATES = 0xd800;

interface Folded {
  n: number;
  runs: string[];
  values: string[];
  shapes: string;
  lines: string;
  said: string[];
  columns: string[][];
}

export function unfolded(folded: Uint8Array, size: number): Uint8Array {
  const all = unfoldedUpTo(folded, size);
  holds(all.length === size);
  return all;
}

/** The same where it is only known that no more than `most` bytes may come out. */
export function unfoldedUpTo(folded: Uint8Array, most: number): Uint8Array {
  const json = read(folded);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const [runs, values] = [json.runs.map(encode), json.values.map(encode)];
  holds(json.n === json.lines.length && json.columns.length === runs.length && json.said.length === runs.length);
  const shapes = parted(json.shapes, runs);
  const [at, literal] = [json.columns.map(() => 0), json.columns.map(() => 0)];
  const into = new Uint8Array(most);
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    holds(bytes.length <= most - length);
    into.set(bytes, length);
    length += bytes.length;
  };
  const next = (run: number, before: Uint8Array[]): Uint8Array => {
    const [said, literals] = [json.said[run]!, json.columns[run]!];
    const says = said === "" ? 0 : at[run]! < said.length ? numberOf(said.charCodeAt(at[run]!++)) : -1;
    const known = says === OWN ? before[0] : says < FIRST_VALUE ? before[before.length - says + OWN] : values[says - FIRST_VALUE];
    if (says > 0 && known) return known;
    holds(says === 0 && literal[run]! < literals.length);
    return encode(literals[literal[run]!++]!);
  };
  for (let i = 0; i < json.lines.length; i++) {
    const shape = shapes[numberOf(json.lines.charCodeAt(i))];
    holds(shape !== undefined);
    const before: Uint8Array[] = [];
    shape.forEach((run, k) => {
      put(runs[run]!);
      if (k === shape.length - 1) return;
      const from = length;
      put(next(run, before));
      holds(length > from); // else empty texts could turn for ever
      before.push(into.subarray(from, length));
    });
  }
  return into.subarray(0, length);
}

function read(folded: Uint8Array): Folded {
  try {
    const json = JSON.parse(utf8(folded)) as Folded;
    const texts = (list: unknown[]): void => list.forEach((text) => holds(typeof text === "string" && text.length <= 2 ** 26));
    texts(json.runs);
    texts(json.values);
    texts(json.said);
    texts([json.shapes, json.lines]);
    json.columns.forEach(texts);
    holds(Number.isInteger(json.n));
    return json;
  } catch {
    throw new PackBroken();
  }
}

function parted(letters: string, runs: Uint8Array[]): number[][] {
  const shapes: number[][] = [];
  let shape: number[] = [];
  for (let i = 0; i < letters.length; i++) {
    const run = numberOf(letters.charCodeAt(i));
    const bytes = runs[run];
    holds(bytes !== undefined);
    shape.push(run);
    if (bytes[bytes.length - 1] !== 10) continue;
    shapes.push(shape);
    shape = [];
  }
  holds(shape.length === 0);
  return shapes;
}

/** Minus one where it is none. */
const numberOf = (letter: number): number => (letter < LETTERS_BEGIN || letter === BACKSLASH || letter >= SURROGATES ? -1 : letter - LETTERS_BEGIN - (letter > BACKSLASH ? 1 : 0));
