// The texts of one language, as a page says them: the part `words` of a pack. Twin of Kernel/Language/Words.cs.
import { utf8 } from "../../pack/broken";
import { escape } from "./html";

interface Text {
  other: string;
  one: string | undefined;
}

type Values = Record<string, string>;

/** As the server's cultures write thousands: a Honduran reads 1,234 and 1.234 is one and a bit. */
const THOUSANDS: Record<string, string> = { es: ",", en: ",", fr: "\u202f", ht: "\u202f", pt: "." };

export class Texts {
  /** Every pictogram. */
  readonly icons: string;
  private readonly all = new Map<string, Text>();

  constructor(part: Uint8Array | undefined, readonly language: string) {
    for (const line of part ? utf8(part).split("\n") : []) {
      const [key, other, one] = line.split("\t");
      if (key !== undefined && other !== undefined) this.all.set(key, { other, one });
    }
    this.icons = this.of("icons");
  }

  has(key: string): boolean {
    return this.all.has(key);
  }

  /** Nothing where a pack of another version has no such text: a key is no word for a reader. */
  of(key: string): string {
    return this.all.get(key)?.other ?? "";
  }

  say(key: string, values: Values): string {
    return fill(this.of(key), values);
  }

  count(key: string, count: number, values: Values = {}): string {
    const text = this.all.get(key);
    const form = text?.one !== undefined && this.isOne(count) ? text.one : text?.other ?? "";
    return fill(form.split("{n}").join(this.number(count)), values);
  }

  number(number: number): string {
    return String(number).replace(/\B(?=(\d{3})+$)/g, THOUSANDS[this.language] ?? ",");
  }

  html(key: string): string {
    return escape(this.of(key));
  }

  /** A text on which somebody's safety hangs: while no speaker has read the translation, the Spanish stands beside it. */
  careful(key: string): string {
    const spanish = this.of(`beside.${key}`);
    return `<p>${this.html(key)}</p>${spanish === "" ? "" : `<p class="beside" lang="es">${escape(spanish)}</p>`}`;
  }

  kinds(codes: readonly string[]): string {
    return codes.map((code) => this.of(`places.kind.${code}`)).join(", ");
  }

  // French counts zero as one; Haitian Creole has no plural form of its own.
  private isOne(count: number): boolean {
    return this.language === "ht" ? false : this.language === "fr" || this.language === "pt" ? count === 0 || count === 1 : count === 1;
  }
}

const fill = (text: string, values: Values): string => text.replace(/\{([^}]*)\}/g, (whole, name: string) => values[name] ?? whole);
