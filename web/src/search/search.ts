// The search of a pack, without network: the same answers as Publication/Search/SearchIndex.cs gives over the same entries.
// Nothing here touches the network, the clock, the storage or the page: it runs in a page, a worker, a service worker and Node.
import { DEEPEST, Ranking } from "./rank/ranking";
import { Ask } from "./rank/ask";
import type { Found } from "./rank/scorer";
import { Shelf } from "./rank/shelf";
import { Doors } from "./hours/doors";
import type { Opening } from "./hours/opening";
import type { Zone } from "./hours/zone";
import { Bytes, known } from "./read/bytes";
import { Entries } from "./read/entries";
import { countryCode, type Answer, type Asked, type Hit, type PlaceSaid, type Question, type Understood } from "./question";
import { fold } from "./letters/fold";
import { stem } from "./letters/stem";
import { QuestionReader } from "./understand/question-reader";
import { Reading } from "./understand/reading";
import { PlaceFinder } from "./where/finder";
import { areaSaid, Gazetteer, type Place } from "./where/gazetteer";
import { Names } from "./where/names";
import { isValid, squaredOf, type Point } from "./where/plane";
import type { WordFile } from "./words/file";
import { Vocabulary } from "./words/vocabulary";

export { fold };
export type { Answer, Hit, Opening, PlaceSaid, Point, Question, Understood, WordFile, Zone };

const MARK = "AMPI";
const FORMAT = 2;
const ID_BYTES = 8;
const LAST_RESORTS = 3;
const TAKE = 20;
const MINUTE = 60_000;
const VILLAGE = squaredOf(60);
const ALWAYS_THERE = ["trafficking_hotline", "women", "health", "child_protection"];

/** The words by which questions are read, made ready once for all packs. */
export class Words {
  readonly vocabulary: Vocabulary;
  readonly names: Names;

  constructor(file: WordFile) {
    this.vocabulary = new Vocabulary(file);
    this.names = new Names(file);
  }

  get id(): string {
    return this.vocabulary.id;
  }
}

export class PocketSearch {
  /** The version of the words with which the file was written; another one answers too, a little differently. */
  readonly wordsId: string;
  readonly gazetteer: Gazetteer;
  readonly finder: PlaceFinder;
  private readonly shelf: Shelf;
  private readonly reader: QuestionReader;

  /** @throws RangeError or TypeError where the bytes are no such file. */
  constructor(file: Uint8Array, words: Words) {
    const bytes = new Bytes(file);
    if (String.fromCharCode(...bytes.raw(MARK.length)) !== MARK || bytes.number() !== FORMAT) throw new RangeError("no index of this version");
    this.wordsId = [...bytes.raw(ID_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    bytes.count();
    const doors = new Doors(bytes);
    bytes.count();
    const entries = new Entries(bytes);
    if (entries.hours.some((hours) => hours >= doors.count)) throw new RangeError("an entry has hours that are not there");
    this.gazetteer = new Gazetteer(bytes);
    this.finder = new PlaceFinder(this.gazetteer, words.names);
    this.shelf = new Shelf(words.vocabulary, entries, doors, this.gazetteer);
    this.reader = new QuestionReader(words.vocabulary, this.gazetteer, this.finder);
  }

  /** How many entries can be found. */
  get count(): number {
    return this.shelf.entries.count;
  }

  search(question: Question): Answer {
    const asked = complete(question);
    const ask = this.prepare(asked);
    const ranking = new Ranking(ask);
    const skip = Math.min(Math.max(asked.skip, 0), DEEPEST);
    const take = Math.min(Math.max(asked.take, 0), DEEPEST - skip);
    const ranked = ranking.first(skip + take);
    return {
      hits: this.hits(ask, ranked.slice(skip, skip + take)), total: ranked.length, totalIsAtLeast: !ranking.isAll, understood: this.understood(ask.reading), from: ask.point ?? null,
      lastResort: ranked.length > 0 ? [] : this.lastResort(asked, ask),
    };
  }

  /** What is known of the hours of an entry, told by its position in the file. */
  opening(position: number, now: number): Opening {
    const { entries, doors } = this.shelf;
    return doors.opening(known(entries.hours[entries.numberOf(position)]), Math.floor(now / MINUTE));
  }

  /** Its clock; undefined where its hours are not known. */
  zone(position: number): Zone | undefined {
    const { entries, doors } = this.shelf;
    return doors.zone(known(entries.hours[entries.numberOf(position)]));
  }

  /** ISO 3166-1 alpha-2. */
  country(position: number): string {
    const { entries } = this.shelf;
    return countryCode(known(entries.country[entries.numberOf(position)]));
  }

  /** Null where it has none. */
  point(position: number): Point | null {
    return this.shelf.entries.point(this.shelf.entries.numberOf(position));
  }

  /** Nothing finds it any more. */
  withdraw(position: number): void {
    this.shelf.entries.withdraw(this.shelf.entries.numberOf(position));
  }

  /** Nothing measures to it any more. */
  forgetPoint(position: number): void {
    this.shelf.entries.forgetPoint(this.shelf.entries.numberOf(position));
  }

  private prepare(question: Asked): Ask {
    const { entries } = this.shelf;
    const has = (form: string): boolean => entries.having(form) > 0;
    const ask = new Ask(question, this.reader.read(question, has), this.shelf);
    const { place } = ask.reading;
    // A village of that name lies elsewhere: where nothing sought is near it, its name may be part of what a place is called.
    if (!place || !ask.reading.isVillage || !this.names(place) || this.isAnyNear(ask)) return ask;
    return new Ask(question, this.reader.read(question, has, place), this.shelf);
  }

  // Some entry has each of its words.
  private names(place: Place): boolean {
    return fold(place.name).split(" ").every((word) => word.length <= 2 || this.shelf.vocabulary.dropped.has(word) || this.shelf.entries.having(stem(word)) > 0);
  }

  private isAnyNear(ask: Ask): boolean {
    const { entries } = this.shelf;
    for (let i = 0; i < entries.count; i++) if (ask.squared[i]! <= VILLAGE && ask.admits(i) && (ask.kinds === 0 || (entries.kinds[i]! & ask.kinds) !== 0)) return true;
    return false;
  }

  private hits(ask: Ask, ranked: Found[]): Hit[] {
    const { position, latitude, longitude } = this.shelf.entries;
    return ranked.map(({ entry, score, squared }) => ({
      entry: position[entry]!, score, kilometres: ask.from && squared !== Infinity ? ask.from.kilometres(latitude[entry]!, longitude[entry]!) : null,
    }));
  }

  private lastResort(question: Asked, asked: Ask): Hit[] {
    const any = complete({ now: question.now, near: asked.point ?? null, kinds: ALWAYS_THERE, language: question.language });
    for (const country of [question.country, null]) {
      const ask = new Ask({ ...any, country }, new Reading(this.shelf.vocabulary.kinds.length), this.shelf);
      const hits = this.hits(ask, new Ranking(ask).first(LAST_RESORTS).slice(0, LAST_RESORTS));
      if (hits.length > 0) return hits;
    }
    return [];
  }

  private understood(reading: Reading): Understood {
    const { kinds, populations } = this.shelf.vocabulary;
    const meant = kinds.map((_, kind) => kind).filter((kind) => reading.kindPoints[kind]! > 0).sort((a, b) => reading.kindPoints[b]! - reading.kindPoints[a]! || a - b);
    return {
      kinds: meant.map((kind) => kinds[kind]!), for: populations.filter((_, who) => (reading.for >> who) & 1), place: reading.place ? said(reading.place) : null,
      choices: reading.choices.map(said), country: reading.country === 0 ? null : countryCode(reading.country), corrected: reading.corrected, hasTwoMeanings: reading.sideBySide.length > 1,
    };
  }
}

const complete = (question: Question): Asked => ({
  text: question.text ?? "", language: question.language ?? "es", kinds: question.kinds ?? [], for: question.for ?? [], openNow: question.openNow ?? false,
  asksNoPapers: question.asksNoPapers ?? false, now: question.now, skip: question.skip ?? 0, take: question.take ?? TAKE, country: question.country || null,
  near: question.near && isValid(question.near) ? question.near : null,
});

const said = ({ number, name, area, country, latitude, longitude, isAdded }: Place): PlaceSaid => ({ number, name, area: areaSaid(area), country, latitude, longitude, isAdded });
