import { eraseSounds } from "../audio/store";
import type { Begun } from "../app/said";
import { eraseAssets } from "./assets";
import { changed } from "./pockets";
import { begunOf, eraseAll, isAnything, packs } from "./store";

const worker = self as unknown as ServiceWorkerGlobalScope;

/** Packs, pages, scripts, and this worker itself. */
export async function eraseEverything(): Promise<void> {
  changed();
  await Promise.all([eraseAll(), eraseAssets(), eraseSounds()]);
  await worker.registration.unregister();
}

/**
 * A phone on which no pack arrived shows nothing of having been asked to keep one.
 * @returns what came of that pack, for the page that is still open.
 */
export async function eraseWhereNothingIsKept(name?: string): Promise<Begun | undefined> {
  const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
  // Another tab may be in the middle of keeping something.
  if (held.length + pending.length > 0 || (await packs()).length > 0) return undefined;
  const begun = name !== undefined && (await isAnything()) ? await begunOf(name) : undefined;
  await eraseEverything();
  return begun;
}
