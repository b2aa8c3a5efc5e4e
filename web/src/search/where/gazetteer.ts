// The populated places of some countries. Twin of Kernel/Geography/{Gazetteer,PlaceNames}.cs.
import { fold } from "../letters/fold";
import { known, type Bytes } from "../read/bytes";
import { NearNames } from "./near-names";
import { Nearest } from "./nearest";
import type { Point } from "./plane";
import { shortNames } from "./short-names";

const PER_DEGREE = 100_000;
const WEAK = 2;
const ENGLISH_KINDS = /(.) (Department|Province|District)$/;

export interface Area {
  /** Such as MX.05. */
  code: string;
  name: string;
}

export interface Place extends Point {
  /** Its position in the file: it holds for one file only. */
  number: number;
  name: string;
  country: string;
  area: Area;
  /** 3 capital of the country, 2 of its area, 1 on the routes, 0 other. */
  prominence: number;
  /** Added by us, at the precision of a cell: a page that measures from it says that it is to be verified. */
  isAdded: boolean;
}

interface Meant {
  kind: number;
  number: number;
  order: number;
}

export class Gazetteer {
  readonly all: Place[];
  readonly near: NearNames;
  private readonly nearest: Nearest<Place>;
  private readonly keys: string[];
  private readonly numbers = new Map<string, number>();
  private readonly meant: number[][] = [];
  private readonly weak: boolean[] = [];

  constructor(bytes: Bytes) {
    const count = bytes.count();
    const fromSource = bytes.number();
    const areas = lines(bytes.text()).map((line) => line.split("\t")).map(([code, name]): Area => ({ code: code!, name: known(name) }));
    const names = lines(bytes.text());
    const [area, latitudes, longitudes] = [bytes.steps(count), bytes.steps(count), bytes.steps(count)];
    if (names.length !== count) throw new RangeError("a place has no name");
    this.all = names.map((name, i) => {
      const of = known(areas[area[i]!]);
      return { number: i, name, country: of.code.slice(0, 2), area: of, prominence: 0, isAdded: i >= fromSource, latitude: latitudes[i]! / PER_DEGREE, longitude: longitudes[i]! / PER_DEGREE };
    });
    for (let left = bytes.count(), at = 0; left > 0; left--) known(this.all[(at += bytes.signed())]).prominence = bytes.number();
    const aliases = lines(bytes.text());
    const rows = this.rows(names, aliases, bytes.numbers());
    this.keys = [...rows.keys()].filter((key) => key !== "").sort();
    this.keys.forEach((key, i) => {
      const meant = rows.get(key)!.sort((a, b) => this.order(a, b));
      this.numbers.set(key, i);
      this.meant.push([...new Set(meant.map((one) => one.number))]);
      this.weak.push(meant.every((one) => one.kind === WEAK));
    });
    this.near = new NearNames(this.keys, this.weak);
    this.nearest = new Nearest(this.all);
  }

  key(index: number): string {
    return this.keys[index]!;
  }

  /** Minus one where no place is called so. */
  keyOf(said: string): number {
    return this.numbers.get(said) ?? -1;
  }

  isWeak(key: number): boolean {
    return this.weak[key]!;
  }

  of(key: number): Place[] {
    return this.meant[key]!.map((number) => this.all[number]!);
  }

  best(key: number): Place {
    return this.all[this.meant[key]![0]!]!;
  }

  named(text: string, country: string): Place[] {
    const key = this.keyOf(fold(text));
    return key < 0 ? [] : this.of(key).filter((place) => place.country === country);
  }

  nearestTo(point: Point): Place | undefined {
    return this.nearest.to(point);
  }

  private rows(names: string[], aliases: string[], numbers: number[]): Map<string, Meant[]> {
    const rows = new Map<string, Meant[]>();
    const add = (key: string, kind: number, number: number, order: number): void => {
      const row = rows.get(key);
      if (row) row.push({ kind, number, order });
      else rows.set(key, [{ kind, number, order }]);
    };
    aliases.forEach((name, order) => add(fold(name), 0, known(this.all[known(numbers[order])]).number, order));
    const own = names.map(fold);
    own.forEach((name, number) => add(name, 0, number, aliases.length));
    const taken = new Set(rows.keys());
    shortNames(names, own, (name) => taken.has(name), (name, isWeak, number) => add(name, isWeak ? WEAK : 1, number, aliases.length));
    return rows;
  }

  // A capital's short name ("Victoria") comes before a village's own.
  private order(a: Meant, b: Meant): number {
    if (a.order !== b.order) return a.order - b.order;
    const [one, other] = [this.all[a.number]!, this.all[b.number]!];
    return other.prominence - one.prominence || a.kind - b.kind || compare(one.country, other.country) || compare(one.area.name, other.area.name) || a.number - b.number;
  }
}

/** The area without the English word that the source puts behind it. */
export const areaSaid = (area: Area): string => area.name.replace(ENGLISH_KINDS, "$1");

const lines = (text: string): string[] => (text === "" ? [] : text.split("\n"));
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
