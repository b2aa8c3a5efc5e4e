// Sounds that this phone keeps, each under its hash, and of which files they came. A place of its own: who keeps no recordings has none.
import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from "idb";

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

interface Shape extends DBSchema {
  sounds: { key: string; value: KeptSound };
  files: { key: string; value: KeptAudio };
}

const NAME = "kept-audio";

export const hasSounds = async (): Promise<boolean> => ("databases" in indexedDB ? (await indexedDB.databases()).some((db) => db.name === NAME) : true);

/** Opened for each act and closed behind it: whoever erases must not wait. */
export async function withSounds<T>(act: (db: IDBPDatabase<Shape>) => Promise<T>): Promise<T> {
  const db = await openDB<Shape>(NAME, 1, {
    upgrade(made) {
      made.createObjectStore("sounds");
      made.createObjectStore("files");
    },
  });
  try {
    return await act(db);
  } finally {
    db.close();
  }
}

/** Forgets what is not among these of a language; all of it, and its file, where nothing is. */
export const forget = (language: string, but: Set<string>): Promise<void> => withSounds(async (db) => {
  const tx = db.transaction(["sounds", "files"], "readwrite");
  for (let at = await tx.objectStore("sounds").openCursor(); at; at = await at.continue()) if (at.value.language === language && !but.has(at.key)) await at.delete();
  if (but.size === 0) await tx.objectStore("files").delete(language);
  await tx.done;
});

export const eraseSounds = (): Promise<void> => deleteDB(NAME);
