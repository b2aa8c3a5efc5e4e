import { numbers } from "./file";

export const enum Says { Nothing, Kinds, OpenNow, NearMe, AsksNoPapers, Free }

/** What one phrase means in one language. Twin of Publication/Search/Understanding/Meaning.cs. */
export interface Meaning {
  language: number;
  says: Says;
  for: number;
  isStrong: boolean;
  isBoth: boolean;
  kinds: number[];
}

export function meaning(said: string): Meaning {
  const [language, says, who, flags, ...kinds] = numbers(said.replace(/,$/, ""));
  return { language: language!, says: says!, for: who!, isStrong: (flags! & 1) !== 0, isBoth: (flags! & 2) !== 0, kinds };
}
