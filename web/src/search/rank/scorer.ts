// Tier and score of one entry. Twin of Publication/Search/Ranking/Scorer.cs.
import { numbersOf } from "../letters/bits";
import { Door } from "../hours/doors";
import { NameKind } from "../understand/reading";
import type { Ask } from "./ask";
import * as points from "./points";
import * as traits from "./traits";

export interface Found {
  entry: number;
  tier: number;
  score: number;
  /** Infinity where it has no point, or nothing is measured. */
  squared: number;
  rank: number;
}

export const LAST_TIER = 16;

export function compare(a: Found, b: Found): number {
  if (a.tier !== b.tier) return a.tier - b.tier;
  if (a.score !== b.score) return b.score - a.score;
  return a.squared !== b.squared ? a.squared - b.squared : a.rank - b.rank;
}

export function found(ask: Ask, entry: number): Found {
  const { entries } = ask.shelf;
  const door = ask.doorOf(entry);
  const squared = ask.squared[entry]!;
  const text = ofText(ask, entry);
  let score = Math.max(ofKind(ask, entry), text.kind) + ofPlace(ask, entry, squared) + points.ofDoor(door) + ofFreshness(ask, entry) + ofTraits(ask, entry) + ofNationality(ask, entry) + text.points;
  if (entries.fullUntil[entry]! > ask.now) score += points.FULL_TONIGHT;
  return { entry, tier: tier(ask, entry, door), score, squared, rank: entries.rank[entry]! };
}

function tier(ask: Ask, entry: number, door: Door): number {
  const { entries } = ask.shelf;
  let of = (ask.last >> entries.kind[entry]!) & 1 ? LAST_TIER : 0;
  if (ask.forChosen !== 0 && (entries.traits[entry]! & ask.forChosen) !== ask.forChosen) of += 4;
  if (ask.openFirst && door !== Door.Open) of += door === Door.Closed ? 2 : 1;
  return of;
}

function ofKind(ask: Ask, entry: number): number {
  const { entries } = ask.shelf;
  let best = 0;
  for (const kind of numbersOf(entries.kinds[entry]!)) best = Math.max(best, ask.kindPoints[kind]!);
  return Math.max(ask.kindPoints[entries.kind[entry]!]!, best - points.BY_SERVICE);
}

function ofPlace(ask: Ask, entry: number, squared: number): number {
  if (!ask.from) return 0;
  const isHome = ask.shelf.entries.country[entry] === ask.home;
  if (squared === Infinity) return isHome ? points.LINE_OF_COUNTRY : 0;
  return points.ofDistance(squared) + (isHome ? points.SAME_COUNTRY : 0);
}

function ofFreshness(ask: Ask, entry: number): number {
  const { assured, stale, due } = ask.shelf.entries;
  if (assured[entry]! < 0) return points.NEVER_ASSURED;
  return ask.now >= stale[entry]! ? points.STALE : ask.now >= due[entry]! ? points.DUE : points.ASSURED;
}

function ofTraits(ask: Ask, entry: number): number {
  const of = ask.shelf.entries.traits[entry]!;
  let sum = 0;
  for (const who of numbersOf(ask.reading.for)) sum += (of >> who) & 1 ? points.SERVES : of & traits.SAYS_WHOM ? points.SERVES_OTHERS : 0;
  if (ask.noPapersFirst) sum += of & traits.ASKS_NO_PAPERS ? points.ASKS_NO_PAPERS : of & traits.ASKS_PAPERS ? points.ASKS_PAPERS : 0;
  return sum;
}

function ofNationality(ask: Ask, entry: number): number {
  const { entries, consular } = ask.shelf;
  if (ask.reading.nationality === 0 || entries.kind[entry] !== consular) return 0;
  const nationals = entries.nationals[entry]!;
  return nationals.includes(ask.reading.nationality) ? points.OWN_CONSULATE : nationals.length > 0 ? points.OTHER_CONSULATE : 0;
}

// What an entry is called and offers can say more of what is sought than its kind: "rape crisis hotline", "clothing closet".
function ofText(ask: Ask, entry: number): { points: number; kind: number } {
  if (ask.names.length === 0) return { points: 0, kind: 0 };
  let [sum, free, had, rarest, told, hasRareSubject] = [0, 0, 0, Infinity, 0, false];
  for (const word of ask.names) {
    const where = word.has(entry);
    sum += Math.floor((word.worth * where) / 4);
    if (word.isTelling && where >= 3) told++;
    hasRareSubject ||= where >= 3 && word.kind === NameKind.Subject && word.rarity >= points.RARE_SUBJECT;
    if (!word.isFree) continue;
    free++;
    if (where < 3) continue;
    had++;
    rarest = Math.min(rarest, word.having);
  }
  sum = Math.min(sum, points.MOST_BY_NAME);
  const isAll = told === ask.telling && told >= 2;
  if (isAll) sum += points.ALL_TOLD;
  const kind = told >= points.MANY_WORDS || isAll || (hasRareSubject && ask.telling === 1) ? points.KIND_BY_WORDS : 0;
  if (free === 0 || had < free) return { points: sum, kind };
  const isOnly = rarest <= points.FEW_NAMES && (ask.kinds === 0 || (ask.shelf.entries.kinds[entry]! & ask.kinds) !== 0);
  return { points: sum + points.WHOLE_NAME + (isOnly ? points.ONLY_NAME : 0), kind };
}
