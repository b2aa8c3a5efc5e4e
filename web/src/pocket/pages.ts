// The readers' pages without a network, made of packs that were checked and of the server's own pages around them. Nothing here touches
// the network, the storage, the clock or the page: it runs in a service worker and in Node.
import type { Pack } from "../pack/pack";
import type { Words } from "../search/search";
import { Shelf } from "./held/shelf";
import type { CalledBack, Frames, PocketPage, PocketPoints } from "./interface";
import { Site } from "./site";

export type { CalledBack, Frames, PocketPage, PocketPoint, PocketPoints } from "./interface";

const NOTHING: CalledBack = { entries: [], addresses: [] };

export class PocketPages {
  private constructor(private readonly site: Site) {}

  /**
   * Reads the index of each pack, which takes up to a second on a slow phone. All packs are of one language. Several may be given; a list
   * is over one of them and says which. Make a new one when a pack, a frame or the list of what is called back changes.
   * @throws RangeError or TypeError where a pack holds no such index, or is of a version that holds no words for pages, or where a frame is no page.
   */
  static async open(packs: readonly Pack[], words: Words, frames: Frames, revoked: CalledBack = NOTHING): Promise<PocketPages> {
    const shelves = packs.map((pack) => new Shelf(pack, words));
    for (const shelf of shelves) await shelf.heed(revoked);
    return new PocketPages(new Site(shelves, frames, words));
  }

  /** Null where it is no page that these packs can make: only the network can answer. */
  page(url: URL, now: number): PocketPage | null {
    return this.site.page(url, now);
  }

  /** A page of the server's as it was fetched, which is of no pack: with what is over above it, and the age of the pack below. */
  around(html: string, url: URL, now: number): string {
    return this.site.around(html, url, now);
  }

  /** The places of the list at this address, for a map; null where it is no list. */
  points(url: URL, now: number): PocketPoints | null {
    return this.site.points(url, now);
  }
}
