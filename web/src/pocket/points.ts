// The places of a list on a map. No pin stands on a refuge: where the area or a rounded point is all that may be shown, it says so.
import type { PocketPoint, PocketPoints } from "./interface";
import type { List } from "./list/list";
import type { Card } from "./say/card";
import { unescape } from "./say/html";

const MOST = 500;

export const pointsOf = (list: List): PocketPoints => ({ points: list.all(MOST).flatMap(pointOf), near: list.from });

function pointOf(card: Card): PocketPoint[] {
  const { entry, point, words } = card;
  if (!point) return [];
  const { kind, isArea, isShortLived } = entry.live;
  return [{ slug: entry.slug, name: unescape(entry.name), kind, latitude: point.latitude, longitude: point.longitude, isExact: !isArea && (!isShortLived || card.isExact), state: words.text, tone: words.tone }];
}
