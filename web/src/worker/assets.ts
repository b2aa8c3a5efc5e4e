// The scripts and the words of the search, each under an address that changes with its content.
import { CannotKeep } from "./cannot";
import { ask } from "./line";
import { isAnyKept, type Shell } from "./store";

const NAME = "kept-assets";
/** The program of the map and its drawing are three times a country: they come when somebody opens a map, and are then kept as the rest. */
const OF_MAP = /^\/assets\/(atlas|base)\./;
const ADDRESSES_OF_MAP = / data-(?:program|base)="([^"]+)"/g;

/** Fetches what is not here yet; what no kept pack needs any more goes when the next one comes. */
export async function keepAssets(shell: Shell): Promise<void> {
  const cache = await caches.open(NAME);
  const isMapKept = (await cache.keys()).some(({ url }) => OF_MAP.test(new URL(url).pathname));
  for (const path of [...shell.assets, shell.words, ...(isMapKept ? ofMap(shell) : [])]) {
    if (await cache.match(path)) continue;
    const answer = await ask(path);
    if (!answer.ok) throw new CannotKeep("network");
    await cache.put(path, answer).catch((error: unknown) => {
      // A body that is torn, and not a phone that is full.
      throw error instanceof TypeError ? new CannotKeep("network") : error;
    });
  }
}

/** What came because somebody opened a map: without a network it is there from then on, and does not hang on what the browser still has. */
export async function keepWhatDrawsTheMap(path: string, answer: Response): Promise<Response> {
  if (!OF_MAP.test(path) || !answer.ok || !(await isAnyKept())) return answer;
  const copy = answer.clone();
  await (await caches.open(NAME)).put(path, copy).catch(() => undefined);
  return answer;
}

export async function dropAssets(shells: Shell[]): Promise<void> {
  const cache = await caches.open(NAME);
  const wanted = new Set(shells.flatMap((shell) => [...shell.assets, shell.words, ...ofMap(shell)]));
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
}

export async function asset(path: string): Promise<Response | undefined> {
  return (await caches.has(NAME)) ? (await caches.open(NAME)).match(path) : undefined;
}

export const eraseAssets = (): Promise<boolean> => caches.delete(NAME);

/** As the page of the map that is kept names them. */
function ofMap({ pages }: Shell): string[] {
  const page = Object.entries(pages).find(([path]) => path.endsWith("/map"))?.[1].html ?? "";
  return [...page.matchAll(ADDRESSES_OF_MAP)].map(([, path]) => path!);
}
