// The numbers of the base map, one after the other: web/geodata/basemap.mjs says in which order.
export class Bytes {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}

  text(length?: number): string {
    const part = this.bytes.subarray(this.at, length === undefined ? undefined : this.at + length);
    this.at += part.length;
    return new TextDecoder().decode(part);
  }

  unsigned(): number {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = this.bytes[this.at++];
      if (byte === undefined) throw new Error("the base map ends too soon");
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  }

  times<T>(make: () => T, count = this.unsigned()): T[] {
    return Array.from({ length: count }, make);
  }

  /** Points as steps from one to the next. */
  points(count: number, from: Point): Point[] {
    let [x, y] = from;
    return this.times((): Point => [(x += this.signed()), (y += this.signed())], count);
  }
}

export type Point = [x: number, y: number];
