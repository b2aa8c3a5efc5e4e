import type { Doors } from "../hours/doors";
import type { Entries } from "../read/entries";
import type { Gazetteer } from "../where/gazetteer";
import type { Vocabulary } from "../words/vocabulary";
import { withoutKind } from "./points";

/** Everything that one file holds, for as long as it is asked. */
export class Shelf {
  readonly withoutKind: number[];
  readonly migration: number;
  readonly consular: number;

  constructor(readonly vocabulary: Vocabulary, readonly entries: Entries, readonly doors: Doors, readonly gazetteer: Gazetteer) {
    this.withoutKind = withoutKind(vocabulary);
    this.migration = vocabulary.kind("migration_authority");
    this.consular = vocabulary.kind("consular");
  }
}
