// From phrases to kinds, populations, and what must come first or last. Twin of Publication/Search/Understanding/KindReader.cs.
import type { Meaning } from "../words/meaning";
import { Says } from "../words/meaning";
import type { Vocabulary } from "../words/vocabulary";
import type { Reading } from "./reading";

const STRONG = [400, 360, 330, 310, 300];
const WEAK = [260, 240, 230, 220, 210];
const SAID_AGAIN = 60;
const ONLY_HINTED = 100;
const OF_LINE = 150;

const bitsOf = (meaning: Meaning): number => meaning.kinds.reduce((bits, kind) => bits | (1 << kind), 0);

export class KindReader {
  private readonly hurt: number;
  private readonly forHurt: number;
  private readonly authorities: number;
  private readonly returning: number;
  private readonly childrenAlone: number;

  constructor(private readonly vocabulary: Vocabulary) {
    this.hurt = vocabulary.bits("care_after_sexual_violence", "trafficking_hotline", "women");
    this.forHurt = this.hurt | vocabulary.bits("health");
    this.authorities = vocabulary.bits("migration_authority", "consular");
    this.returning = vocabulary.bits("return_reception");
    this.childrenAlone = vocabulary.populations.indexOf("unaccompanied_children");
  }

  read(reading: Reading, meanings: Meaning[]): void {
    reading.openNow = meanings.some((m) => m.says === Says.OpenNow);
    reading.asksNoPapers = meanings.some((m) => m.says === Says.AsksNoPapers);
    for (const meaning of meanings) if (meaning.for >= 0) reading.for |= 1 << meaning.for;
    let used = meanings.filter((m) => m.says === Says.Kinds && m.isStrong);
    const hints = used.length === 0;
    if (hints) used = meanings.filter((m) => m.kinds.length > 0);
    if (used.length === 0) return;

    used = this.settled(used);
    for (const meaning of used) this.give(reading, meaning, hints);
    reading.kindPoints.forEach((points, kind) => { if (points > 0) reading.kinds |= 1 << kind; });
    const both = used.find((m) => m.isBoth);
    if (both) reading.sideBySide = both.kinds;
    if (!hints) this.guard(reading, used);
  }

  private has(meaning: Meaning, kind: string): boolean {
    return meaning.kinds.includes(this.vocabulary.kind(kind));
  }

  // "Cita con el doctor" is a doctor's. "Abogado para asilo" wants no bed. Else shelter and asylum, and permits, stay side by side.
  private settled(of: Meaning[]): Meaning[] {
    const used = [...of];
    for (let i = used.length - 1; i >= 0; i--) {
      const both = used[i]!;
      if (both.isBoth && this.has(both, "asylum_authority") && used.some((m) => !m.isBoth && this.has(m, "legal") && !this.has(m, "shelter")))
        used[i] = { ...both, isBoth: false, kinds: [this.vocabulary.kind("asylum_authority"), this.vocabulary.kind("legal")] };
      if (!both.isBoth || this.has(both, "asylum_authority") || this.has(both, "labour")) continue;
      if (used.some((m) => !m.isBoth)) used.splice(i, 1);
    }
    return used;
  }

  private give(reading: Reading, meaning: Meaning, isHint: boolean): void {
    meaning.kinds.forEach((kind, i) => {
      let points = meaning.isBoth ? STRONG[0]! : (isHint ? WEAK : STRONG)[Math.min(i, STRONG.length - 1)]!;
      // "La migra" is said by those who were caught: a lawyer comes before the office.
      if (isHint && !meaning.isBoth && kind === this.vocabulary.kind("migration_authority")) points = ONLY_HINTED;
      const known = reading.kindPoints[kind]!;
      reading.kindPoints[kind] = known === 0 ? points : Math.max(known, points) + SAID_AGAIN;
    });
  }

  private guard(reading: Reading, used: Meaning[]): void {
    const child = this.vocabulary.kind("child_protection");
    const line = this.vocabulary.kind("trafficking_hotline");
    const isChild = used.some((m) => m.kinds[0] === child || m.for === this.childrenAlone);
    const isHurt = used.some((m) => (bitsOf(m) & this.hurt) !== 0);
    const flees = used.some((m) => this.has(m, "asylum_authority"));
    if (isChild) reading.first = 1 << child;
    else if (isHurt) {
      reading.first = this.forHurt & reading.kinds;
      reading.lines = this.hurt;
      reading.kindPoints[line] = Math.max(reading.kindPoints[line]!, OF_LINE);
      reading.kinds |= 1 << line;
    }
    if (isChild || isHurt || flees) reading.last |= this.authorities;
    if (flees) reading.last |= this.returning;
    // Who asks for a permit asks for the office, and who cannot say it better gets both.
    if (used.some((m) => m.isBoth && this.has(m, "migration_authority")) && !isChild && !isHurt && !flees) reading.last = 0;
  }
}
