// What a pack is, signed, on one line. Twin of Publication/Packs/Format/PackManifest.cs and Editions/Certificate.cs.
import { holds, PackBroken, sha256, utf8 } from "./broken";
import { MOST_BYTES } from "./file";

const FORMAT = "amparo-pack-1";
const MOST_PARTS = 40;
const MOST_COUNTRIES = 12;
const LANGUAGES = ["es", "en", "fr", "pt", "ht"];
const HASH = /^[0-9a-f]{64}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

export interface Part {
  name: string;
  sha256: string;
  size: number;
  records: number;
  /** After this a device drops this part and keeps the others. */
  expiresAt?: string;
}

/** With this the offline root key says which key may sign, for how long, and of which kind of data. */
export interface Certificate {
  publicKey: string;
  usage: string;
  notBefore: string;
  notAfter: string;
  demonstration: boolean;
  signature: string;
}

export interface Manifest {
  format: string;
  name: string;
  countries: string[];
  language: string;
  edition: number;
  contentRoot: string;
  madeAt: string;
  expiresAt: string;
  demonstration: boolean;
  auditCheckpoint?: string;
  entries: number;
  parts: Part[];
  certificate: Certificate;
  signature: string;
}

/** Refuses every byte that the publisher would not write so: no member can be added, doubled or spelled otherwise. */
export function readManifest(line: Uint8Array): { manifest: Manifest; text: string } {
  try {
    const text = utf8(line);
    const json = JSON.parse(text) as Manifest;
    const manifest: Manifest = {
      format: FORMAT, name: string(json.name), countries: json.countries.map(string), language: string(json.language), edition: whole(json.edition), contentRoot: hash(json.contentRoot),
      madeAt: time(json.madeAt), expiresAt: time(json.expiresAt), demonstration: json.demonstration === true, ...(json.auditCheckpoint === undefined ? {} : { auditCheckpoint: hash(json.auditCheckpoint) }),
      entries: whole(json.entries), parts: json.parts.map(part), certificate: readCertificate(json.certificate), signature: string(json.signature),
    };
    holds(JSON.stringify(manifest) === text && manifest.parts.length <= MOST_PARTS && new Set(manifest.parts.map((p) => p.name)).size === manifest.parts.length);
    holds(manifest.parts.reduce((sum, p) => sum + p.size, 0) <= MOST_BYTES && nameOf(manifest.countries, manifest.language) === manifest.name);
    return { manifest, text };
  } catch {
    throw new PackBroken();
  }
}

/** Names this very signing of it. */
export const idOf = async (text: string): Promise<string> => (await sha256(new TextEncoder().encode(text))).slice(0, 24);

export const readCertificate = (json: Certificate): Certificate => ({
  publicKey: string(json.publicKey), usage: string(json.usage), notBefore: time(json.notBefore), notAfter: time(json.notAfter), demonstration: json.demonstration === true, signature: string(json.signature),
});

export function time(text: string): string {
  holds(TIME.test(text) && new Date(text).toISOString().slice(0, 19) === text.slice(0, 19));
  return text;
}

export function string(value: unknown): string {
  holds(typeof value === "string");
  return value;
}

export function whole(value: number): number {
  holds(Number.isSafeInteger(value));
  return value;
}

const hash = (value: string): string => {
  holds(HASH.test(string(value)));
  return value;
};

const part = (json: Part): Part => {
  holds(/^[a-z_]{1,40}$/.test(json.name) && json.size >= 0 && json.size <= MOST_BYTES && json.records >= 0);
  return { name: json.name, sha256: hash(json.sha256), size: whole(json.size), records: whole(json.records), ...(json.expiresAt === undefined ? {} : { expiresAt: time(json.expiresAt) }) };
};

function nameOf(countries: string[], language: string): string {
  holds(countries.length > 0 && countries.length <= MOST_COUNTRIES && countries.every((c) => /^[A-Z]{2}$/.test(c)) && new Set(countries).size === countries.length && LANGUAGES.includes(language));
  return [...countries, language].join("-").toLowerCase();
}
