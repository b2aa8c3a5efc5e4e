// What is heard where a pack is kept: sounds that this phone keeps, and no other. A sound that is asked for singly would tell what
// somebody listens to. The page that names a sound is signed, so its hash says whether it is the right one.
import { sha256 } from "../pack/broken";
import { audioOf, audios, forget, hasSounds, soundOf, sounds } from "../audio/store";
import { ask } from "./line";
import { isAnything } from "./store";

const SOUND = /^\/recordings\/([0-9a-f]{64})\./;
const LINE = /<p data-sound="([0-9a-f]{64})">[^]*?<\/p>/g;

export const isSound = (path: string): boolean => SOUND.test(path);

/** Undefined where nothing is kept on this phone: then the server is asked. */
export async function sound(request: Request): Promise<Response | undefined> {
  if (!(await isAnything())) return undefined;
  const [, hash] = SOUND.exec(new URL(request.url).pathname)!;
  const kept = (await hasSounds()) ? await soundOf(hash!) : undefined;
  if (!kept || (await sha256(kept.bytes)) !== hash) return new Response(null, { status: 404 });
  const headers = { "content-type": kept.type, "accept-ranges": "bytes", "cache-control": "no-store" };
  const { length } = kept.bytes;
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "") ?? [];
  if (from === undefined || Number(from) >= length) return new Response(kept.bytes as BodyInit, { headers });
  const end = Math.min(to ? Number(to) + 1 : length, length);
  return new Response(kept.bytes.subarray(Number(from), end) as BodyInit, { status: 206, headers: { ...headers, "content-range": `bytes ${from}-${end - 1}/${length}` } });
}

/** A page with those lines that can be heard here, and the way to the others. */
export async function heard(page: string): Promise<string> {
  if (!page.includes("data-heard")) return page;
  const kept = new Set((await hasSounds()) ? await sounds() : []);
  let isLess = false;
  const shown = page.replace(LINE, (line, hash: string) => (kept.has(hash) ? line : ((isLess = true), ""))).replace('data-heard hidden="hidden"', "data-heard");
  return isLess ? shown.replace("<p data-heard-keep hidden>", "<p>") : shown;
}

/** Forgets what was withdrawn since. Who forges the list can take sounds away and give none. */
export async function dropSilenced(): Promise<void> {
  if (!(await hasSounds())) return;
  for (const language of await audios()) {
    const file = await audioOf(language);
    const answer = await ask(`/packs/audio-${language}.json`, { "if-none-match": `"${file?.id}"` });
    if (answer.status === 404) await forget(language, new Set());
    if (answer.status === 200) await forget(language, new Set(((await answer.json()) as { recordings: { sha256: string }[] }).recordings.map((one) => one.sha256)));
  }
}
