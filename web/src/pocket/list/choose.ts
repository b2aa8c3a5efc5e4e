// Which of several packs a list is over: the one that the question is about. Their answers are not mixed: an entry's points hang on how rare
// a word is among the entries of its own pack, and the first places are arranged in each.
import type { Shelf } from "../held/shelf";
import { kilometresBetween, type Point } from "../../search/where/plane";
import type { Asked } from "./asked";
import { nearOf } from "./near";

/** Undefined where none holds the country that is asked for. */
export function choose(shelves: readonly Shelf[], asked: Asked, now: number): Shelf | undefined {
  const held = shelves.filter((shelf) => asked.country === null || shelf.countries.includes(asked.country));
  if (held.length < 2) return held[0];
  return byNear(held, asked) ?? byText(held, asked, now) ?? held[0];
}

function byNear(shelves: readonly Shelf[], { near, country }: Asked): Shelf | undefined {
  if (near === "") return undefined;
  const read = shelves.map((shelf) => nearOf(near, country, shelf.search));
  const { point, cell } = read[0]!;
  if (cell !== null) return shelves.reduce((best, shelf) => (away(shelf, point!) < away(best, point!) ? shelf : best));
  return shelves.find((_, i) => read[i]!.point !== null);
}

function byText(shelves: readonly Shelf[], { text, country }: Asked, now: number): Shelf | undefined {
  if (text === "") return undefined;
  const read = shelves.map((shelf) => shelf.search.search({ text, country, language: shelf.texts.language, now, take: 0 }).understood);
  return shelves.find((_, i) => read[i]!.place !== null) ?? shelves.find((shelf, i) => read[i]!.country !== null && shelf.countries.includes(read[i]!.country!));
}

function away(shelf: Shelf, point: Point): number {
  const town = shelf.search.gazetteer.nearestTo(point);
  return town ? kilometresBetween(point, town) : Infinity;
}
