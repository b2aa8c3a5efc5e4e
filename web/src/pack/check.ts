// Looks at a pack before anything of it is shown. The order is the order of distrust: the manifest's signature comes before any
// byte of a part is unfolded. Twin of Publication/Packs/Format/PackCheck.cs; the codes are those of its texts.
import { holds, PackBroken, sha256, utf8 } from "./broken";
import { blocksOf, bodyOf, GONE, manifestLine, type Block } from "./file";
import { idOf, readManifest, type Manifest } from "./manifest";
import { certified, withdraws, type Revoked } from "./revoked";
import { isSigned } from "./signed";
import { unfolded } from "./unfold";

export type PackState =
  | "good" | "addresses_over" | "expired" | "early" | "replayed" | "withdrawn" | "other_pack" | "other_kind" | "other_key" | "altered" | "unreadable" | "too_new";

export interface PackExpected {
  /** Milliseconds since 1970, by the clock of this device. */
  now: number;
  name?: string;
  /** The highest edition of this pack that was seen here. */
  seenEdition?: number;
  demonstration?: boolean;
  revoked?: Revoked;
}

export interface Pack {
  /** Names this very signing of it. */
  id: string;
  manifest: Manifest;
  /** The manifest as it was signed, without its line end. */
  line: Uint8Array;
  /** Unpacked, but for those whose time is over: what is not there cannot be shown. */
  parts: Map<string, Uint8Array>;
}

export interface PackVerdict {
  state: PackState;
  /** Absent where nothing of it may be shown. */
  pack?: Pack;
  /** Absent where what it says of itself cannot be believed. */
  manifest?: Manifest;
}

/** So much may two clocks differ. */
const CLOCKS = 24 * 3_600_000;
const SHOWN: PackState[] = ["good", "addresses_over", "expired", "early"];

/** A file that came from anybody's hand. */
export async function checkFile(file: Uint8Array, root: CryptoKey, expected: PackExpected): Promise<PackVerdict> {
  try {
    return await checkBody(await bodyOf(file), root, expected);
  } catch (error) {
    if (error instanceof PackBroken) return { state: "unreadable" };
    throw error;
  }
}

/** The same of a body that the network has unpacked. */
export async function checkBody(body: Uint8Array, root: CryptoKey, expected: PackExpected): Promise<PackVerdict> {
  try {
    const { line, blocks } = manifestLine(body);
    const { state, manifest } = await checkManifest(line, root, expected);
    if (!manifest || !SHOWN.includes(state)) return { state, ...(manifest && { manifest }) };
    const cut = blocksOf(body, blocks);
    const parts = await partsOf(manifest, cut, expected.now);
    if (!parts) return { state: "altered" };
    const isForgotten = state === "good" && cut.some((block) => block.how === GONE);
    return { state: isForgotten ? "addresses_over" : state, manifest, pack: { id: await idOf(utf8(line)), manifest, line, parts } };
  } catch (error) {
    if (error instanceof PackBroken) return { state: "unreadable" };
    throw error;
  }
}

async function checkManifest(line: Uint8Array, root: CryptoKey, expected: PackExpected): Promise<{ state: PackState; manifest?: Manifest }> {
  const begun = String.fromCharCode(...line.subarray(0, 40));
  if (begun.startsWith('{"format":"amparo-pack-') && !begun.startsWith('{"format":"amparo-pack-1"')) return { state: "too_new" };
  let read: { manifest: Manifest; text: string };
  try {
    read = readManifest(line);
  } catch (error) {
    if (error instanceof PackBroken) return { state: "altered" };
    throw error;
  }
  const { manifest, text } = read;
  const { certificate, madeAt, expiresAt } = manifest;
  const key = await certified(certificate, root);
  if (!key) return { state: "other_key" };
  if (!(await isSigned(text, key)) || madeAt < certificate.notBefore || madeAt > certificate.notAfter || expiresAt > certificate.notAfter) return { state: "altered" };
  const { demonstration } = manifest;
  if (demonstration !== certificate.demonstration || (expected.demonstration ?? demonstration) !== demonstration) return { state: "other_kind", manifest };
  if (expected.revoked && (await withdraws(expected.revoked, manifest, text))) return { state: "withdrawn", manifest };
  if ((expected.name ?? manifest.name) !== manifest.name) return { state: "other_pack", manifest };
  if (manifest.edition < (expected.seenEdition ?? manifest.edition)) return { state: "replayed", manifest };
  if (Date.parse(madeAt) > expected.now + CLOCKS) return { state: "early", manifest };
  if (Date.parse(expiresAt) <= expected.now) return { state: "expired", manifest };
  return { state: manifest.parts.some((part) => isOver(part.expiresAt, expected.now)) ? "addresses_over" : "good", manifest };
}

/** Undefined where something in it is not what was signed. */
async function partsOf(manifest: Manifest, blocks: Block[], now: number): Promise<Map<string, Uint8Array> | undefined> {
  const parts = new Map<string, Uint8Array>();
  try {
    holds(blocks.length === manifest.parts.length);
    for (const [i, part] of manifest.parts.entries()) {
      const block = blocks[i]!;
      // Only what ends before the pack can have been forgotten by a device that held it.
      if (block.how === GONE) {
        holds(block.name === part.name && block.bytes.length === 0 && part.expiresAt !== undefined);
        continue;
      }
      holds(block.name === part.name && (block.how === "fold" || (block.how === "raw" && block.bytes.length === part.size)));
      const bytes = block.how === "fold" ? unfolded(block.bytes, part.size) : block.bytes;
      holds((await sha256(bytes)) === part.sha256);
      if (!isOver(part.expiresAt, now)) parts.set(part.name, bytes);
    }
    return parts;
  } catch (error) {
    if (error instanceof PackBroken) return undefined;
    throw error;
  }
}

const isOver = (at: string | undefined, now: number): boolean => at !== undefined && Date.parse(at) <= now;
