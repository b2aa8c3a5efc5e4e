// What counts how much, in whole numbers. Twin of Publication/Search/Ranking/Points.cs.
import { Door } from "../hours/doors";
import { NameKind } from "../understand/reading";
import type { Vocabulary } from "../words/vocabulary";
import { squaredOf } from "../where/plane";

export const CHOSEN = 400;
export const SOUGHT = 300;
export const BY_SERVICE = 60;
export const LINE_OF_COUNTRY = 130;
export const SAME_COUNTRY = 40;
export const ASSURED = 40;
export const DUE = 25;
export const NEVER_ASSURED = 10;
export const STALE = 0;
export const FULL_TONIGHT = -5;
export const SERVES = 80;
export const SERVES_OTHERS = -80;
export const ASKS_NO_PAPERS = 60;
export const ASKS_PAPERS = -60;
export const OWN_CONSULATE = 120;
export const OTHER_CONSULATE = -40;
export const WHOLE_NAME = 80;
export const ONLY_NAME = 500;
export const FEW_NAMES = 12;
export const MOST_BY_NAME = 400;
export const ALL_TOLD = 80;
export const MANY_WORDS = 3;
export const KIND_BY_WORDS = 300;
export const RARE_SUBJECT = 5;
export const RARE_WORD = 6;
const MOST_STEPS = 10;
const FARTHEST = -320;

/** Up to so many kilometres, so many points. */
const BANDS: [number, number][] = [
  [1, 300], [2, 290], [5, 275], [10, 255], [15, 235], [25, 210], [40, 180], [60, 150], [80, 115], [100, 85], [125, 55], [150, 30], [200, 0], [250, -30],
  [300, -55], [400, -90], [500, -120], [700, -160], [1000, -200], [1500, -240], [2500, -280],
];
const EDGES = BANDS.map(([kilometres]) => squaredOf(kilometres));
const DOORS: Record<Door, number> = { [Door.Open]: 60, [Door.Soon]: 35, [Door.Unknown]: 20, [Door.Closed]: 0 };

export function ofDistance(squared: number): number {
  const band = EDGES.findIndex((edge) => squared <= edge);
  return band < 0 ? FARTHEST : BANDS[band]![1];
}

export const ofDoor = (door: Door): number => DOORS[door];

export function ofWord(kind: NameKind, isPlaceKnown: boolean): number {
  if (kind === NameKind.Free || kind === NameKind.FreeSubject) return 22;
  if (kind === NameKind.Subject) return isPlaceKnown ? 12 : 20;
  return kind === NameKind.Kind && !isPlaceKnown ? 10 : 4;
}

/** Steps of rarity of a word that so many of all entries have. */
export const rarity = (having: number, all: number): number => (having === 0 ? 0 : Math.min(MOST_STEPS, 32 - Math.clz32(Math.floor(all / having))));

/** What people need first, where they name a place and nothing else. */
export function withoutKind(vocabulary: Vocabulary): number[] {
  const points = vocabulary.kinds.map(() => 0);
  for (const kind of ["shelter", "food", "health", "child_protection"]) points[vocabulary.kind(kind)] = 60;
  for (const kind of ["women", "legal", "hub", "water", "asylum_authority"]) points[vocabulary.kind(kind)] = 45;
  return points;
}
