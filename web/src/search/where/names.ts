// Names of countries, areas and ordinary words, which all packs share. Twin of Kernel/Geography/{CountryNames,AreaNames,OrdinaryWords}.cs.
import type { Folded } from "../letters/fold";
import { byWord, list, set, type WordFile } from "../words/file";
import { CountryWord, longestFirst, longestOf, type CountryMention } from "../words/nations";

type Sort = keyof WordFile["words"];

export class Names {
  readonly longestArea: number;
  private readonly countries = new Map<string, { country: string; kind: CountryWord }>();
  private readonly codes: Map<string, string>;
  private readonly areas: Map<string, string[]>;
  private readonly sorts: Record<Sort, Set<string>>;
  private readonly longest: number;

  constructor(file: WordFile) {
    for (const [country, names, people] of file.countries) {
      for (const name of list(names)) this.countries.set(name, { country, kind: CountryWord.Name });
      for (const name of list(people)) this.countries.set(name, { country, kind: CountryWord.People });
    }
    this.longest = longestOf(this.countries.keys());
    this.codes = new Map(file.countryCodes);
    this.areas = byWord(file.areas, list);
    this.longestArea = longestOf(this.areas.keys());
    const { articles, common, linking, prepositions, strict } = file.words;
    this.sorts = { articles: set(articles), common: set(common), linking: set(linking), prepositions: set(prepositions), strict: set(strict) };
  }

  countriesIn(text: Folded): CountryMention[] {
    return longestFirst(text.count, this.longest, (first, count) => this.countries.get(text.span(first, count)));
  }

  isCountry(word: string): boolean {
    return this.countries.has(word);
  }

  /** Two letters behind a place. */
  code(word: string): string | undefined {
    return this.codes.get(word);
  }

  /** Codes of the areas that are called so. */
  said(words: string): string[] {
    return this.areas.get(words) ?? [];
  }

  is(sort: Sort, word: string): boolean {
    return this.sorts[sort].has(word);
  }

  isFiller(word: string): boolean {
    return this.is("linking", word) || this.is("prepositions", word) || this.is("articles", word);
  }

  isKnown(word: string): boolean {
    return this.is("strict", word) || this.isFiller(word) || this.is("common", word);
  }
}
