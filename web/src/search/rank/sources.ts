// Which lists answer a question, and how much of each is looked at. Twin of Publication/Search/Ranking/Sources.cs.
import { numbersOf, popCount } from "../letters/bits";
import type { Ask } from "./ask";
import * as traits from "./traits";

const MOST = 64;
const LEAST = 24;
const MOST_SERVING = 32;
const FOR_SOME = 16;
const LINES = 24;
const OF_EACH_NEED = 6;
const ANY = -1;

export interface Source {
  /** Minus one for any. */
  kind: number;
  /** Zero for all. */
  country: number;
  /** Whose nationals must be served; zero for no matter whose. */
  nationals: number;
  need: number;
  onlyNowhere: boolean;
  chunk: number;
}

export function sourcesOf(ask: Ask): Source[] {
  const sources: Source[] = [];
  if (ask.isLost) return sources;
  const add = (kind: number, chunk: number, need = 0, onlyNowhere = false, country = ask.country): void => {
    sources.push({ kind, country, nationals: 0, need, onlyNowhere, chunk });
  };
  const chosen = (source: Omit<Source, "need" | "onlyNowhere">): void => {
    const whole = { ...source, need: 0, onlyNowhere: false };
    if (ask.forChosen === 0) sources.push(whole);
    else sources.push({ ...whole, need: ask.forChosen, chunk: Math.min(source.chunk, MOST_SERVING) }, { ...whole, need: traits.SAYS_NOT_WHOM, chunk: LEAST });
  };
  const list = (kind: number, chunk: number): void => chosen({ kind, country: ask.country, nationals: 0, chunk });

  if (ask.kinds === 0) {
    // Who types a name and no place means the name.
    if (ask.names.some((word) => word.isFree) && !ask.reading.place && ask.reading.country === 0) return sources;
    list(ANY, MOST);
    ask.shelf.withoutKind.forEach((points, kind) => { if (points > 0) list(kind, OF_EACH_NEED); });
    return sources;
  }
  const chunk = Math.max(LEAST, Math.floor(MOST / popCount(ask.kinds)));
  for (const kind of numbersOf(ask.kinds)) {
    list(kind, chunk);
    for (const who of numbersOf(ask.reading.for)) add(kind, FOR_SOME, 1 << who);
    if (!ask.from) continue;
    if (ask.home !== 0) add(kind, LINES, 0, true, ask.home);
    if (ask.home !== ask.country || ask.home === 0) add(kind, LINES, 0, true);
  }
  if (ask.reading.nationality !== 0) chosen({ kind: ANY, country: 0, nationals: ask.reading.nationality, chunk: LEAST });
  return sources;
}
