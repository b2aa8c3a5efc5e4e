// What no sum of points may decide. Twin of Publication/Search/Ranking/Arranging.cs.
import { numbersOf } from "../letters/bits";
import { squaredOf } from "../where/plane";
import type { Ask } from "./ask";
import { SOUGHT } from "./points";
import { LAST_TIER, type Found } from "./scorer";

const SEEN = 3;
const NOT_FAR = squaredOf(50);
const REACHABLE = squaredOf(100);

/** Whether there is an answer: where there is nobody else, an authority is still no help for who flees from one. */
export function arrange(ranked: Found[], ask: Ask): boolean {
  const { reading } = ask;
  if (ranked.length > 0 && ranked.every((one) => one.tier >= LAST_TIER)) return false;
  if (ask.chosenKinds === 0 && reading.sideBySide.length > 1) sideBySide(ranked, ask);
  if (reading.nationality !== 0) ownFirst(ranked, ask);
  if (ask.chosenKinds === 0 && reading.first !== 0) firstOfAll(ranked, ask);
  if (ask.kinds !== 0) seenAtOnce(ranked, ask);
  return true;
}

// Who was hurt, and the nearest that cares for that (a hospital apart) is a day away, can at least call.
function firstOfAll(ranked: Found[], ask: Ask): void {
  const { kinds, country } = ask.shelf.entries;
  const { lines } = ask.reading;
  move(ranked, best(ranked, ask, ask.reading.first), 0);
  if (lines === 0 || !ask.from) return;
  if (ranked.some((one) => one.squared <= REACHABLE && (kinds[one.entry]! & lines) !== 0)) return;
  move(ranked, ranked.findIndex((one) => one.squared === Infinity && (kinds[one.entry]! & lines) !== 0 && country[one.entry] === ask.home), 1);
}

// Who says for whom she asks sees at once who says that it serves them; and where all is far, which is the nearest.
function seenAtOnce(ranked: Found[], ask: Ask): void {
  if (ranked.length <= SEEN) return;
  const { traits } = ask.shelf.entries;
  const isForSome = ask.reading.for !== 0;
  let nearest = -1;
  for (let i = 0; i < ranked.length; i++) {
    const one = ranked[i]!;
    if (one.tier !== ranked[0]!.tier || !isSought(ask, one.entry) || (traits[one.entry]! & ask.reading.for) !== ask.reading.for) continue;
    if (i < SEEN && isForSome) return;
    if (nearest < 0 || one.squared < ranked[nearest]!.squared) nearest = i;
  }
  if (nearest < SEEN) return;
  for (let i = 0; i < SEEN && !isForSome; i++) if (ranked[i]!.squared <= Math.max(NOT_FAR, ranked[nearest]!.squared)) return;
  move(ranked, nearest, SEEN - 1);
}

function isSought(ask: Ask, entry: number): boolean {
  for (const kind of numbersOf(ask.shelf.entries.kinds[entry]! & ask.kinds)) if (ask.kindPoints[kind]! >= SOUGHT) return true;
  return false;
}

function sideBySide(ranked: Found[], ask: Ask): void {
  const at = new Set(ask.reading.sideBySide.map((kind) => best(ranked, ask, 1 << kind)).filter((i) => i >= 0));
  const first = [...at].sort((a, b) => a - b).map((i) => ranked[i]!);
  ranked.splice(0, ranked.length, ...first, ...ranked.filter((one) => !first.includes(one)));
}

// Another country's consulate round the corner is of no use to her, however near.
function ownFirst(ranked: Found[], ask: Ask): void {
  if ((ask.last >> ask.shelf.consular) & 1) return;
  move(ranked, ranked.findIndex((one) => ask.shelf.entries.nationals[one.entry]!.includes(ask.reading.nationality)), 0);
}

// Forward only.
function move(ranked: Found[], from: number, to: number): void {
  if (from > to) ranked.splice(to, 0, ...ranked.splice(from, 1));
}

/** The first that is of such a kind; else the first that has such a service; else -1. */
function best(ranked: Found[], ask: Ask, of: number): number {
  const { kind, kinds } = ask.shelf.entries;
  const at = ranked.findIndex((one) => one.tier < LAST_TIER && ((of >> kind[one.entry]!) & 1) === 1);
  return at >= 0 ? at : ranked.findIndex((one) => one.tier < LAST_TIER && (kinds[one.entry]! & of) !== 0);
}
