// The map of a list, answered by the phone itself: the address that would tell the server what is looked for is not asked.
import type { PocketPoints } from "../pocket/pages";
import { iconOf } from "../pocket/list/icons";

/** About a kilometre: the digits that the server leaves of a point that may only be an area. */
const AREA = 100;

/** The page as it was fetched, with the question that is asked now. */
export const mapPage = (page: string, language: string, question: string): string => {
  const escaped = question.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  return page.replace(`data-map="/${language}/map/points"`, () => `data-map="/${language}/map/points${escaped}"`)
    .replace(`<a class="button quiet" href="/${language}/centres"`, () => `<a class="button quiet" href="/${language}/centres${escaped}"`);
};

/** As the server writes it: src/Public/Map/README.md. */
export const pointsOf = ({ points }: PocketPoints): Response => Response.json({
  points: points.map(({ slug, name, kind, latitude, longitude, isExact, state, tone, trust, isDoubtful, what, where }) => ({
    slug, name, kind, icon: iconOf(kind), ...(isExact ? { latitude, longitude } : { latitude: Math.round(latitude * AREA) / AREA, longitude: Math.round(longitude * AREA) / AREA, area: true }),
    ...(tone && { tone }), state, trust, ...(isDoubtful && { doubt: true }), what, where,
  })),
}, { headers: { "cache-control": "no-store" } });
