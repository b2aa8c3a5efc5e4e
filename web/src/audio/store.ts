// Sounds that this phone keeps, each under its hash, and of which files they came. A place of its own: who keeps no recordings has none.
import { answered, ended, openStores } from "../worker/database";

export interface KeptSound {
  language: string;
  type: string;
  bytes: Uint8Array;
}

export interface KeptAudio {
  id: string;
  edition: number;
  madeAt: string;
  size: number;
}

const NAME = "kept-audio";

export const hasSounds = async (): Promise<boolean> => ("databases" in indexedDB ? (await indexedDB.databases()).some((db) => db.name === NAME) : true);

/** Opened for each act and closed behind it: whoever erases must not wait. */
export async function withSounds<T>(act: (db: IDBDatabase) => Promise<T>): Promise<T> {
  const db = await openStores(NAME, ["sounds", "files"], () => undefined);
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

const inside = <T>(store: string, ask: (store: IDBObjectStore) => IDBRequest): Promise<T> => withSounds((db) => answered<T>(ask(db.transaction(store).objectStore(store))));

export const soundOf = (hash: string): Promise<KeptSound | undefined> => inside("sounds", (store) => store.get(hash));
export const sounds = (): Promise<string[]> => inside("sounds", (store) => store.getAllKeys());
export const audioOf = (language: string): Promise<KeptAudio | undefined> => inside("files", (store) => store.get(language));
export const audios = (): Promise<string[]> => inside("files", (store) => store.getAllKeys());

/** Forgets what is not among these of a language; all of it, and its file, where nothing is. */
export const forget = (language: string, but: Set<string>): Promise<void> => withSounds((db) => {
  const tx = db.transaction(["sounds", "files"], "readwrite");
  const asked = tx.objectStore("sounds").openCursor();
  asked.onsuccess = (): void => {
    const at = asked.result;
    if (!at) return;
    if ((at.value as KeptSound).language === language && !but.has(at.key as string)) at.delete();
    at.continue();
  };
  if (but.size === 0) tx.objectStore("files").delete(language);
  return ended(tx);
});

export const eraseSounds = (): Promise<unknown> => answered(indexedDB.deleteDatabase(NAME));
