// IndexedDB as promises, as much of it as one small store needs.

export const answered = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = (): void => resolve(asked.result);
    asked.onerror = (): void => reject(asked.error);
  });

/** Whole or not at all; a full phone says so only here. */
export const ended = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = (): void => resolve();
    tx.onabort = (): void => reject(tx.error);
  });

/** @param gone The connection is not to be used any more. */
export async function openStores(name: string, stores: readonly string[], gone: () => void): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, 1);
  asked.onupgradeneeded = (): void => {
    for (const store of stores) asked.result.createObjectStore(store);
  };
  const db = await answered(asked);
  // Another tab erases all, or a newer version waits: let go.
  db.onversionchange = (): void => {
    db.close();
    gone();
  };
  db.onclose = gone;
  return db;
}
