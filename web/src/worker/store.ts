// What this phone keeps, all in one place: packs, the pages around them, and a few facts. Nothing in it depends on what somebody
// looked for or opened: who finds the phone finds what everybody has who keeps that country.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

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

/** A download that was cut: it goes on where it stopped. */
export interface Begun {
  etag: string;
  bytes: Uint8Array;
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

interface Shape extends DBSchema {
  packs: { key: string; value: KeptPack };
  shells: { key: string; value: Shell };
  begun: { key: string; value: Begun };
  seen: { key: string; value: number };
  facts: { key: string; value: Facts };
}

const NAME = "kept";
const ALL = "all";
let opened: Promise<IDBPDatabase<Shape>> | undefined;

const open = (): Promise<IDBPDatabase<Shape>> =>
  (opened ??= openDB<Shape>(NAME, 1, {
    upgrade(db) {
      for (const store of ["packs", "shells", "begun", "seen", "facts"] as const) db.createObjectStore(store);
    },
    // Another tab erases all, or a newer version waits: let go.
    blocking: () => void close(),
    terminated: () => (opened = undefined),
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));

async function close(): Promise<void> {
  const db = opened;
  opened = undefined;
  (await db)?.close();
}

/** Whether anything was ever kept, without making a place for it. */
export async function isAnything(): Promise<boolean> {
  if (opened) return true;
  return "databases" in indexedDB ? (await indexedDB.databases()).some((db) => db.name === NAME) : true;
}

export const packs = async (): Promise<KeptPack[]> => ((await isAnything()) ? (await open()).getAll("packs") : []);
export const packOf = async (name: string): Promise<KeptPack | undefined> => (await open()).get("packs", name);
export const shellOf = async (name: string): Promise<Shell | undefined> => (await open()).get("shells", name);
export const begunOf = async (name: string): Promise<Begun | undefined> => (await open()).get("begun", name);
export const seenOf = async (name: string): Promise<number | undefined> => (await open()).get("seen", name);
export const facts = async (): Promise<Facts> => ((await isAnything()) ? ((await (await open()).get("facts", ALL)) ?? {}) : {});

export async function learn(more: Facts): Promise<void> {
  const tx = (await open()).transaction("facts", "readwrite");
  await tx.store.put({ ...(await tx.store.get(ALL)), ...more }, ALL);
  await tx.done;
}

export const begin = async (name: string, begun: Begun): Promise<void> => void (await (await open()).put("begun", begun, name));

export const beginAnew = async (name: string): Promise<void> => (await open()).delete("begun", name);

/** The old one or the new one, never half of each. */
export async function put(pack: KeptPack, shell: Shell | undefined): Promise<void> {
  const tx = (await open()).transaction(["packs", "shells", "begun", "seen"], "readwrite", { durability: "strict" });
  const seen = (await tx.objectStore("seen").get(pack.name)) ?? 0;
  await Promise.all([
    tx.objectStore("packs").put(pack, pack.name),
    shell && tx.objectStore("shells").put(shell, pack.name),
    tx.objectStore("begun").delete(pack.name),
    tx.objectStore("seen").put(Math.max(seen, pack.edition), pack.name),
  ]);
  await tx.done;
}

/** It stays known how new the newest was: an old one cannot be brought back afterwards. */
export async function remove(name: string): Promise<void> {
  const tx = (await open()).transaction(["packs", "shells", "begun"], "readwrite", { durability: "strict" });
  await Promise.all([tx.objectStore("packs").delete(name), tx.objectStore("shells").delete(name), tx.objectStore("begun").delete(name)]);
  await tx.done;
}

export async function eraseAll(): Promise<void> {
  await close();
  await deleteDB(NAME);
}
