// Reads the words of a question, the longest phrases first. Twin of Publication/Search/Understanding/QuestionReader.cs.
import { mask, popCount } from "../letters/bits";
import { stem } from "../letters/stem";
import type { Asked } from "../question";
import type { PlaceFinder } from "../where/finder";
import type { Gazetteer, Place } from "../where/gazetteer";
import type { PlaceMention, PlacesInText } from "../where/run";
import { Says, type Meaning } from "../words/meaning";
import { CountryWord, type CountryMention } from "../words/nations";
import type { Vocabulary } from "../words/vocabulary";
import { KindReader } from "./kinds";
import { NameKind, Reading } from "./reading";
import { together } from "./together";
import { TypedWords, type Has } from "./typed-words";
import { WhereReader } from "./where";

const MOST_LETTERS = 200;
const WORDS_BEFORE = 3;
const WORDS_OF_SENTENCE = 3;

interface Phrase {
  first: number;
  count: number;
  meaning: Meaning;
  mask: number;
}

export class QuestionReader {
  private readonly where: WhereReader;
  private readonly kinds: KindReader;
  private readonly consular: number;
  private readonly creole: number;

  constructor(private readonly vocabulary: Vocabulary, gazetteer: Gazetteer, private readonly finder: PlaceFinder) {
    this.where = new WhereReader(gazetteer, vocabulary);
    this.kinds = new KindReader(vocabulary);
    this.consular = vocabulary.kind("consular");
    this.creole = vocabulary.languages.indexOf("ht");
  }

  /** @param isName whether a form stands in the texts of some entry; @param but a place that is not meant. */
  read(question: Asked, isName: Has, but?: Place): Reading {
    const { vocabulary } = this;
    const reading = new Reading(vocabulary.kinds.length);
    let found = this.finder.find(question.text.slice(0, MOST_LETTERS));
    if (but) found = { ...found, places: found.places.filter((place) => !place.candidates.includes(but)) };
    if (found.text.count === 0) return reading;
    const language = Math.max(0, vocabulary.languages.indexOf(question.language));
    const certain = covered(found.places, (place) => place.certain && !place.corrected);
    let countries = coveredBy(found.countries);
    const nations = vocabulary.nations.in(found.text).filter((nation) => (mask(nation.first, nation.count) & (certain | countries)) === 0);
    countries |= coveredBy(nations);
    const words = new TypedWords(found.text, vocabulary, language, (i) => (((certain | countries) >> i) & 1) === 1, isName);
    const phrases = this.joined(this.turned(this.phrases(words, language, found), words), words);

    let [spoken, meant] = [0, 0];
    for (const phrase of phrases) {
      if (phrase.meaning.says !== Says.Nothing) meant |= phrase.mask;
      if (phrase.meaning.says === Says.Kinds) spoken |= phrase.mask;
    }
    reading.corrected = words.corrected(meant);
    this.kinds.read(reading, phrases.map((phrase) => phrase.meaning));
    const before = found;
    found = { ...found, places: found.places.filter((place) => !this.isNameOfEntry(place, before, words, meant, isName)) };
    const isConsular = (reading.kinds & (1 << this.consular)) !== 0 || question.kinds.includes("consular");
    if (isConsular) found = { ...found, countries: this.withNations(found, nations, words, phrases, isName) };
    this.where.read(reading, found, words, question, spoken, isConsular);
    this.readNames(reading, words, phrases, found);
    return reading;
  }

  private phrases(words: TypedWords, language: number, found: PlacesInText): Phrase[] {
    let taken = 0;
    const phrases: Phrase[] = [];
    for (let count = Math.min(this.vocabulary.longest + 3, words.count); count > 0; count--)
      for (let first = 0; first + count <= words.count; first++) {
        const at = mask(first, count);
        if ((taken & at) !== 0 || (count > 1 && !this.vocabulary.mayBegin(words.form(first)))) continue;
        let meaning = this.vocabulary.of(words.whole(first, count), language);
        if (!meaning) {
          const telling = words.telling(first, count);
          if (telling !== "") meaning = this.vocabulary.of(telling, language);
        }
        if (!meaning || isPartOfPlace(found, at)) continue;
        taken |= at;
        phrases.push({ first, count, meaning, mask: at });
      }
    return phrases;
  }

  // "No quiero volver a mi país" holds the words of a wish to return: shown a consulate and a bus, she is sent to her death.
  private turned(phrases: Phrase[], words: TypedWords): Phrase[] {
    const { vocabulary } = this;
    return phrases.map((phrase) => {
      const { first, count, meaning } = phrase;
      if (meaning.says !== Says.Kinds || meaning.kinds[0] !== vocabulary.kind("return_reception")) return phrase;
      for (let at = Math.max(0, first - WORDS_BEFORE); at < first + count; at++)
        if (vocabulary.isRefusal(words.folded[at]!, meaning.language === this.creole))
          return { ...phrase, meaning: { ...meaning, kinds: [vocabulary.kind("asylum_authority"), vocabulary.kind("legal")], for: -1 } };
      return phrase;
    });
  }

  // What two words mean together replaces what each of them would mean alone.
  private joined(phrases: Phrase[], words: TypedWords): Phrase[] {
    const taken = phrases.reduce((bits, p) => (p.count >= WORDS_OF_SENTENCE && p.meaning.says === Says.Kinds ? bits | p.mask : bits), 0);
    let all = phrases;
    for (const [meaning, at] of together(this.vocabulary, words, taken)) {
      all = all.filter((p) => (p.mask & ~at) !== 0 || p.meaning.says !== Says.Kinds);
      all.push({ first: 0, count: popCount(at), meaning, mask: at });
    }
    return all;
  }

  // Where a consulate is sought "us", "british" and "ganes" are countries. Two letters are one only beside the word for it.
  private withNations(found: PlacesInText, nations: CountryMention[], words: TypedWords, phrases: Phrase[], isName: Has): CountryMention[] {
    let [consular, said] = [0, covered(found.places, () => true) | coveredBy(found.countries)];
    for (const phrase of phrases) {
      said |= phrase.mask;
      if (phrase.meaning.kinds.includes(this.consular)) consular |= phrase.mask;
    }
    const all: CountryMention[] = [];
    for (const nation of nations) {
      const at = mask(nation.first, nation.count);
      if (nation.kind !== CountryWord.Code) all.push(nation);
      else if ((((at << 1) | (at >> 1)) & consular) !== 0) all.push({ ...nation, kind: CountryWord.People });
    }
    // A mistake is looked for only where no country was named, and never in a word that some entry has: "Portland" is not Poland.
    for (let i = 0; i < words.count && all.length === 0 && found.countries.length === 0; i++) {
      const word = words.folded[i]!;
      if ((said >> i) & 1 || isName(stem(word)) || words.isDropped(i) || this.vocabulary.ordinary.has(word)) continue;
      const mended = this.vocabulary.nations.mended(word);
      if (mended) all.push({ ...mended, first: i, count: 1 });
    }
    return [...found.countries, ...all].sort((a, b) => a.first - b.first);
  }

  // "San Juan Diego" is a shelter and not the village of San Juan: the word behind it belongs to it and stands in names.
  private isNameOfEntry(place: PlaceMention, found: PlacesInText, words: TypedWords, meant: number, isName: Has): boolean {
    const next = place.first + place.count;
    const word = words.folded[next] ?? "";
    if (place.candidates[0]!.prominence > 0 || word.length < 3 || (meant >> next) & 1) return false;
    if (this.vocabulary.ordinary.has(word) || words.isDropped(next) || this.vocabulary.isWord(words.form(next))) return false;
    const isTold = [found.countries, found.areas, found.places].some((mentions) => mentions.some((mention) => mention.first === next));
    return !isTold && isName(stem(word));
  }

  private readNames(reading: Reading, words: TypedWords, phrases: Phrase[], found: PlacesInText): void {
    let [said, silent, kinds] = [0, 0, 0];
    for (const phrase of phrases) {
      if (phrase.meaning.says === Says.Nothing) silent |= phrase.mask;
      else said |= phrase.mask;
      if (phrase.meaning.says === Says.Kinds) kinds |= phrase.mask;
    }
    // A village of three words ("San Juan de Dios") is as often the name of a hospital.
    said |= coveredBy(found.countries) | covered(found.places, (place) => place.certain && (place.candidates[0]!.prominence > 0 || place.count < 3));
    words.folded.forEach((word, i) => {
      if (word.length < 2 || words.isDropped(i)) return;
      const isExplained = ((said >> i) & 1) === 1;
      const ofForm = this.vocabulary.subject(words.form(i));
      const subject = ofForm ?? this.vocabulary.subject(stem(word));
      if (subject !== undefined && (((said & ~kinds) >> i) & 1) === 0) reading.name(subject, isExplained ? NameKind.Subject : NameKind.FreeSubject);
      if ((silent >> i) & 1 || (!isExplained && (this.vocabulary.ordinary.has(word) || this.vocabulary.notTowns.has(word)))) return;
      if (!isExplained && ofForm !== undefined) return;
      reading.name(stem(word), !isExplained ? NameKind.Free : (kinds >> i) & 1 ? NameKind.Kind : NameKind.Explained);
    });
  }
}

// "Agua Prieta" is a town, not water; "estación migratoria" is no village called La Estación.
function isPartOfPlace(found: PlacesInText, at: number): boolean {
  return found.places.some((place) => {
    const over = mask(place.first, place.count);
    if (!place.certain || place.corrected || (over & at) === 0) return false;
    return (at & ~over) === 0 || (place.candidates[0]!.prominence > 0 && (over & ~at) !== 0);
  });
}

const covered = (places: PlaceMention[], which: (place: PlaceMention) => boolean): number => coveredBy(places.filter(which));

const coveredBy = (mentions: { first: number; count: number }[]): number => mentions.reduce((bits, one) => bits | mask(one.first, one.count), 0);
