// One pack on the phone: its entries, its search, its words and how long each may be believed.
import { sha256 } from "../../pack/broken";
import type { Pack } from "../../pack/pack";
import { State } from "../../search/hours/schedule";
import { PocketSearch, type Opening, type Words, type Zone } from "../../search/search";
import type { CalledBack } from "../interface";
import { Dates } from "../say/dates";
import type { Clockwork, May } from "../say/state";
import { Texts } from "../say/texts";
import { Entry } from "./entry";
import { localBy } from "./clocks";
import { Lines } from "./lines";

const MINUTE = 60_000;
const NAME_LETTERS = 16;
const CLOCKS = 24 * 3_600_000;

export class Shelf implements Clockwork {
  readonly search: PocketSearch;
  readonly texts: Texts;
  readonly dates: Dates;
  readonly countries: readonly string[];
  /** In the order of the pack, which is that of the index. */
  readonly entries: Entry[] = [];
  private readonly veils: { country: string; kind: string; until: number }[] = [];
  private readonly bySlug = new Map<string, Entry>();
  private zones: Map<string, Zone> | undefined;
  private readonly madeAt: number;
  private readonly expiresAt: number;
  private readonly addressesUntil: number;

  constructor(readonly pack: Pack, words: Words) {
    const { manifest, parts } = pack;
    const lines = (name: string): Lines => new Lines(parts.get(name) ?? new Uint8Array(0));
    this.search = new PocketSearch(parts.get("index") ?? new Uint8Array(0), words);
    [this.texts, this.countries] = [new Texts(parts.get("words"), manifest.language), manifest.countries];
    this.dates = new Dates(this.texts);
    [this.madeAt, this.expiresAt] = [Date.parse(manifest.madeAt), Date.parse(manifest.expiresAt)];
    this.addressesUntil = Date.parse(manifest.parts.find((part) => part.name === "whereabouts")?.expiresAt ?? manifest.madeAt);
    const [centres, lives, wheres] = [lines("centres"), lines("live"), parts.has("whereabouts") ? lines("whereabouts") : undefined];
    if (centres.count !== lives.count || centres.count !== this.search.count || (wheres && wheres.count !== centres.count)) throw new RangeError("the parts of this pack are of different length");
    const veils = lines("veils");
    for (let line = 0; line < veils.count; line++) {
      const [country, kind, until] = veils.cells(line, 3) as [string, string, string];
      this.veils.push({ country, kind, until: Number(until) * MINUTE });
    }
    for (let line = 0; line < centres.count; line++) {
      const entry = new Entry(line, centres, lives, wheres);
      this.entries.push(entry);
      this.bySlug.set(entry.slug, entry);
    }
  }

  /** Countries in which something of what was asked for is not shown for some days. */
  veiled(country: string | null, kinds: readonly string[], now: number): string[] {
    const over = this.veils.filter((veil) => veil.until > now && (country === null || veil.country === country) && (kinds.length === 0 || kinds.includes(veil.kind)));
    return [...new Set(over.map((veil) => veil.country))].sort();
  }

  /** What was called back vanishes, or loses its address and its point. */
  async heed({ entries, addresses }: CalledBack): Promise<void> {
    if (entries.length + addresses.length === 0) return;
    const [gone, placeless] = [new Set(entries), new Set(addresses)];
    for (const entry of this.entries) {
      const name = (await sha256(new TextEncoder().encode(entry.slug))).slice(0, NAME_LETTERS);
      if (gone.has(name)) {
        this.search.withdraw(entry.line);
        this.bySlug.delete(entry.slug);
      } else if (placeless.has(name)) {
        this.search.forgetPoint(entry.line);
        entry.isWithoutAddress = true;
      }
    }
  }

  /** Undefined where it is not here, was called back, or is over. */
  named(slug: string, now: number): Entry | undefined {
    const entry = this.bySlug.get(slug);
    return entry?.isGone(now) ? undefined : entry;
  }

  /** The key of what stands above every page; null where all is well. */
  warning(now: number): string | null {
    if (this.isEarly(now)) return "public.pack.check.early";
    if (now >= this.expiresAt) return "public.pack.check.expired";
    return this.isAddressOver(now) ? "public.pack.check.addresses_over" : null;
  }

  may(now: number): May {
    const [isEarly, isOver] = [this.isEarly(now), now >= this.expiresAt];
    return { sayNow: !isEarly && !isOver, sayHours: !isOver, sayDays: !isEarly };
  }

  isAddressOver(now: number): boolean {
    return !this.pack.parts.has("whereabouts") || now >= this.addressesUntil;
  }

  get made(): number {
    return this.madeAt;
  }

  opening(entry: Entry, now: number): Opening {
    const opening = this.search.opening(entry.line, now);
    // The search also knows the hours of an only service; the page says what the place itself says.
    return entry.live.saysHours ? opening : { ...opening, state: State.Unknown, isHoliday: false };
  }

  local(entry: Entry, instant: number): number {
    return localBy(this.zoneOf(entry), entry.live.zone, instant);
  }

  // The tables of the pack before the browser's own, which are as old as it is. An entry without hours has no table: another of its zone has.
  private zoneOf(entry: Entry): Zone | undefined {
    return this.search.zone(entry.line) ?? (this.zones ??= this.readZones()).get(entry.live.zone);
  }

  private readZones(): Map<string, Zone> {
    const zones = new Map<string, Zone>();
    for (const { line, live } of this.entries) {
      const zone = zones.has(live.zone) ? undefined : this.search.zone(line);
      if (zone) zones.set(live.zone, zone);
    }
    return zones;
  }

  private isEarly(now: number): boolean {
    return this.madeAt > now + CLOCKS;
  }
}
