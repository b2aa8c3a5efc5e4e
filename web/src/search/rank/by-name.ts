// Entries that have the rarest of the words in their texts, freshest first. Twin of Publication/Search/Ranking/ByName.cs.
import type { Ask } from "./ask";

const OF_RAREST = 384;
const OF_OTHERS = 96;
const MOST = 96;
const WORDS = 3;

export function byName(ask: Ask): { entries: number[]; isAll: boolean } {
  const { entries } = ask.shelf;
  const words = ask.names.filter((word) => word.isSource).sort((a, b) => a.having - b.having || (a.form < b.form ? -1 : 1));
  const seen = new Set<number>();
  const found: { entry: number; worth: number }[] = [];
  let isAll = true;
  words.slice(0, WORDS).forEach((word, i) => {
    const most = i === 0 ? OF_RAREST : OF_OTHERS;
    isAll &&= word.having <= most;
    for (const one of entries.with(word.form).subarray(0, most)) {
      const entry = one >>> 2;
      if (seen.has(entry)) continue;
      seen.add(entry);
      if (ask.admits(entry)) found.push({ entry, worth: words.reduce((sum, other) => sum + other.worth * other.has(entry), 0) });
    }
  });
  isAll &&= found.length <= MOST;
  found.sort((a, b) => b.worth - a.worth || entries.rank[a.entry]! - entries.rank[b.entry]!);
  return { entries: found.slice(0, MOST).map((one) => one.entry), isAll };
}
