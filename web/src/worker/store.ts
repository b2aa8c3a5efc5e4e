// What this phone keeps, all in one place: packs, the pages around them, and a few facts. Nothing in it depends on what somebody
// looked for or opened: who finds the phone finds what everybody has who keeps that country. Beside it lie the scripts, and what draws
// a map if one was ever opened, which does not tell of what.
import type { Begun } from "../app/said";
import { answered, ended, openStores } from "./database";

export interface KeptPack {
  name: string;
  language: string;
  countries: string[];
  id: string;
  edition: number;
  madeAt: string;
  expiresAt: string;
  entries: number;
  demonstration: boolean;
  /** What ends before the pack was over and has left it. */
  forgotten?: boolean;
  /** As it can be passed on. */
  file: Uint8Array;
}

/** A page of the server as it was when the pack was kept, with what its answer said of itself. */
export interface ShellPage {
  html: string;
  policy: string;
  referrer: string;
}

export interface Shell {
  version: string;
  /** SubjectPublicKeyInfo of the root, base64. */
  root: string;
  words: string;
  assets: string[];
  pages: Record<string, ShellPage>;
}

export interface Facts {
  root?: string;
  /** The newest list of what is revoked, as it was signed. */
  revoked?: string;
  /** Milliseconds since 1970 of the newest signature that was seen: no clock of this phone can be before it. */
  floor?: number;
  lookedAt?: number;
  renewedAt?: number;
  wifiOnly?: boolean;
}

/** By the name of the pack, but for the facts, of which there is one. */
interface Stores {
  packs: KeptPack;
  shells: Shell;
  /** Downloads that were cut: they go on where they stopped. */
  begun: Begun;
  seen: number;
  facts: Facts;
}

const NAME = "kept";
const ALL = "all";
const STORES = ["packs", "shells", "begun", "seen", "facts"] as const;
const WHOLE = { durability: "strict" } as const;
let opened: Promise<IDBDatabase> | undefined;

const open = (): Promise<IDBDatabase> =>
  (opened ??= openStores(NAME, STORES, () => (opened = undefined)).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));

const read = async <S extends keyof Stores>(store: S, key: string): Promise<Stores[S] | undefined> => answered<Stores[S] | undefined>((await open()).transaction(store).objectStore(store).get(key));

/** Whether anything was ever kept, without making a place for it. */
export async function isAnything(): Promise<boolean> {
  if (opened) return true;
  return "databases" in indexedDB ? (await indexedDB.databases()).some((db) => db.name === NAME) : true;
}

export const isAnyKept = async (): Promise<boolean> => (await isAnything()) && (await answered((await open()).transaction("packs").objectStore("packs").count())) > 0;
export const packs = async (): Promise<KeptPack[]> => ((await isAnything()) ? answered<KeptPack[]>((await open()).transaction("packs").objectStore("packs").getAll()) : []);
export const packOf = (name: string): Promise<KeptPack | undefined> => read("packs", name);
export const shellOf = (name: string): Promise<Shell | undefined> => read("shells", name);
export const begunOf = (name: string): Promise<Begun | undefined> => read("begun", name);
export const seenOf = (name: string): Promise<number | undefined> => read("seen", name);
export const facts = async (): Promise<Facts> => ((await isAnything()) ? ((await read("facts", ALL)) ?? {}) : {});

export async function learn(more: Facts): Promise<void> {
  const tx = (await open()).transaction("facts", "readwrite");
  const store = tx.objectStore("facts");
  store.put({ ...(await answered<Facts | undefined>(store.get(ALL))), ...more }, ALL);
  await ended(tx);
}

export async function begin(name: string, begun: Begun): Promise<void> {
  const tx = (await open()).transaction("begun", "readwrite");
  tx.objectStore("begun").put(begun, name);
  await ended(tx);
}

export async function beginAnew(name: string): Promise<void> {
  const tx = (await open()).transaction("begun", "readwrite");
  tx.objectStore("begun").delete(name);
  await ended(tx);
}

/** The old one or the new one, never half of each. */
export async function put(pack: KeptPack, shell: Shell | undefined): Promise<void> {
  const tx = (await open()).transaction(STORES, "readwrite", WHOLE);
  const seen = (await answered<number | undefined>(tx.objectStore("seen").get(pack.name))) ?? 0;
  tx.objectStore("packs").put(pack, pack.name);
  if (shell) tx.objectStore("shells").put(shell, pack.name);
  tx.objectStore("begun").delete(pack.name);
  tx.objectStore("seen").put(Math.max(seen, pack.edition), pack.name);
  await ended(tx);
}

/** It stays known how new the newest was: an old one cannot be brought back afterwards. */
export async function remove(name: string): Promise<void> {
  const tx = (await open()).transaction(STORES, "readwrite", WHOLE);
  for (const store of ["packs", "shells", "begun"]) tx.objectStore(store).delete(name);
  await ended(tx);
}

export async function eraseAll(): Promise<void> {
  const db = opened;
  opened = undefined;
  (await db)?.close();
  await answered(indexedDB.deleteDatabase(NAME));
}
