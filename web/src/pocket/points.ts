// The places of a list on a map. No pin stands on a refuge: where the area or a rounded point is all that may be shown, it says so.
import type { PocketPoint, PocketPoints } from "./interface";
import type { Point } from "../search/where/plane";
import type { List } from "./list/list";
import type { Card } from "./say/card";
import { unescape } from "./say/html";

const MOST = 500;

export const pointsOf = (list: List): PocketPoints => ({ points: list.all(MOST).flatMap((card) => pointOf(card, list.from)), near: list.from });

function pointOf(card: Card, from: Point | null): PocketPoint[] {
  const { entry, point, words } = card;
  if (!point) return [];
  const { kind, isArea, isShortLived } = entry.live;
  const [what = "", where = ""] = [...card.drawn(from).matchAll(/<span class="meta">([^]*?)<\/span>/g)].map((meta) => unescape(meta[1]!));
  return [{ slug: entry.slug, name: unescape(entry.name), kind, latitude: point.latitude, longitude: point.longitude, isExact: !isArea && (!isShortLived || card.isExact), state: words.text, tone: words.tone, trust: words.trust, isDoubtful: words.isDoubtful, what, where }];
}
