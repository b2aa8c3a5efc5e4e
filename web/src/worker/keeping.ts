// Keeping a pack, making it newer, taking one from a file. What is revoked is asked for before anything else.
import { applied, fileOf, type Pack, type PackVerdict } from "../pack/pack";
import { PackBroken } from "../pack/broken";
import { keepAssets } from "./assets";
import { CannotKeep } from "./cannot";
import { askJson, delta, file, revokedText, type PackOffered, type Told } from "./line";
import { changed } from "./pockets";
import { beginAnew, facts, learn, packOf, put, shellOf, type KeptPack, type Shell } from "./store";
import { rootKey, takeRevoked, verdictOf } from "./trust";

const SHOWN = ["good", "addresses_over", "expired", "early"];
const PAGE = "<!doctype html>";
const INSIDE = /<script type="application\/octet-stream" id="pack">([A-Za-z0-9+/=]*)<\/script>/g;

/** One at a time of each pack, whatever tab asks and whichever version of this program runs. */
const alone = <T>(name: string, act: () => Promise<T>): Promise<T> => (navigator.locks ? (navigator.locks.request(`keep-${name}`, act) as Promise<T>) : act());

/** Fetches a pack, or what is new in it. @returns whether anything changed. */
export const keep = (name: string, told: Told): Promise<boolean> => alone(name, async () => {
  const list = await revokedText();
  const old = await packOf(name);
  const shell = await askJson<Shell>(`/packs/${name}/pages`);
  const root = await rootKey(shell.root);
  const isCalledBack = await takeRevoked(list, root);
  if (isCalledBack) changed();
  const { packs } = await askJson<{ packs: PackOffered[] }>("/packs");
  const offered = packs.find((pack) => pack.name === name);
  if (!offered) throw new CannotKeep("none");
  await keepAssets(shell);
  const known = await shellOf(name);
  // One that was called back is never taken as the one that is wanted, whatever is offered.
  const isThere = old?.id === offered.id && !(await standing(old));
  if (isThere && known?.version === shell.version) return isCalledBack;
  const pack = isThere ? old : await newest(offered, old, root, told);
  await put(pack, shell);
  const at = Date.now();
  await learn({ lookedAt: at, renewedAt: (await facts()).renewedAt ?? at });
  return true;
});

/** Why nothing of a pack that is kept may be shown; undefined where it may. */
export async function standing({ file, name }: KeptPack): Promise<string | undefined> {
  const { state } = await verdictOf(file, await rootKey(), "file", name);
  return SHOWN.includes(state) ? undefined : state;
}

/** Takes a pack from a file that came from anybody's hand; also the page that opens from the file system. */
export async function take(bytes: Uint8Array): Promise<string> {
  const root = await rootKey();
  const verdict = await verdictOf(packIn(bytes), root, "file");
  const { pack } = shown(verdict);
  const { name } = pack.manifest;
  await alone(name, async () => {
    const shell = (await shellOf(name)) ?? (await askJson<Shell>(`/packs/${name}/pages`));
    await rootKey(shell.root);
    await keepAssets(shell);
    await put(kept(pack, packIn(bytes)), shell);
  });
  return name;
}

async function newest(offered: PackOffered, old: KeptPack | undefined, root: CryptoKey, told: Told): Promise<KeptPack> {
  const changed = old && offered.from.includes(old.id) ? await byDelta(offered.name, old, root) : undefined;
  if (changed) return changed;
  let bytes = await file(offered.name, offered.gzip, told);
  let verdict = await verdictOf(bytes, root, "file", offered.name);
  // What was put together of two downloads does not hold: once more, whole.
  if (verdict.state === "unreadable") {
    await beginAnew(offered.name);
    bytes = await file(offered.name, offered.gzip, told);
    verdict = await verdictOf(bytes, root, "file", offered.name);
  }
  return kept(shown(verdict).pack, bytes);
}

async function byDelta(name: string, old: KeptPack, root: CryptoKey): Promise<KeptPack | undefined> {
  try {
    const change = await delta(name, old.id);
    if (!change) return undefined;
    const before = await verdictOf(old.file, root, "file");
    if (!before.pack) return undefined;
    const body = await applied(before.pack, change);
    const { pack } = await verdictOf(body, root, "body", name);
    return pack && kept(pack, await fileOf(body));
  } catch (error) {
    // It does not fit, such as where addresses were forgotten meanwhile: the whole one does.
    if (error instanceof PackBroken) return undefined;
    throw error;
  }
}

function shown(verdict: PackVerdict): { pack: Pack } {
  if (!verdict.pack || !SHOWN.includes(verdict.state)) throw new CannotKeep(verdict.state);
  return { pack: verdict.pack };
}

function kept({ id, manifest }: Pack, bytes: Uint8Array): KeptPack {
  const { name, language, countries, edition, madeAt, expiresAt, entries, demonstration } = manifest;
  return { name, language, countries, id, edition, madeAt, expiresAt, entries, demonstration, file: bytes };
}

function packIn(bytes: Uint8Array): Uint8Array {
  const begins = new TextDecoder().decode(bytes.subarray(0, PAGE.length));
  if (begins !== PAGE) return bytes;
  const inside = [...new TextDecoder().decode(bytes).matchAll(INSIDE)].at(-1)?.[1];
  if (inside === undefined) throw new CannotKeep("unreadable");
  return Uint8Array.from(atob(inside), (letter) => letter.charCodeAt(0));
}
