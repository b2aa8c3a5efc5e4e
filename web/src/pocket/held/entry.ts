// One place of a pack: what the server drew of it, and what changes with the clock. Twin of Public/Packs/Drawing/LiveLine.cs.
import { unescape } from "../say/html";
import type { Lines } from "./lines";
import { slugOf } from "./slug";

const [CENTRE, LIVE, WHERE] = [5, 15, 3];
const MINUTE = 60_000;

/** Instants in milliseconds since 1970; null where there is none. */
export interface Live {
  kind: string;
  zone: string;
  assured: number | null;
  due: number | null;
  stale: number | null;
  withdrawn: number | null;
  expires: number | null;
  fullSaid: number | null;
  fullUntil: number | null;
  mayBeClosed: number | null;
  how: string;
  saysHours: boolean;
  nationals: string[];
  isHonorary: boolean;
  isArea: boolean;
  /** Its exact address lies in the part that ends after seven days. */
  isShortLived: boolean;
  town: string;
}

export interface Whereabouts {
  html: string;
  latitude: number;
  longitude: number;
}

export class Entry {
  readonly slug: string;
  /** HTML. */
  readonly name: string;
  /** What is called back of it: its exact address and its point. */
  isWithoutAddress = false;
  private known: Live | undefined;

  constructor(readonly line: number, private readonly centres: Lines, private readonly lives: Lines, private readonly wheres: Lines | undefined) {
    const [name, address] = centres.cells(line, 2) as [string, string];
    [this.name, this.slug] = [name, slugOf(address, unescape(name))];
  }

  get card(): string {
    return this.centres.cells(this.line, CENTRE)[2]!;
  }

  get page(): string {
    return this.centres.cells(this.line, CENTRE)[3]!;
  }

  /** Its line among consulates; empty for all else. */
  get post(): string {
    return this.centres.cells(this.line, CENTRE)[4]!;
  }

  get live(): Live {
    return (this.known ??= read(this.lives.cells(this.line, LIVE)));
  }

  /** Undefined where the page says it already, or where it may be said no more. */
  whereabouts(isOver: boolean): Whereabouts | undefined {
    if (isOver || this.isWithoutAddress || !this.wheres) return undefined;
    const [html, latitude, longitude] = this.wheres.cells(this.line, WHERE) as [string, string, string];
    return html === "" ? undefined : { html, latitude: number(latitude), longitude: number(longitude) };
  }

  isGone(now: number): boolean {
    const { expires, withdrawn } = this.live;
    return (expires !== null && expires <= now) || (withdrawn !== null && withdrawn <= now);
  }
}

function read(cells: string[]): Live {
  const [kind, zone, assured, due, stale, withdrawn, expires, fullSaid, fullUntil, mayBeClosed, how, hours, nationals, marks, town] = cells as [string, string, ...string[]] & string[];
  const from = assured === "" ? 0 : Number(assured);
  const after = (minutes: string | undefined, since = 0): number | null => (minutes ? (since + Number(minutes)) * MINUTE : null);
  return {
    kind, zone, assured: after(assured), due: after(due, from), stale: after(stale, from), withdrawn: after(withdrawn, from), expires: after(expires), fullSaid: after(fullSaid), fullUntil: after(fullUntil),
    mayBeClosed: after(mayBeClosed), how: how!, saysHours: hours !== "", nationals: nationals === "" ? [] : nationals!.split(" "), isHonorary: marks!.includes("h"), isArea: marks!.includes("a"),
    isShortLived: marks!.includes("s"), town: town!,
  };
}

const number = (text: string): number => (text === "" ? NaN : Number(text));
