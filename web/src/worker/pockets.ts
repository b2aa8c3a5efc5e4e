// The packs of a language, opened and checked, with their search built: once in the life of this worker, and again when something changes.
import { fileOf, rawBody, type Pack, type PackState } from "../pack/pack";
import { PocketPages, type Frames } from "../pocket/pages";
import { Words, type WordFile } from "../search/search";
import { asset } from "./assets";
import { learn, packs, put, shellOf, type KeptPack, type Shell } from "./store";
import { now, revoked, rootKey, verdictOf } from "./trust";

export interface Pocket {
  packs: Pack[];
  /** How the oldest of them stands. */
  state: PackState;
  pages: PocketPages;
  /** Then something in it is over, and it is to be opened again. */
  until: number;
}

const opened = new Map<string, Promise<Pocket | undefined>>();
const shells = new Map<string, Shell>();
let words: { path: string; words: Words } | undefined;

/** What was opened is not what is kept any more. */
export function changed(): void {
  opened.clear();
  shells.clear();
}

export async function pocketOf(language: string): Promise<Pocket | undefined> {
  const at = await now();
  const there = await opened.get(language)?.catch(() => undefined);
  if (there && at < there.until) return there;
  const opening = open(language, at);
  opened.set(language, opening);
  try {
    return await opening;
  } catch (error) {
    // Such as a pack that was made for another version of this program: the next look around fetches the new one.
    opened.delete(language);
    await learn({ lookedAt: 0, renewedAt: 0 });
    throw error;
  }
}

/** The pages that were fetched with the packs of a language; they need no search, so they are there at once. */
export async function shellFor(language: string): Promise<Shell | undefined> {
  const known = shells.get(language);
  if (known) return known;
  const found = (await Promise.all((await keptIn(language)).map((pack) => shellOf(pack.name)))).filter((shell) => shell !== undefined);
  if (found.length === 0) return undefined;
  // Read from the store with its packs for each page it took longer than to draw the page.
  const shell = { ...found[0]!, pages: Object.assign({}, ...found.map(({ pages }) => pages)) as Shell["pages"] };
  shells.set(language, shell);
  return shell;
}

// Newest first: where two packs hold the same country, the newer one is asked.
const keptIn = async (language: string): Promise<KeptPack[]> => (await packs()).filter((pack) => pack.language === language).sort((a, b) => b.edition - a.edition || (a.name < b.name ? -1 : 1));

async function open(language: string, at: number): Promise<Pocket | undefined> {
  const shell = await shellFor(language);
  if (!shell) return undefined;
  const root = await rootKey();
  const [open, states] = [[] as Pack[], [] as PackState[]];
  for (const kept of await keptIn(language)) {
    const { state, pack } = await verdictOf(kept.file, root, "file", kept.name);
    if (!pack) continue;
    await forget(kept, pack, at);
    open.push(pack);
    states.push(state);
  }
  if (open.length === 0) return undefined;
  const pages = await PocketPages.open(open, await wordsAt(shell.words), framesOf(language, shell), await revoked(root));
  return { packs: open, state: states.find((state) => state !== "good") ?? "good", pages, until: Math.min(...open.flatMap(endsOf).filter((time) => time > at), Infinity) };
}

const endsOf = ({ manifest }: Pack): number[] => [manifest.expiresAt, ...manifest.parts.flatMap((part) => part.expiresAt ?? [])].map((time) => Date.parse(time));

function framesOf(language: string, { pages }: Shell): Frames {
  const at = (path: string): string => pages[`/${language}${path}`]?.html ?? "";
  // Under the country that the address asks for; under nothing where it asks for none.
  const byCountry = (start: string): Map<string, string> =>
    new Map(Object.keys(pages).filter((path) => path.startsWith(`/${language}${start}`)).map((path) => [path.split("=")[1] ?? "", pages[path]!.html]));
  return {
    list: at("/centres"), signs: at("/?look=signs"), centre: Object.entries(pages).find(([path]) => path.startsWith(`/${language}/centres/`))?.[1].html ?? "",
    consulates: at("/consulates"), emergency: at("/emergency"), danger: byCountry("/danger"), child: byCountry("/child"),
  };
}

// Addresses of houses where people sleep or hide are not only hidden when their time is over: they leave the phone.
async function forget(kept: KeptPack, pack: Pack, at: number): Promise<void> {
  if (kept.forgotten || !pack.manifest.parts.some((part) => part.expiresAt !== undefined && Date.parse(part.expiresAt) <= at)) return;
  const file = await fileOf(rawBody(pack.line, pack.manifest.parts.map((part) => [part.name, pack.parts.get(part.name)])));
  await put({ ...kept, file, forgotten: true }, undefined);
}

async function wordsAt(path: string): Promise<Words> {
  if (words?.path === path) return words.words;
  const file = (await asset(path)) ?? (await fetch(path));
  words = { path, words: new Words((await file.json()) as WordFile) };
  return words.words;
}
