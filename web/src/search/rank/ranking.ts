// The answer in blocks: of each list the first so many, then the next twice as many, and so on. Twin of
// Publication/Search/Ranking/{Ranking,Nearest,Freshest}.cs. A pack is small: lists are not kept but walked through all entries.
import { arrange } from "./arranging";
import type { Ask } from "./ask";
import { byName } from "./by-name";
import { compare, found, type Found } from "./scorer";
import { sourcesOf, type Source } from "./sources";

/** Nobody reads farther. */
export const DEEPEST = 2_000;

export class Ranking {
  isAll = false;
  private readonly seen: Uint8Array;
  private readonly ranked: Found[] = [];
  private nearest: number[] | undefined;
  private freshest: number[] | undefined;

  constructor(private readonly ask: Ask) {
    this.seen = new Uint8Array(ask.shelf.entries.count);
  }

  /** Entries in order, at least so many where there are so many. */
  first(most: number): Found[] {
    const { ask, ranked } = this;
    const sources = sourcesOf(ask);
    let namesAreAll = true;
    for (let block = 0; ; block++) {
      const block0: Found[] = [];
      let isAll = true;
      for (const source of sources) isAll = this.gather(source, block, block0) && isAll;
      if (block === 0 && !ask.isLost) {
        const named = byName(ask);
        namesAreAll = named.isAll;
        for (const entry of named.entries) this.add(entry, block0);
      }
      block0.sort(compare);
      if (block === 0 && !arrange(block0, ask)) {
        this.isAll = true;
        return [];
      }
      ranked.push(...block0);
      this.isAll = isAll && namesAreAll;
      if (isAll || ranked.length >= most) return ranked;
    }
  }

  /** Whether the list has no more. */
  private gather(source: Source, block: number, into: Found[]): boolean {
    const until = source.chunk * (2 ** (block + 1) - 1);
    const { entries } = this.ask.shelf;
    const order = this.ask.from && !source.onlyNowhere ? (this.nearest ??= this.byDistance()) : (this.freshest ??= this.byFreshness());
    let taken = 0;
    for (let i = 0; i < order.length && taken < until; i++) {
      const entry = order[i]!;
      if (source.kind >= 0 && ((entries.kinds[entry]! >> source.kind) & 1) === 0) continue;
      if (source.country !== 0 && entries.country[entry] !== source.country) continue;
      if ((entries.traits[entry]! & source.need) !== source.need || (source.onlyNowhere && entries.hasPoint(entry))) continue;
      if (source.nationals !== 0 && !entries.nationals[entry]!.includes(source.nationals)) continue;
      taken++;
      this.add(entry, into);
    }
    return taken < until;
  }

  private add(entry: number, into: Found[]): void {
    if (this.seen[entry] === 1) return;
    this.seen[entry] = 1;
    into.push(found(this.ask, entry));
  }

  private byFreshness(): number[] {
    const all: number[] = [];
    for (let i = 0; i < this.ask.shelf.entries.count; i++) if (this.ask.admits(i)) all.push(i);
    return all;
  }

  // Squares are whole numbers: distance and identifier go into one number, which sorts ten times as fast as a comparison.
  private byDistance(): number[] {
    const { ask } = this;
    const { count, rank, byRank } = ask.shelf.entries;
    const some = this.byFreshness().filter((entry) => ask.squared[entry] !== Infinity);
    const farthest = some.reduce((most, entry) => Math.max(most, ask.squared[entry]!), 0);
    if ((farthest + 1) * count > Number.MAX_SAFE_INTEGER) return some.sort((a, b) => ask.squared[a]! - ask.squared[b]! || rank[a]! - rank[b]!);
    const keys = Float64Array.from(some, (entry) => ask.squared[entry]! * count + rank[entry]!).sort();
    return Array.from(keys, (key) => byRank[key % count]!);
  }
}
