// What is kept is made newer in the background: what is revoked first, packs by what changed in them.
import { dropAssets } from "./assets";
import { eraseWhereNothingIsKept } from "./erasing";
import { keep, standing } from "./keeping";
import { revokedText } from "./line";
import { changed } from "./pockets";
import { dropSilenced } from "./recordings";
import { facts, learn, packs, shellOf } from "./store";
import { rootKey, takeRevoked } from "./trust";

const HOUR = 3_600_000;
/** What is revoked is asked for at most so often, packs seldomer. */
const LOOK_EVERY = HOUR;
const RENEW_EVERY = 6 * HOUR;

let running: Promise<void> | undefined;

/** Does nothing where it was done lately, where nothing is kept or where there is no network. */
export const lookAround = (path: string): Promise<void> => (running ??= look(path).catch(() => undefined).finally(() => (running = undefined)));

async function look(path: string): Promise<void> {
  const kept = await packs();
  // A download that ended with the browser goes on from its page; whoever goes elsewhere has left it.
  if (kept.length === 0 && !path.endsWith("/packs")) await eraseWhereNothingIsKept();
  if (!navigator.onLine) return;
  const { lookedAt = 0, renewedAt = 0, wifiOnly = false } = await facts();
  if (kept.length === 0 || isLately(lookedAt, LOOK_EVERY)) return;
  const isOther = await takeRevoked(await revokedText(), await rootKey());
  await learn({ lookedAt: Date.now() });
  // Before anything is renewed: that may fail, and what is called back would be shown as long as this worker lives.
  if (isOther) await tell();
  await dropSilenced().catch(() => undefined);
  const isCalledBack = isOther && (await Promise.all(kept.map(standing))).some((code) => code !== undefined);
  if ((isCalledBack || !isLately(renewedAt, RENEW_EVERY)) && !(wifiOnly && costsMoney())) {
    let isNew = false;
    for (const pack of kept) isNew = (await keep(pack.name, () => undefined)) || isNew;
    await learn({ renewedAt: Date.now() });
    await dropAssets((await Promise.all(kept.map((pack) => shellOf(pack.name)))).filter((shell) => shell !== undefined));
    if (isNew) await tell();
  }
}

// A clock that was set back must not stop it for a year.
const isLately = (at: number, every: number): boolean => Date.now() >= at && Date.now() < at + every;

/** Where the browser does not say what line it has, whoever chose Wi-Fi only is asked to fetch by hand. */
function costsMoney(): boolean {
  const { connection } = navigator as WorkerNavigator & { connection?: { type?: string; saveData?: boolean } };
  return connection?.saveData === true || (connection?.type ?? "cellular") !== "wifi";
}

/** Open pages show something that may not be true any more. */
export async function tell(): Promise<void> {
  changed();
  const { clients } = self as unknown as ServiceWorkerGlobalScope;
  for (const client of await clients.matchAll({ type: "window" })) client.postMessage({ is: "changed" });
}
