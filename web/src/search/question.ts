import type { Point } from "./where/plane";

/** What a reader asks. Twin of Publication/Search/SearchQuestion.cs. */
export interface Question {
  text?: string;
  /** One of es, en, fr, pt, ht. */
  language?: string;
  /** Codes of kinds, any of. */
  kinds?: readonly string[];
  /** Codes of populations, all of which must be served. */
  for?: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country?: string | null;
  /** Where distances are measured from. It stays on the device. */
  near?: Point | null;
  openNow?: boolean;
  asksNoPapers?: boolean;
  /** Milliseconds since 1970. */
  now: number;
  skip?: number;
  take?: number;
}

export type Asked = Required<Question>;

export interface PlaceSaid extends Point {
  /** Its position in this file. */
  number: number;
  name: string;
  area: string;
  country: string;
  isAdded: boolean;
}

export interface Hit {
  /** The position of the entry in the file, which is that of its line in the pack. */
  entry: number;
  kilometres: number | null;
  score: number;
}

/** How the words were read, so that the page can say it and the reader can correct it. */
export interface Understood {
  kinds: string[];
  for: string[];
  place: PlaceSaid | null;
  choices: PlaceSaid[];
  country: string | null;
  corrected: string | null;
  hasTwoMeanings: boolean;
}

export interface Answer {
  hits: Hit[];
  total: number;
  totalIsAtLeast: boolean;
  understood: Understood;
  /** Where distances were measured from: a place that the words name, or the asker's own; null for neither. */
  from: Point | null;
  /** Filled where nothing was found: nobody is left with an empty page. */
  lastResort: Hit[];
}

/** Two letters as a number above zero; zero where they are no code. Twin of Codes.Country. */
export const countryNumber = (code: string | null | undefined): number => (code && /^[A-Za-z]{2}$/.test(code) ? ((code.charCodeAt(0) & 31) << 5) + (code.charCodeAt(1) & 31) : 0);

export const countryCode = (number: number): string => String.fromCharCode((number >> 5) | 64, (number & 31) | 64);
