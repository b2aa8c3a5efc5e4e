// Makes of an old pack the body of the new one. A delta is not trusted: what comes out is checked like any pack.
// Twin of Publication/Packs/Changing/{PackDelta,LineChange,ByteChange}.cs.
import { holds, PackBroken, utf8 } from "./broken";
import type { Pack } from "./check";
import { blocksOf, joined, manifestLine, MOST_BYTES, rawBody, unpacked } from "./file";
import { readManifest, type Part } from "./manifest";
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
    case "bytes": return patched(before, bytes, part.size);
    default: throw new PackBroken();
  }
}

function lines(old: Uint8Array, change: Uint8Array, size: number): Uint8Array {
  const { steps, rest } = stepsOf(change);
  // New lines are part of what comes out, so they are no longer than it.
  const [before, fresh] = [lineEnds(old), lineEnds(unfoldedUpTo(rest, size))];
  let taken = 0;
  return made(steps, size, (added, start, count) => {
    const pieces = [stretch(fresh, taken, added), stretch(before, start, count)];
    taken += added;
    return pieces;
  }, () => taken === fresh.ends.length);
}

function patched(old: Uint8Array, change: Uint8Array, size: number): Uint8Array {
  const { steps, rest } = stepsOf(change);
  let taken = 0;
  return made(steps, size, (added, start, count) => {
    holds(added <= rest.length - taken && count <= old.length - start);
    const pieces = [rest.subarray(taken, taken + added), old.subarray(start, start + count)];
    taken += added;
    return pieces;
  }, () => taken === rest.length);
}

function made(steps: number[], size: number, take: (added: number, start: number, count: number) => Uint8Array[], isAllTaken: () => boolean): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let i = 0; i < steps.length; i += 3) {
    for (const piece of take(steps[i]!, steps[i + 1]!, steps[i + 2]!)) {
      pieces.push(piece);
      holds((length += piece.length) <= size);
    }
  }
  holds(length === size && isAllTaken());
  return joined(pieces);
}

interface Lines {
  bytes: Uint8Array;
  ends: number[];
}

function lineEnds(bytes: Uint8Array): Lines {
  const ends: number[] = [];
  for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) ends.push(at + 1);
  return { bytes, ends };
}

function stretch({ bytes, ends }: Lines, from: number, count: number): Uint8Array {
  holds(count <= ends.length - from);
  return count === 0 ? new Uint8Array(0) : bytes.subarray(from === 0 ? 0 : ends[from - 1], ends[from + count - 1]);
}

/** The line of numbers, `[added,start,count,…]`, and what follows it. */
function stepsOf(change: Uint8Array): { steps: number[]; rest: Uint8Array } {
  const end = change.indexOf(LINE_END);
  holds(end >= 0);
  try {
    const steps = JSON.parse(utf8(change.subarray(0, end))) as number[];
    holds(Array.isArray(steps) && steps.length % 3 === 0 && steps.every((step) => Number.isSafeInteger(step) && step >= 0));
    return { steps, rest: change.subarray(end + 1) };
  } catch {
    throw new PackBroken();
  }
}
