// The ring around what has the focus must stand out from what is beside it (WCAG 1.4.11: 3 to 1), by day and by night.
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { gathered, none } from "../support/told.mjs";

const LEAST = 3;
const MOST_STOPS = 40;
const pages = ["/es/", "/es/centres?kind=shelter", "/es/danger", "/es/complaint", "/es/nothing-is-here"];

/** The contrast of the ring around the focus with what lies behind it; null where nothing has the focus. */
const ring = (page) => page.evaluate(() => {
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const isClear = (colour) => colour === "transparent" || parts(colour)[3] === 0;
  let behind = it.parentElement;
  while (behind && isClear(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
  const ground = behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)";
  const style = getComputedStyle(it);
  const rings = [];
  if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) rings.push(style.outlineColor);
  rings.push(...(style.boxShadow.match(/rgba?\([^)]*\)/g) ?? []));
  return { where: amparoName(it), best: Math.max(1, ...rings.map((colour) => contrast(colour, ground))), ground };
});

for (const colorScheme of ["light", "dark"]) {
  test(`The focus stands out from what is around it, in the ${colorScheme} scheme`, { timeout: 90_000 }, () => withPage({ colorScheme }, async (page) => {
    const seen = [];
    for (const url of pages) {
      await page.goto(url);
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        await page.keyboard.press("Tab");
        const it = await ring(page);
        if (!it) break;
        if (it.best < LEAST) seen.push({ url, sentence: `${it.best.toFixed(2)} to 1 on ${it.ground} at ${it.where}` });
      }
    }
    none(gathered(seen, (page) => [page.sentence]));
  }));
}
