// Finds towns, areas and countries in what somebody typed. Twin of Kernel/Geography/PlaceFinder.cs.
import { folded } from "../letters/fold";
import { CountryWord } from "../words/nations";
import type { Gazetteer, Place } from "./gazetteer";
import type { Names } from "./names";
import { Run, type PlacesInText } from "./run";

const MOST_WORDS = 24;
const MOST_WORDS_IN_NAME = 8;
const SHORTEST_CERTAIN_NAME = 5;
const SHORTEST_MISTYPED_ALONE = 8;

export class PlaceFinder {
  constructor(private readonly gazetteer: Gazetteer, private readonly names: Names) {}

  find(query: string): PlacesInText {
    const text = folded(query, MOST_WORDS);
    const run = new Run(text, this.names.countriesIn(text));
    for (let count = Math.min(MOST_WORDS_IN_NAME, text.count); count > 0; count--) {
      for (let first = 0; first + count <= text.count; first++) if (!run.isTaken(first, count)) this.tryExact(run, first, count);
      for (let first = 0; first + count <= text.count; first++) if (!run.isTaken(first, count)) this.tryMistyped(run, first, count);
    }
    return run.result();
  }

  private tryExact(run: Run, first: number, count: number): void {
    const said = run.text.span(first, count);
    const key = this.gazetteer.keyOf(said);
    // "Nuevo León", "Hidalgo" and "La Libertad" are also villages: who says them means the area.
    const isKnownPlace = key >= 0 && this.gazetteer.best(key).prominence > 0;
    const meant = isKnownPlace ? [] : this.names.said(said);
    if (meant.length > 0 && !run.countryIs(first, count)
      && (!this.areOrdinary(run.words, first, count) || count === run.text.count || this.hasPrepositionBefore(run, first) || this.countryAfter(run, first + count).country))
      run.takeArea({ candidates: this.chosen(meant, run, first, count), first, count });
    else if (key >= 0) this.tryTake(run, first, count, key, false);
  }

  private tryMistyped(run: Run, first: number, count: number): void {
    if (!this.mayBegin(run, first) || !this.mayBegin(run, first + count - 1) || run.countryOver(first, count)) return;
    const key = this.gazetteer.near.find(run.text.span(first, count), (word) => !this.names.isKnown(word) && !this.names.isCountry(word));
    if (key < 0) return;
    // "Protection" is no slip for the village of Protección; "Paso Canoass" can be nothing but the border town.
    const isTown = count > 1 && this.gazetteer.best(key).prominence > 0;
    const name = this.gazetteer.key(key).split(" ");
    if (isTown || !this.areOrdinary(name, 0, name.length)) this.tryTake(run, first, count, key, true);
  }

  private tryTake(run: Run, first: number, count: number, key: number, corrected: boolean): void {
    const candidates = this.gazetteer.of(key);
    const { chosen, after, isChosen } = this.narrowed(run, first, count, candidates);
    const next = first + count;
    // "Guatemala, Honduras y México" names three countries: only a state behind it makes a country's name a village.
    if (run.countryIs(first, count) && this.areaAfter(run, next).areas.length === 0) return;
    if (this.gazetteer.isWeak(key) && !isChosen && !this.hasPrepositionBefore(run, first) && count !== run.text.count) return;
    const certain = this.holds(run, first, count, candidates[0]!, isChosen, corrected);
    if (certain === undefined) return;
    // "hn" behind a place was a code and is now told as one.
    if (isChosen && after === 1 && !run.countryOver(next, 1)) {
      const code = this.names.code(run.words[next]!);
      if (code) run.countries.push({ country: code, kind: CountryWord.Code, first: next, count: 1 });
    }
    run.takePlace({ candidates: chosen, first, count: count + after, corrected, certain });
  }

  /** Whether the words may be read as a town here, and then whether that is certain; undefined where they may not. */
  private holds(run: Run, first: number, count: number, best: Place, isChosen: boolean, corrected: boolean): boolean | undefined {
    const all = run.text.count;
    const isKnown = best.prominence > 0;
    const isSigned = isChosen || this.hasPrepositionBefore(run, first);
    const length = run.words[first]!.length;
    const certain = isSigned || isKnown || count > 1;
    if (this.areStrict(run, first, count)) return isChosen || (isSigned && isKnown) ? certain : undefined;
    if (!this.areOrdinary(run.words, first, count))
      return count > 1 || isKnown || isSigned || (corrected ? length >= SHORTEST_MISTYPED_ALONE : length >= SHORTEST_CERTAIN_NAME || all === 1) ? certain : undefined;
    // All its words are ordinary ones: "Paso Canoas" can still be nothing else, "La Paz" can.
    if (isSigned || (isKnown && this.tellingWords(run, first, count) > 1)) return true;
    if (first > 0 && this.names.is("articles", run.words[first - 1]!)) return undefined;
    const may = count === all || (first + count === all && this.anyStrict(run, 0, first)) || (first === 0 && this.anyStrict(run, count, all));
    return may ? false : undefined;
  }

  private narrowed(run: Run, first: number, count: number, candidates: Place[]): { chosen: Place[]; after: number; isChosen: boolean } {
    const next = first + count;
    const area = this.areaAfter(run, next);
    const ofArea = area.areas.length > 0 ? candidates.filter((place) => area.areas.includes(place.area.code)) : [];
    if (ofArea.length > 0) return { chosen: ofArea, after: run.isTaken(next, area.covered) ? 0 : area.covered, isChosen: true };
    const { country, covered } = this.countryAfter(run, next);
    const ofCountry = country ? candidates.filter((place) => place.country === country) : [];
    if (ofCountry.length > 0) return { chosen: ofCountry, after: run.isTaken(next, covered) ? 0 : covered, isChosen: true };
    // Named elsewhere a country only orders: who goes back to Honduras from Monterrey is not in the Honduran village.
    const elsewhere = run.countries.find((named) => named.kind === CountryWord.Name && candidates.some((place) => place.country === named.country))?.country;
    const chosen = elsewhere ? [...candidates].sort((a, b) => b.prominence - a.prominence || Number(b.country === elsewhere) - Number(a.country === elsewhere)) : candidates;
    return { chosen, after: 0, isChosen: false };
  }

  private countryAfter(run: Run, next: number): { country?: string; covered: number } {
    const all = run.text.count;
    if (next >= all) return { covered: 0 };
    const skipped = next + 1 < all && this.names.isFiller(run.words[next]!) ? 1 : 0;
    const named = run.countries.find((c) => c.kind === CountryWord.Name && (c.first === next || c.first === next + skipped));
    if (named) return { country: named.country, covered: named.first - next + named.count };
    const code = this.names.code(run.words[next]!);
    return code && ((code !== "NI" && code !== "PA") || next === all - 1) ? { country: code, covered: 1 } : { covered: 1 };
  }

  private areaAfter(run: Run, next: number): { areas: string[]; covered: number } {
    for (let covered = Math.min(this.names.longestArea, run.text.count - next); covered > 0; covered--) {
      const areas = this.names.said(run.text.span(next, covered));
      if (areas.length > 0) return { areas, covered };
    }
    return { areas: [], covered: 0 };
  }

  private chosen(meant: string[], run: Run, first: number, count: number): string[] {
    const { country } = this.countryAfter(run, first + count);
    const one = country ? meant.filter((area) => area.slice(0, 2) === country) : [];
    return one.length > 0 ? one : meant;
  }

  private hasPrepositionBefore(run: Run, first: number): boolean {
    return first > 0 && this.names.is("prepositions", run.words[first - 1]!);
  }

  private mayBegin(run: Run, word: number): boolean {
    return !this.names.is("prepositions", run.words[word]!) && !this.names.is("strict", run.words[word]!);
  }

  private areStrict(run: Run, first: number, count: number): boolean {
    return run.words.slice(first, first + count).every((word) => this.names.is("strict", word) || this.names.isFiller(word));
  }

  private areOrdinary(words: string[], first: number, count: number): boolean {
    return words.slice(first, first + count).every((word) => this.names.isKnown(word));
  }

  private anyStrict(run: Run, from: number, to: number): boolean {
    return run.words.slice(from, to).some((word) => this.names.is("strict", word));
  }

  private tellingWords(run: Run, first: number, count: number): number {
    if (this.anyStrict(run, first, first + count)) return 0;
    return run.words.slice(first, first + count).filter((word) => !this.names.isFiller(word)).length;
  }
}
