import { eraseSounds } from "../audio/store";
import { eraseAssets } from "./assets";
import { changed } from "./pockets";
import { eraseAll } from "./store";

/** Packs, pages, scripts, and this worker itself. */
export async function eraseEverything(): Promise<void> {
  changed();
  await Promise.all([eraseAll(), eraseAssets(), eraseSounds()]);
  await (self as unknown as ServiceWorkerGlobalScope).registration.unregister();
}
