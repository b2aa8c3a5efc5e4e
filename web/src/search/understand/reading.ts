import type { Place } from "../where/gazetteer";

/** What else a word that is looked for in the texts of entries says. */
export const enum NameKind { Free, FreeSubject, Subject, Kind, Explained }

export interface NameWord {
  form: string;
  kind: NameKind;
}

export const isFree = (word: { kind: NameKind }): boolean => word.kind === NameKind.Free || word.kind === NameKind.FreeSubject;

/** What a question's words say. Twin of Publication/Search/Understanding/Reading.cs. */
export class Reading {
  readonly kindPoints: number[];
  kinds = 0;
  for = 0;
  sideBySide: number[] = [];
  first = 0;
  lines = 0;
  last = 0;
  openNow = false;
  asksNoPapers = false;
  place: Place | undefined;
  placeIsCertain = false;
  choices: Place[] = [];
  country = 0;
  nationality = 0;
  readonly names: NameWord[] = [];
  corrected: string | null = null;

  constructor(kinds: number) {
    this.kindPoints = new Array<number>(kinds).fill(0);
  }

  get isVillage(): boolean {
    return this.place?.prominence === 0 && this.country === 0;
  }

  get hasFreeWords(): boolean {
    return this.names.some(isFree);
  }

  name(form: string, kind: NameKind): void {
    if (!this.names.some((known) => known.form === form)) this.names.push({ form, kind });
  }
}
