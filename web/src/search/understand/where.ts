// Where the help is sought. Twin of Publication/Search/Understanding/WhereReader.cs.
import { fold } from "../letters/fold";
import { mask } from "../letters/bits";
import { countryNumber, type Asked } from "../question";
import { CountryWord, type CountryMention } from "../words/nations";
import { list } from "../words/file";
import type { Vocabulary } from "../words/vocabulary";
import type { Gazetteer, Place } from "../where/gazetteer";
import { Plane, squaredOf, type Point } from "../where/plane";
import type { PlaceMention, PlacesInText } from "../where/run";
import type { Reading } from "./reading";
import type { TypedWords } from "./typed-words";

const WORDS_BACK = 3;
const MOST_CHOICES = 9;
const LONGEST_ALIAS = 4;
const SAME_NAME_NEARBY = squaredOf(150);

interface Alias {
  place: Place;
  onlyIn: string;
}

export class WhereReader {
  private readonly aliases = new Map<string, Alias>();

  constructor(private readonly gazetteer: Gazetteer, private readonly vocabulary: Vocabulary) {
    for (const [described, onlyIn, names] of vocabulary.file.aliases) {
      const place = this.described(described);
      for (const name of list(names)) if (place && !this.aliases.has(name)) this.aliases.set(name, { place, onlyIn });
    }
  }

  read(reading: Reading, found: PlacesInText, words: TypedWords, question: Asked, spoken: number, isConsular: boolean): void {
    this.readPlace(reading, found, words, question, spoken);
    this.readCountries(reading, found, words, question, isConsular);
    const area = found.areas[0];
    if (reading.place || !area || (mask(area.first, area.count) & spoken) !== 0) return;
    const code = area.candidates.find((of) => !question.country || of.slice(0, 2) === question.country);
    if (code === undefined) return;
    let best: Place | undefined;
    for (const place of this.gazetteer.all) if (place.area.code === code && (!best || place.prominence > best.prominence)) best = place;
    [reading.place, reading.placeIsCertain] = [best, true];
  }

  private readPlace(reading: Reading, found: PlacesInText, words: TypedWords, question: Asked, spoken: number): void {
    let best: PlaceMention | undefined;
    for (const place of found.places) {
      // The words say what is sought; a village of that name may at most stand beside.
      if ((mask(place.first, place.count) & spoken) !== 0) continue;
      if (place.candidates[0]!.prominence === 0 && this.vocabulary.notTowns.has(said(words, place.first, place.count))) continue;
      if (!best || weight(place) > weight(best)) best = place;
    }
    if (!best) return this.readAlias(reading, words, question);
    let candidates = best.candidates;
    if (question.country) {
      const inCountry = candidates.filter((place) => place.country === question.country);
      if (inCountry.length > 0) candidates = inCountry;
    }
    const place = this.aliasOf(said(words, best.first, best.count), question) ?? (question.near && candidates.length > 1 ? nearestOf(candidates, question.near) : undefined) ?? candidates[0]!;
    [reading.place, reading.placeIsCertain] = [place, best.certain];
    reading.choices = candidates.filter((other) => other !== place).slice(0, MOST_CHOICES);
  }

  private readAlias(reading: Reading, words: TypedWords, question: Asked): void {
    for (let count = Math.min(LONGEST_ALIAS, words.count); count > 0; count--)
      for (let first = 0; first + count <= words.count; first++) {
        const place = this.aliasOf(said(words, first, count), question);
        if (!place) continue;
        [reading.place, reading.placeIsCertain] = [place, true];
        return;
      }
  }

  private aliasOf(name: string, question: Asked): Place | undefined {
    const alias = this.aliases.get(name);
    if (!alias) return undefined;
    const holds = alias.onlyIn === "" ? !question.country || question.country === alias.place.country : alias.onlyIn === question.country;
    return holds ? alias.place : undefined;
  }

  private readCountries(reading: Reading, found: PlacesInText, words: TypedWords, question: Asked, isConsular: boolean): void {
    const isHereKnown = !!question.near || !!question.country || !!reading.place;
    for (const named of found.countries) {
      const code = countryNumber(named.country);
      const isInside = named.first > 0 && this.vocabulary.inside.has(words.folded[named.first - 1]!);
      const isPartOfPlace = found.places.some((p) => p.first <= named.first && named.first < p.first + p.count);
      if (isPartOfPlace || named.kind === CountryWord.Code) {
        if (!reading.place || reading.place.country === named.country) reading.country = code;
        continue;
      }
      if (isConsular && reading.nationality === 0 && (named.kind === CountryWord.People || !isInside)) reading.nationality = code;
      else if (named.kind === CountryWord.Name && !this.isFar(reading, words, named, isHereKnown, isInside)) reading.country = code;
    }
    if (reading.nationality === countryNumber(question.country)) reading.nationality = 0;
    if (reading.place && reading.country !== 0 && reading.country !== countryNumber(reading.place.country)) reading.country = 0;
  }

  private isFar(reading: Reading, words: TypedWords, named: CountryMention, isHereKnown: boolean, isInside: boolean): boolean {
    for (let i = Math.max(0, named.first - WORDS_BACK); i < named.first; i++) if (this.vocabulary.outside.has(words.folded[i]!)) return true;
    return isHereKnown && ((reading.kinds & this.vocabulary.sentFar) !== 0 || (!isInside && words.count > named.count + 3));
  }

  private described(description: string): Place | undefined {
    const parts = description.split(", ");
    const named = this.gazetteer.named(parts[0]!, parts[parts.length - 1]!);
    return (parts.length === 3 ? named.find((place) => fold(place.area.name).includes(fold(parts[1]!))) : undefined) ?? named[0];
  }
}

const said = (words: TypedWords, first: number, count: number): string => words.folded.slice(first, first + count).join(" ");

const weight = (place: PlaceMention): number => (place.certain ? 8 : 0) + place.candidates[0]!.prominence * 2 + (place.corrected ? 0 : 1);

// Who stands near a San Antonio means that one, unless a far better known one was named.
function nearestOf(candidates: Place[], near: Point): Place | undefined {
  const from = new Plane(near);
  const nearest = candidates.reduce((best, place) => (from.squaredTo(place) < from.squaredTo(best) ? place : best));
  return nearest.prominence >= candidates[0]!.prominence - 1 && from.squaredTo(nearest) <= SAME_NAME_NEARBY ? nearest : undefined;
}
