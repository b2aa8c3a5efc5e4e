// The scripts and the words of the search, each under an address that changes with its content.
import { CannotKeep } from "./cannot";
import { ask } from "./line";
import type { Shell } from "./store";

const NAME = "kept-assets";

/** Fetches what is not here yet; what no kept pack needs any more goes when the next one comes. */
export async function keepAssets(shell: Shell): Promise<void> {
  const cache = await caches.open(NAME);
  const wanted = [...shell.assets, shell.words];
  for (const path of wanted) {
    if (await cache.match(path)) continue;
    const answer = await ask(path);
    if (!answer.ok) throw new CannotKeep("network");
    await cache.put(path, answer);
  }
}

export async function dropAssets(shells: Shell[]): Promise<void> {
  const cache = await caches.open(NAME);
  const wanted = new Set(shells.flatMap((shell) => [...shell.assets, shell.words]));
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
}

export async function asset(path: string): Promise<Response | undefined> {
  return (await caches.has(NAME)) ? (await caches.open(NAME)).match(path) : undefined;
}

export const eraseAssets = (): Promise<boolean> => caches.delete(NAME);
