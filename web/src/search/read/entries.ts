// The entries of a file, column by column, in the order of what is freshest and then of their identifiers: see
// Publication/Search/Pocket/{PocketRows,PocketInstants,PocketWords}.cs, and Indexing/{Row,Segment,WordTable}.cs whose twin it is.
import { sound } from "../letters/sound";
import { PER_DEGREE, type Point } from "../where/plane";
import { known, type Bytes } from "./bytes";

export const NEVER = Infinity;
export const NO_POINT = NaN;

export class Entries {
  readonly count: number;
  /** The position of each in the file. */
  readonly position: number[];
  /** The place of each identifier among all. */
  readonly rank: number[];
  readonly byRank: number[];
  readonly country: number[];
  readonly kind: number[];
  /** Bits of its own kind and of those of its services. */
  readonly kinds: number[];
  readonly traits: number[];
  readonly hours: number[];
  /** In 1/10,000 degree; NaN where it has no point. */
  readonly latitude: number[];
  readonly longitude: number[];
  readonly assured: number[];
  readonly due: number[];
  readonly stale: number[];
  readonly gone: number[];
  readonly fullUntil: number[];
  readonly nationals: number[][];
  private readonly numbers: Uint32Array;
  private readonly words = new Map<string, Uint32Array>();
  private readonly bySound = new Map<string, string>();

  constructor(bytes: Bytes) {
    const count = (this.count = bytes.count());
    const rank = bytes.numbers(count);
    const country = bytes.indexed(count);
    const kind = bytes.indexed(count);
    const others = bytes.indexed(count);
    const traits = bytes.indexed(count);
    const hours = bytes.numbers(count);
    const [latitude, longitude] = points(bytes, count);
    const instants = instantsOf(bytes, count);
    const nationals: number[][] = rank.map(() => []);
    for (let left = bytes.count(); left > 0; left--) nationals[below(bytes.number(), count)] = bytes.numbers();

    const order = rank.map((_, i) => i).sort((a, b) => (instants.assured[a] === instants.assured[b] ? rank[a]! - rank[b]! : instants.assured[b]! - instants.assured[a]!));
    const inOrder = <T>(column: T[]): T[] => order.map((i) => column[i]!);
    [this.position, this.rank, this.nationals] = [order, inOrder(rank), inOrder(nationals)];
    [this.country, this.kind, this.traits, this.hours] = [inOrder(country), inOrder(kind), inOrder(traits), inOrder(hours)];
    this.kinds = inOrder(others.map((bits, i) => bits | (1 << kind[i]!)));
    [this.latitude, this.longitude] = [inOrder(latitude), inOrder(longitude)];
    [this.assured, this.due, this.stale, this.gone, this.fullUntil] = [inOrder(instants.assured), inOrder(instants.due), inOrder(instants.stale), inOrder(instants.gone), inOrder(instants.fullUntil)];
    this.byRank = [];
    this.rank.forEach((at, i) => (this.byRank[below(at, count)] = i));
    const numbers = (this.numbers = new Uint32Array(count));
    order.forEach((before, i) => (numbers[before] = i));
    this.readWords(bytes, numbers);
  }

  /** Where the entry with this position in the file stands here. */
  numberOf(position: number): number {
    return known(this.numbers[position]);
  }

  point(entry: number): Point | null {
    return this.hasPoint(entry) ? { latitude: this.latitude[entry]! / PER_DEGREE, longitude: this.longitude[entry]! / PER_DEGREE } : null;
  }

  withdraw(entry: number): void {
    this.gone[entry] = -NEVER;
  }

  forgetPoint(entry: number): void {
    this.latitude[entry] = this.longitude[entry] = NO_POINT;
  }

  hasPoint(entry: number): boolean {
    return !Number.isNaN(this.latitude[entry]!);
  }

  /** How many entries have the word. */
  having(word: string): number {
    return this.words.get(word)?.length ?? 0;
  }

  /** The entries that have it, freshest first: each four times its number, and three less one than where: 4 name, 3 service, 2 owner or town, 1 told. */
  with(word: string): Uint32Array {
    return this.words.get(word) ?? new Uint32Array(0);
  }

  byEar(word: string): string | undefined {
    return word.length > 3 ? this.bySound.get(sound(word)) : undefined;
  }

  private readWords(bytes: Bytes, numbers: Uint32Array): void {
    const count = bytes.count();
    const shared = bytes.numbers(count);
    const lengths = bytes.numbers(count);
    const letters = bytes.text();
    const having = bytes.numbers(count);
    const all = having.reduce((sum, one) => sum + one, 0);
    if (all > bytes.left) throw new RangeError("words are promised to more entries than there are");
    const [steps, where] = [bytes.numbers(all), bytes.numbers(all)];
    for (let i = 0, at = 0, from = 0, word = ""; i < count; i++) {
      word = word.slice(0, shared[i]) + letters.slice(at, (at += lengths[i]!));
      const entries = new Uint32Array(having[i]!);
      for (let n = 0, entry = 0; n < entries.length; n++, from++) {
        entry += steps[from]!;
        entries[n] = numbers[below(entry, this.count)]! * 4 + (where[from]! & 3);
      }
      this.words.set(word, entries.sort());
      const heard = sound(word);
      if (!this.bySound.has(heard)) this.bySound.set(heard, word);
    }
  }
}

function points(bytes: Bytes, count: number): [number[], number[]] {
  const has = bytes.numbers(count);
  const some = has.filter((one) => one === 1).length;
  const column = (): number[] => {
    const steps = bytes.steps(some);
    let at = 0;
    return has.map((one) => (one === 1 ? steps[at++]! : NO_POINT));
  };
  return [column(), column()];
}

function instantsOf(bytes: Bytes, count: number): Record<"assured" | "due" | "stale" | "gone" | "fullUntil", number[]> {
  const [first, unit] = [bytes.signed(), bytes.number()];
  const assured = bytes.numbers(count).map((at) => (at === 0 ? -NEVER : first + (at - 1) * unit));
  const steps: number[][] = [];
  const step = (): number => (bytes.number() === 0 ? NEVER : bytes.signed() * unit);
  for (let left = bytes.count(); left > 0; left--) steps.push([step(), step(), step()]);
  const of = bytes.numbers(count).map((number) => known(steps[number]));
  const from = assured.map((at) => (at === -NEVER ? first : at));
  const [due, stale, gone] = [0, 1, 2].map((n) => of.map((three, i) => from[i]! + three[n]!)) as [number[], number[], number[]];
  const fullUntil = of.map(() => -NEVER);
  for (let left = bytes.count(); left > 0; left--) fullUntil[below(bytes.number(), count)] = first + bytes.number() * unit;
  return { assured, due, stale, gone, fullUntil };
}

function below(number: number, count: number): number {
  if (number >= count) throw new RangeError("an entry is named that is not there");
  return number;
}
