// The search of a pack as it would be if some entries were not in it and others stood between: every number of an entry is another then.
// Twin of Publication/Search/Pocket/PocketMoves.cs. A wrong number gives bytes that are not those that were signed, and no more.
import { Bytes } from "../search/read/bytes";
import { holds, PackBroken } from "./broken";
import { joined } from "./file";

const HEAD = 13;

/** @param came number and rank of each entry that came, ascending, as they are in the new file. */
export function moved(index: Uint8Array, gone: number[], came: number[]): Uint8Array {
  try {
    return new Moving(index, new Set(gone), came).write();
  } catch (error) {
    if (error instanceof RangeError) throw new PackBroken();
    throw error;
  }
}

class Moving {
  private readonly read: Bytes;
  private readonly pieces: Uint8Array[] = [];
  private readonly came: { number: number; rank: number }[] = [];

  constructor(private readonly index: Uint8Array, private readonly gone: Set<number>, came: number[]) {
    this.read = new Bytes(index);
    this.read.raw(HEAD);
    for (let i = 0; i < came.length; i += 2) this.came.push({ number: came[i]!, rank: came[i + 1]! });
  }

  write(): Uint8Array {
    const { read, index, gone, came } = this;
    read.raw(read.count());
    const end = read.count() + read.at;
    this.pieces.push(index.subarray(0, read.at));
    const ranks = read.numbers();
    const among = numbered(ranks.length, new Set(ranks.filter((_, number) => gone.has(number))), came.map(({ rank }) => rank).sort((a, b) => a - b));
    const stay = ranks.flatMap((rank, number) => (gone.has(number) ? [] : [among[rank] ?? NaN]));
    came.forEach(({ number, rank }) => stay.splice(number, 0, rank));
    this.numbers([stay.length, ...stay]);
    this.pieces.push(read.raw(Math.max(0, end - read.at)));
    this.words(numbered(ranks.length, gone, came.map(({ number }) => number)));
    return joined(this.pieces);
  }

  private words(of: number[]): void {
    const { read, index } = this;
    const from = read.at;
    const count = read.count();
    read.numbers(count);
    read.numbers(count);
    read.raw(read.count());
    this.pieces.push(index.subarray(from, read.at));
    const having = read.numbers(count);
    const all = having.reduce((sum, one) => sum + one, 0);
    holds(all <= read.left);
    const [steps, where] = [read.numbers(all), read.numbers(all)];
    const [left, entries, places]: number[][] = [[], [], []];
    let at = 0;
    for (const some of having) {
      let [number, last, kept] = [0, 0, 0];
      for (let n = 0; n < some; n++, at++) {
        number += steps[at]!;
        holds(number < of.length);
        const now = of[number]!;
        if (now < 0) continue;
        entries!.push(now - last);
        places!.push(where[at]!);
        last = now;
        kept++;
      }
      left!.push(kept);
    }
    this.numbers([...left!, ...entries!, ...places!]);
    this.pieces.push(index.subarray(read.at));
  }

  private numbers(numbers: number[]): void {
    const bytes: number[] = [];
    for (let number of numbers) {
      holds(number >= 0);
      for (; number > 127; number = Math.floor(number / 128)) bytes.push((number % 128) | 128);
      bytes.push(number);
    }
    this.pieces.push(Uint8Array.from(bytes));
  }
}

/** The new number of each old one; minus one where it went. */
function numbered(count: number, gone: Set<number>, came: number[]): number[] {
  const of: number[] = [];
  for (let old = 0, next = 0, at = 0; old < count; old++) {
    while (!gone.has(old) && came[at] === next) {
      at++;
      next++;
    }
    of.push(gone.has(old) ? -1 : next++);
  }
  return of;
}
