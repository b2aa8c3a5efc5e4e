// A pack as it is passed from hand to hand: one line with the hash of what follows, then the body, packed. Twin of
// Publication/Packs/Format/PackFile.cs.
import { holds, PackBroken, sha256, utf8 } from "./broken";

const HEAD = "pack 1 ";
const HEAD_LENGTH = HEAD.length + 64 + 1;
const MOST_HEADER = 120;
const MOST_MANIFEST = 64 * 1024;
const LINE_END = 10;
export const MOST_BYTES = 128 * 1024 * 1024;
/** How a part stands in a file whose holder has forgotten it, because its time was over. */
export const GONE = "gone";

export interface Block {
  name: string;
  how: string;
  bytes: Uint8Array;
}

/** The body of a file; it never unpacks to more than is allowed, whatever the file says. */
export async function bodyOf(file: Uint8Array, most = MOST_BYTES): Promise<Uint8Array> {
  holds(file.length > HEAD_LENGTH);
  const packed = file.subarray(HEAD_LENGTH);
  const head = String.fromCharCode(...file.subarray(0, HEAD_LENGTH));
  holds(head === `${HEAD}${await sha256(packed)}\n`);
  return unpacked(packed, most);
}

export async function unpacked(packed: Uint8Array, most: number): Promise<Uint8Array> {
  const reader = new Blob([packed as BlobPart]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      if ((length += value.length) > most) throw new PackBroken();
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof PackBroken ? error : new PackBroken();
  }
  return joined(pieces);
}

/** A file that anybody can check, of parts as they are. */
export async function fileOf(body: Uint8Array): Promise<Uint8Array> {
  const packed = new Uint8Array(await new Response(new Blob([body as BlobPart]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer());
  return joined([encode(`${HEAD}${await sha256(packed)}\n`), packed]);
}

/** The body: the manifest's line as it was signed, then each of its parts; undefined where it was forgotten. */
export const rawBody = (line: Uint8Array, parts: [name: string, bytes: Uint8Array | undefined][]): Uint8Array =>
  joined([line, encode("\n"), ...parts.flatMap(([name, bytes]) => (bytes ? [encode(`${name} raw ${bytes.length}\n`), bytes] : [encode(`${name} ${GONE} 0\n`)]))]);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export function joined(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** The line of the manifest, and where the blocks begin. */
export function manifestLine(body: Uint8Array): { line: Uint8Array; blocks: number } {
  const end = body.subarray(0, MOST_MANIFEST).indexOf(LINE_END);
  holds(end >= 0);
  return { line: body.subarray(0, end), blocks: end + 1 };
}

export function blocksOf(body: Uint8Array, from: number): Block[] {
  const blocks: Block[] = [];
  for (let at = from; at < body.length; ) {
    const end = body.subarray(at, at + MOST_HEADER).indexOf(LINE_END);
    holds(end >= 0);
    const said = text(body.subarray(at, at + end)).split(" ");
    const start = at + end + 1;
    const length = Number(said[2]);
    holds(said.length === 3 && /^[0-9]{1,10}$/.test(said[2]!) && length <= body.length - start);
    blocks.push({ name: said[0]!, how: said[1]!, bytes: body.subarray(start, start + length) });
    at = start + length;
  }
  return blocks;
}

function text(bytes: Uint8Array): string {
  try {
    return utf8(bytes);
  } catch {
    throw new PackBroken();
  }
}
