// What `near=` means: a cell of 5 km, or a place by name. Twin of Public/Centres/Find/{NearWhat,Towns}.cs and Kernel/Geography/Cell.cs.
// A finer position than a cell is rounded here; the server, which must not hear of it, sends the asker to the cell.
import { fold, type PocketSearch, type Point } from "../../search/search";
import type { Place } from "../../search/where/gazetteer";
import { placeOf } from "./slugs";

const PER_DEGREE = 20;
const LONGEST_NUMBERS = 48;
const MOST_DIGITS = 6;
const MOST_CHOICES = 6;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

export interface Near {
  point: Point | null;
  /** As it is called, or as it was typed where nobody knows it. */
  name: string | null;
  cell: string | null;
  country: string | null;
  /** The other places of that name. */
  choices: Place[];
  isUnknown: boolean;
  /** It looks like a position and is none. */
  isNoPoint: boolean;
  isToBeVerified: boolean;
}

const NOTHING: Near = { point: null, name: null, cell: null, country: null, choices: [], isUnknown: false, isNoPoint: false, isToBeVerified: false };

export function nearOf(text: string, country: string | null, search: PocketSearch): Near {
  if (text === "") return NOTHING;
  const point = cellOf(text);
  if (point) return { ...NOTHING, point, cell: cellText(point) };
  if (!hasLetter(text) || (text.match(/[0-9]/g)?.length ?? 0) > MOST_DIGITS) return { ...NOTHING, isNoPoint: true };
  const [place, ...others] = named(text, country, search);
  if (!place) return { ...NOTHING, name: text, isUnknown: true };
  return { ...NOTHING, point: place, name: place.name, country: place.country, choices: others.slice(0, MOST_CHOICES), isToBeVerified: place.isAdded };
}

export const cellText = ({ latitude, longitude }: Point): string => `${latitude.toFixed(2)},${longitude.toFixed(2)}`;

/** The middle of the cell in which a point lies. */
export function cellAround({ latitude, longitude }: Point): Point {
  const middle = (degrees: number): number => Math.floor(degrees * PER_DEGREE + 0.5) / PER_DEGREE + 0;
  const east = middle(longitude);
  return { latitude: middle(latitude), longitude: east === 180 ? -180 : east };
}

function cellOf(text: string): Point | null {
  const numbers = text.length <= LONGEST_NUMBERS ? text.split(",").map((part) => part.trim()) : [];
  if (numbers.length !== 2 || !numbers.every((part) => NUMBER.test(part))) return null;
  const [latitude, longitude] = numbers.map(Number) as [number, number];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? cellAround({ latitude, longitude }) : null;
}

// The server looks at halves of a letter, which are none.
const hasLetter = (text: string): boolean => /\p{L}/u.test(text.replace(/[\ud800-\udfff]/g, ""));

function named(text: string, country: string | null, { gazetteer, finder }: PocketSearch): Place[] {
  const one = placeOf(text, gazetteer);
  if (one) return [one];
  const key = gazetteer.keyOf(fold(text));
  const all = key < 0 ? [] : gazetteer.of(key).filter((place) => country === null || place.country === country);
  // "Ciudad Hidalgo, Chiapas": the words after the name choose among those of one name.
  return all.length > 0 ? all : finder.find(text).places[0]?.candidates ?? [];
}
