// A question made ready to be put to each entry. Twin of Publication/Search/Ranking/Ask.cs.
import { Door } from "../hours/doors";
import { countryNumber, type Asked } from "../question";
import { isFree, NameKind, type NameWord, type Reading } from "../understand/reading";
import { Plane, type Point } from "../where/plane";
import * as points from "./points";
import type { Shelf } from "./shelf";
import * as traits from "./traits";

export class Ask {
  readonly now: number;
  readonly chosenKinds: number;
  readonly kinds: number;
  readonly kindPoints: number[];
  readonly forChosen: number;
  readonly openFirst: boolean;
  readonly noPapersFirst: boolean;
  readonly point: Point | undefined;
  readonly from: Plane | undefined;
  readonly country: number;
  readonly home: number;
  readonly last: number;
  readonly names: AskedWord[];
  readonly telling: number;
  readonly isLost: boolean;
  /** Squares of the distances; nothing where there is no place to measure from. */
  readonly squared: Float64Array;
  private readonly minute: number;
  private readonly admitted: Uint8Array;

  constructor(private readonly question: Asked, readonly reading: Reading, readonly shelf: Shelf) {
    const { entries, vocabulary, gazetteer } = shelf;
    this.now = Math.floor(question.now);
    this.minute = Math.max(0, Math.floor(this.now / 60_000));
    this.chosenKinds = bits(question.kinds, vocabulary.kinds);
    this.forChosen = bits(question.for, vocabulary.populations);
    this.openFirst = question.openNow || reading.openNow;
    this.noPapersFirst = question.asksNoPapers || reading.asksNoPapers;

    const near = question.near ?? undefined;
    this.point = reading.place && (reading.placeIsCertain || !near) ? reading.place : near;
    this.from = this.point && new Plane(this.point);
    const asked = countryNumber(question.country);
    this.country = asked === 0 && reading.country !== 0 && entries.country.includes(reading.country) ? reading.country : asked;
    const town = this.country !== 0 ? undefined : reading.place ?? (near && gazetteer.nearestTo(near));
    this.home = this.country !== 0 ? this.country : countryNumber(town?.country);

    this.kinds = this.chosenKinds !== 0 ? this.chosenKinds : reading.kinds;
    this.kindPoints = this.chosenKinds !== 0 ? this.ofChosen() : reading.kinds !== 0 ? reading.kindPoints : shelf.withoutKind;
    this.last = reading.last & ~this.chosenKinds;
    this.names = reading.names.map((word) => new AskedWord(word, shelf, this.point !== undefined)).filter((word) => word.having > 0);
    this.telling = this.names.filter((word) => word.isTelling).length;
    this.isLost = this.kinds === 0 && reading.hasFreeWords && this.names.length === 0 && !reading.place && reading.country === 0;
    this.squared = new Float64Array(entries.count);
    if (this.from) for (let i = 0; i < entries.count; i++) this.squared[i] = entries.hasPoint(i) ? this.from.squared(entries.latitude[i]!, entries.longitude[i]!) : Infinity;
    else this.squared.fill(Infinity);
    const mayBeMigration = (this.kinds & (1 << shelf.migration)) !== 0;
    this.admitted = new Uint8Array(entries.count);
    for (let i = 0; i < entries.count; i++) this.admitted[i] = this.isAdmitted(i, mayBeMigration) ? 1 : 0;
  }

  /** Whether the entry may be shown at all. */
  admits(entry: number): boolean {
    return this.admitted[entry] === 1;
  }

  /** Hours that nobody confirmed for long are no longer said, and so not known. */
  doorOf(entry: number): Door {
    const { entries, doors } = this.shelf;
    return this.now >= entries.stale[entry]! ? Door.Unknown : doors.at(entries.hours[entry]!, this.minute);
  }

  private isAdmitted(entry: number, mayBeMigration: boolean): boolean {
    const { entries } = this.shelf;
    if (entries.gone[entry]! <= this.now) return false;
    if (this.country !== 0 && entries.country[entry] !== this.country) return false;
    if (this.chosenKinds !== 0 && (entries.kinds[entry]! & this.chosenKinds) === 0) return false;
    // Migration offices are never help near: only who asks for one finds one.
    if (!mayBeMigration && entries.kind[entry] === this.shelf.migration) return false;
    const of = entries.traits[entry]!;
    if (this.forChosen !== 0 && (of & this.forChosen) !== this.forChosen && (of & traits.SAYS_NOT_WHOM) === 0) return false;
    if (this.question.asksNoPapers && (of & traits.ASKS_PAPERS) !== 0) return false;
    if (!this.question.openNow) return true;
    const door = this.doorOf(entry);
    return door === Door.Open || door === Door.Unknown;
  }

  private ofChosen(): number[] {
    return this.reading.kindPoints.map((said, kind) => ((this.chosenKinds >> kind) & 1 ? points.CHOSEN + Math.floor(Math.min(said, points.CHOSEN) / 8) : 0));
  }
}

/** A word that is looked for in the texts of entries. */
export class AskedWord {
  readonly kind: NameKind;
  readonly form: string;
  readonly having: number;
  readonly rarity: number;
  readonly worth: number;
  private readonly where: Uint8Array;

  constructor(word: NameWord, { entries }: Shelf, isPlaceKnown: boolean) {
    this.kind = word.kind;
    this.form = entries.having(word.form) > 0 || word.kind !== NameKind.Free ? word.form : entries.byEar(word.form) ?? word.form;
    const having = entries.with(this.form);
    this.having = having.length;
    this.rarity = points.rarity(this.having, entries.count);
    this.worth = this.rarity * points.ofWord(this.kind, isPlaceKnown);
    this.where = new Uint8Array(this.having > 0 ? entries.count : 0);
    for (const one of having) this.where[one >>> 2] = (one & 3) + 1;
  }

  get isFree(): boolean {
    return isFree(this);
  }

  get isTelling(): boolean {
    return this.kind !== NameKind.Explained;
  }

  get isSource(): boolean {
    return this.isFree || this.kind === NameKind.Subject || (this.kind === NameKind.Kind && this.rarity >= points.RARE_WORD);
  }

  /** 4 in the name, 3 in a service, 2 the owner's or the town's, 1 told; 0 where the entry has it not. */
  has(entry: number): number {
    return this.where[entry]!;
  }
}

const bits = (codes: readonly string[], all: string[]): number => codes.reduce((sum, code) => (all.includes(code) ? sum | (1 << all.indexOf(code)) : sum), 0);
