/** The file of words as Publication/Search/Pocket writes it; words of one sort stand in one string, parted by a bar. */
export interface WordFile {
  format: number;
  id: string;
  languages: string[];
  kinds: string[];
  populations: string[];
  meanings: string[];
  phrases: [string, string][];
  mending: [string, string][];
  together: string[];
  sides: [string, string][];
  subjects: [string, string][];
  beginnings: [string, string][];
  nations: [string, string][];
  aliases: [string, string, string][];
  short: [string, string][];
  ordinary: string;
  right: string;
  dropped: string;
  notTowns: string;
  refusals: string;
  refusalsInCreole: string;
  inside: string;
  outside: string;
  sentFar: string;
  countries: [string, string, string][];
  countryCodes: [string, string][];
  areas: [string, string][];
  words: Record<"articles" | "common" | "linking" | "prepositions" | "strict", string>;
}

export const list = (words: string): string[] => (words === "" ? [] : words.split("|"));
export const set = (words: string): Set<string> => new Set(list(words));
export const numbers = (text: string): number[] => (text === "" ? [] : text.split(",").map(Number));

/** From the words of each group to what the group stands for. */
export function byWord<T>(groups: [string, string][], meant: (of: string) => T): Map<string, T> {
  const known = new Map<string, T>();
  for (const [of, words] of groups) {
    const value = meant(of);
    for (const word of list(words)) known.set(word, value);
  }
  return known;
}
