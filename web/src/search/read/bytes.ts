// Reads what Kernel/Pocket/PocketBytes.cs writes. A file comes from a stranger's hand: nothing is taken on trust, and no count
// makes more room than the bytes that are left could fill.
export class Bytes {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  number(): number {
    let number = 0;
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.byte();
      number += (byte & 127) * scale;
      if (byte < 128) {
        if (number > Number.MAX_SAFE_INTEGER) break;
        return number;
      }
    }
    throw new RangeError("a number is too large");
  }

  signed(): number {
    const number = this.number();
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  }

  /** How many of something follow that takes a byte each at least. */
  count(): number {
    const count = this.number();
    if (count > this.left) throw new RangeError("more is promised than the file holds");
    return count;
  }

  numbers(count = this.count()): number[] {
    const numbers: number[] = [];
    for (let i = 0; i < count; i++) numbers.push(this.number());
    return numbers;
  }

  /** Numbers, each told as the step from the one before. */
  steps(count: number): number[] {
    const numbers: number[] = [];
    for (let i = 0, last = 0; i < count; i++) numbers.push((last += this.signed()));
    return numbers;
  }

  /** For each of so many its value, out of a list that is told before. */
  indexed(count: number): number[] {
    const values = this.numbers();
    return this.numbers(count).map((number) => known(values[number]));
  }

  text(): string {
    return new TextDecoder("utf-8", { fatal: true }).decode(this.raw(this.count()));
  }

  raw(length: number): Uint8Array {
    if (length > this.left) throw new RangeError("the file ends too soon");
    return this.bytes.subarray(this.at, (this.at += length));
  }

  private byte(): number {
    if (this.at >= this.bytes.length) throw new RangeError("the file ends too soon");
    return this.bytes[this.at++]!;
  }
}

/** What a file must hold and does not is an error, never a guess. */
export function known<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("the file names what it does not hold");
  return value;
}
