// Packs as the publisher makes them, small enough to be broken in every bit.
import { createHash, webcrypto as crypto } from "node:crypto";
import { gzipSync } from "node:zlib";

const encode = (text) => new TextEncoder().encode(text);
const base64 = (bytes) => Buffer.from(bytes).toString("base64");
export const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const ECDSA = { name: "ECDSA", namedCurve: "P-256" };

export async function keys() {
  const pair = await crypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
  return { ...pair, spki: base64(await crypto.subtle.exportKey("spki", pair.publicKey)) };
}

/** The object on one line, signed, its signature last. */
export async function signed(object, key) {
  const unsigned = JSON.stringify(object);
  const signature = base64(await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key.privateKey, encode(unsigned)));
  return { ...object, signature };
}

export const certificate = (root, publishing, more = {}) =>
  signed({ publicKey: publishing.spki, usage: "publishing", notBefore: "2026-01-01T00:00:00Z", notAfter: "2027-06-01T00:00:00Z", demonstration: false, ...more }, root);

// Two entries of one shape: their names in a column, the kind of both one value, the rest alike.
export const LINES = "<b>Casa Uno</b>\tshelter\n<b>Casa Dos</b>\tshelter\n";
const FOLDED = JSON.stringify({ n: 2, runs: ["<b>", "</b>\t", "\n"], values: ["shelter"], shapes: "#$%", lines: "##", said: ["", "--", ""], columns: [["Casa Uno", "Casa Dos"], [], []] });

export const PARTS = [
  { name: "centres", how: "fold", bytes: encode(LINES), as: encode(FOLDED) },
  { name: "addresses", how: "raw", bytes: encode("Calle 1\nCalle 2\n"), expiresAt: "2026-11-29T00:00:00Z" },
  { name: "search", how: "raw", bytes: Uint8Array.from([65, 77, 80, 73, 1, 0, 255]) },
];

export async function pack(root, publishing, { manifest = {}, parts = PARTS, of = {}, spoil = (line) => line, tail = "" } = {}) {
  const said = {
    format: "amparo-pack-1", name: "hn-es", countries: ["HN"], language: "es", edition: 12, contentRoot: "0".repeat(64), madeAt: "2026-11-22T09:00:00Z", expiresAt: "2026-12-22T09:00:00Z", demonstration: false, entries: 2,
    parts: parts.map(({ name, bytes, expiresAt }) => ({ name, sha256: sha256(bytes), size: bytes.length, records: 2, ...(expiresAt && { expiresAt }) })), certificate: await certificate(root, publishing, of), ...manifest,
  };
  const line = spoil(JSON.stringify(await signed(said, publishing)));
  const blocks = parts.flatMap(({ name, how, bytes, as = bytes }) => [encode(`${name} ${how} ${as.length}\n`), as]);
  return file(Buffer.concat([encode(`${line}\n`), ...blocks, encode(tail)]));
}

export function file(body) {
  const packed = gzipSync(body);
  return Uint8Array.from(Buffer.concat([encode(`pack 1 ${sha256(packed)}\n`), packed]));
}

export const revoked = async (root, publishing, more = {}) =>
  encode(JSON.stringify(await signed({
    format: "amparo-revoked-1", madeAt: "2026-11-22T10:00:00Z", edition: 13, demonstration: false, entries: [], addresses: [], packs: [], keys: [], ...more, certificate: await certificate(root, publishing),
  }, publishing)));
