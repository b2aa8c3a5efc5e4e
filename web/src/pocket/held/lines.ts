// The lines of a part of a pack, read only where they are asked for: a country's pages are megabytes of text, of which a reader sees some.
import { utf8 } from "../../pack/broken";

const [LINE_END, TAB] = [10, 9];

export class Lines {
  private readonly starts: number[] = [0];

  constructor(private readonly bytes: Uint8Array) {
    for (let at = bytes.indexOf(LINE_END); at >= 0; at = bytes.indexOf(LINE_END, at + 1)) this.starts.push(at + 1);
  }

  get count(): number {
    return this.starts.length - 1;
  }

  /** The first so many cells of a line; those that it does not have are empty. */
  cells(line: number, most: number): string[] {
    const end = this.starts[line + 1]! - 1;
    const cells: string[] = [];
    for (let from = this.starts[line]!; cells.length < most; ) {
      const tab = this.bytes.subarray(from, end).indexOf(TAB);
      const to = tab < 0 ? end : from + tab;
      cells.push(from > end ? "" : utf8(this.bytes.subarray(from, to)));
      from = tab < 0 ? end + 1 : to + 1;
    }
    return cells;
  }
}
