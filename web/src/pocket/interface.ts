// What the pages in the pocket are given and what they give back. Nothing behind it touches network, storage, clock or page.

/**
 * The server's own pages in the language of the pack, fetched when the pack was kept: what stands around a page is theirs. They hold a style
 * that their Content-Security-Policy names by its hash: a page that is made of one is sent with the policy of its frame.
 */
export interface Frames {
  /** /LANG/centres */
  list: string;
  /** /LANG/centres/SLUG of any centre; nothing that it says of that centre is left. */
  centre: string;
  /** /LANG/consulates */
  consulates: string;
  /** /LANG/emergency: the numbers of all countries, of which a pack holds its own. */
  emergency: string;
  /** /LANG/?look=signs, in which pictograms lead. Without it a phone has the plain look only. */
  signs?: string;
  /** /LANG/danger under "", and /LANG/danger?country=CC under each CC. */
  danger: Map<string, string>;
  /** /LANG/child, likewise: the one page for a child alone, to which danger and lists lead. Without it that page is left to the network. */
  child?: Map<string, string>;
}

/** What of a list of what is called back is heeded: a whole `Revoked` of web/src/pack is one. */
export interface CalledBack {
  entries: readonly string[];
  addresses: readonly string[];
}

export interface PocketPage {
  status: number;
  html: string;
  /** What the packs do not hold: that centre, or the country that was asked for. The page says it; with a network the server knows more. */
  missing?: "centre" | "country";
}

/** A place of a list, for a map. */
export interface PocketPoint {
  slug: string;
  /** Plain text, as all else here. */
  name: string;
  kind: string;
  latitude: number;
  longitude: number;
  /** False where the area's point or one rounded to a kilometre is all that may be shown: draw no pin. */
  isExact: boolean;
  state: string;
  /** open, later, full, or nothing. */
  tone: string;
  trust: string;
  isDoubtful: boolean;
  /** What it is and for whom; where it is, with how far. */
  what: string;
  where: string;
}

export interface PocketPoints {
  /** Best first, as the list has them. */
  points: PocketPoint[];
  /** From where the list measures. */
  near: { latitude: number; longitude: number } | null;
}
