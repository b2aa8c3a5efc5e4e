// Lines that were folded into templates and columns. Hostile input costs no more than the size that a signed manifest names.
// Twin of Publication/Packs/Format/{Unfolding,Letters}.cs.
import { holds, PackBroken, utf8 } from "./broken";

const OWN = 1;
const FIRST_VALUE = 2;
const LETTERS_BEGIN = 0x23;
const BACKSLASH = 0x5c;
const SURROGATES = 0xd800;

interface Folded {
  n: number;
  runs: string[];
  values: string[];
  shapes: string;
  lines: string;
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
  holds(json.n === json.lines.length && json.columns.length === runs.length && json.columns.every((column) => column.length > 0));
  const shapes = parted(json.shapes, runs);
  const [at, literal] = [json.columns.map(() => 0), json.columns.map(() => 0)];
  const into = new Uint8Array(most);
  let length = 0;
  const put = (bytes: Uint8Array): void => {
    holds(bytes.length <= most - length);
    into.set(bytes, length);
    length += bytes.length;
  };
  const next = (run: number, own: Uint8Array): Uint8Array => {
    const column = json.columns[run]!;
    const said = column[0] === "" ? 0 : at[run]! < column[0]!.length ? numberOf(column[0]!.charCodeAt(at[run]!++)) : -1;
    if (said === OWN) return own;
    const value = values[said - FIRST_VALUE];
    if (said >= FIRST_VALUE && value) return value;
    holds(said === 0 && ++literal[run]! < column.length);
    return encode(column[literal[run]!]!);
  };
  for (let i = 0; i < json.lines.length; i++) {
    const shape = shapes[numberOf(json.lines.charCodeAt(i))];
    holds(shape !== undefined);
    let own: Uint8Array = new Uint8Array(0);
    shape.forEach((run, k) => {
      put(runs[run]!);
      if (k === shape.length - 1) return;
      const from = length;
      put(next(run, own));
      holds(length > from); // else empty texts could turn for ever
      if (k === 0) own = into.slice(from, length);
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
