// The numbers to call in danger: those of the pack's countries out of the pack, which is signed, those of others out of the server's page.
// Twin of Public/Layout/_Numbers.cshtml.
import type { Shelf } from "./held/shelf";
import { Lines } from "./held/lines";

const SECTION = /<section class="panel" id="([a-z]{2})">[\s\S]*?<\/section>/g;
const HEADING = /<h2>[^<]*<\/h2>/;
const NUMBER = /<li class="number" data-number="([a-z_]+)">[\s\S]*?<\/li>/g;

export class Numbers {
  /** By country, in the order in which a reader looks for hers. */
  private readonly sections = new Map<string, string>();

  constructor(emergency: string, shelves: readonly Shelf[]) {
    for (const [section, country] of emergency.matchAll(SECTION)) this.sections.set(country!.toUpperCase(), section);
    for (const { pack } of [...shelves].reverse()) {
      const lines = new Lines(pack.parts.get("numbers") ?? new Uint8Array(0));
      for (let line = 0; line < lines.count; line++) {
        const [country, html] = lines.cells(line, 2) as [string, string];
        if (html !== "") this.sections.set(country, html);
      }
    }
  }

  /** Of one country, or of all; only those for these purposes, where some are named. */
  of(country: string | null, purposes: readonly string[], isNamed: boolean): string {
    return [...this.sections].filter(([code]) => country === null || code === country).map(([, section]) => part(section, purposes, isNamed)).join("\n");
  }

  /** A page of the server with the pack's own numbers in the place of its. */
  into(main: string, purposes: readonly string[], isNamed: boolean): string {
    return main.replace(SECTION, (whole, country: string) => {
      const own = this.sections.get(country.toUpperCase());
      return own === undefined ? whole : part(own, purposes, isNamed);
    });
  }
}

function part(section: string, purposes: readonly string[], isNamed: boolean): string {
  let left = 0;
  const some = section.replace(NUMBER, (number, purpose: string) => (purposes.length === 0 || purposes.includes(purpose) ? (left++, number) : ""));
  return left === 0 ? "" : isNamed ? some : some.replace(HEADING, "");
}
