// Makes of an old pack the body of the new one. A delta is not trusted: what comes out is checked like any pack.
// Twin of Publication/Packs/Changing/*.cs.
import { holds, PackBroken, utf8 } from "./broken";
import type { Pack } from "./check";
import { blocksOf, manifestLine, MOST_BYTES, rawBody, unpacked } from "./file";
import { readManifest, type Part } from "./manifest";
import { moved } from "./moves";
import { unfoldedUpTo } from "./unfold";

const HEAD = "delta 1 ";
const LINE_END = 10;
const MOST_HEAD = 100;

/** @throws PackBroken where it is torn, or does not belong to this pack. */
export async function applied(old: Pack, delta: Uint8Array): Promise<Uint8Array> {
  const end = delta.subarray(0, MOST_HEAD).indexOf(LINE_END);
  holds(end > 0 && String.fromCharCode(...delta.subarray(0, end)) === HEAD + old.id);
  const body = await unpacked(delta.subarray(end + 1), MOST_BYTES);
  const { line, blocks } = manifestLine(body);
  const { manifest } = readManifest(line);
  const cut = blocksOf(body, blocks);
  holds(cut.length === manifest.parts.length);
  return rawBody(line, manifest.parts.map((part, i) => {
    const { name, how, bytes } = cut[i]!;
    holds(name === part.name);
    return [name, changed(old.parts.get(name) ?? new Uint8Array(0), how, bytes, part)];
  }));
}

function changed(before: Uint8Array, how: string, bytes: Uint8Array, part: Part): Uint8Array {
  switch (how) {
    case "same": return before;
    case "raw": return bytes;
    case "lines": return lines(before, bytes, part.size);
    case "moved": return index(before, bytes, part.size);
    default: throw new PackBroken();
  }
}

function lines(old: Uint8Array, change: Uint8Array, size: number): Uint8Array {
  const [steps, afterSteps] = row<number[]>(change);
  const [likes, afterLikes] = row<number[]>(afterSteps);
  const [which, afterWhich] = row<number[]>(afterLikes);
  const [edits, rest] = row<Edit[]>(afterWhich);
  // New lines are part of what comes out, so they are no longer than it.
  const [before, fresh] = [linesOf(old), linesOf(unfoldedUpTo(rest, size))];
  const made: string[] = [];
  let [at, added, whole, edited, length] = [0, 0, 0, 0, 0];
  const put = (line: string | undefined): void => {
    holds(line !== undefined && (length += line.length + 1) <= size);
    made.push(line!);
  };
  for (let i = 0; i < steps.length; i += 3) {
    for (let n = 0, like = at; n < steps[i]!; n++) {
      const on = likes[added++];
      put(on === 0 ? fresh[whole++] : changedLine(before[(like += on!) - 1], edits[which[edited++]!]));
    }
    at += steps[i + 1]!;
    for (let n = 0; n < steps[i + 2]!; n++) put(before[at++]);
  }
  holds(added === likes.length && whole === fresh.length && edited === which.length);
  return encoded(made.map((line) => `${line}\n`).join(""), size);
}

/** How many pieces stay, how many go, and what comes, over and over. */
type Edit = (number | string)[];

function changedLine(old: string | undefined, edit: Edit | undefined): string {
  holds(old !== undefined && edit !== undefined);
  const pieces = old!.split(/(?<=[^])(?=[<\t])/);
  const now: (string | number)[] = [];
  let at = 0;
  for (let i = 0; i < edit!.length; i += 3) {
    const [said, go] = [edit![i] as number, edit![i + 1] as number];
    const stay = said < 0 ? pieces.length - at + said : said;
    holds(stay >= 0 && go >= 0 && at + stay + go <= pieces.length);
    now.push(...pieces.slice(at, at + stay), edit![i + 2]!);
    at += stay + go;
  }
  return [...now, ...pieces.slice(at)].join("");
}

function index(old: Uint8Array, change: Uint8Array, size: number): Uint8Array {
  const [moves, rest] = row<number[][]>(change);
  const before = moves.length === 0 ? old : moved(old, moves[0] ?? [], moves[1] ?? []);
  const [steps, fresh] = row<number[]>(rest);
  const into = new Uint8Array(size);
  let [start, taken, length] = [0, 0, 0];
  const put = (from: Uint8Array, at: number, count: number): void => {
    holds(at >= 0 && count >= 0 && count <= from.length - at && count <= size - length);
    into.set(from.subarray(at, at + count), length);
    length += count;
  };
  for (let i = 0; i < steps.length; i += 3) {
    const [added, skipped, count] = [steps[i]!, steps[i + 1]!, steps[i + 2]!];
    put(fresh, taken, added);
    put(before, start += skipped, count);
    taken += added;
    start += count;
  }
  holds(length === size && taken === fresh.length);
  return into;
}

const linesOf = (part: Uint8Array): string[] => (part.length === 0 ? [] : utf8(part.subarray(0, -1)).split("\n"));

function encoded(text: string, size: number): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  holds(bytes.length === size);
  return bytes;
}

/** A line of JSON, of whole numbers where it stands for numbers, and what follows it. */
function row<T extends unknown[]>(change: Uint8Array): [T, Uint8Array] {
  const end = change.indexOf(LINE_END);
  holds(end >= 0);
  try {
    const json = JSON.parse(utf8(change.subarray(0, end))) as T;
    holds(Array.isArray(json) && json.every((one) => Array.isArray(one) || Number.isSafeInteger(one)));
    return [json, change.subarray(end + 1)];
  } catch {
    throw new PackBroken();
  }
}
