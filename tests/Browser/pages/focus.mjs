// The ring around what has the focus must stand out from what is beside it (WCAG 1.4.11: 3 to 1), by day and by night.
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { gathered, none } from "../support/told.mjs";

const LEAST = 3;
const pages = ["/es/", "/es/centres?kind=shelter", "/es/danger", "/es/complaint", "/es/nothing-is-here"];

/** What can have the focus and whose ring does not stand out from what lies behind it. */
const faintRings = (page) => page.evaluate((least) => {
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = (colour) => parts(colour).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((m, n) => n - m); return (x + 0.05) / (y + 0.05); };
  const isClear = (colour) => colour === "transparent" || parts(colour)[3] === 0;
  const faint = [];
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  for (const it of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")) {
    if (!it.checkVisibility()) continue;
    it.focus({ focusVisible: true });
    let behind = it.parentElement;
    while (behind && isClear(getComputedStyle(behind).backgroundColor)) behind = behind.parentElement;
    const ground = behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)";
    const style = getComputedStyle(it);
    const rings = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 ? [style.outlineColor] : [];
    rings.push(...(style.boxShadow.match(/rgba?\([^)]*\)/g) ?? []));
    const best = Math.max(1, ...rings.map((colour) => contrast(colour, ground)));
    if (best < least) faint.push(`${best.toFixed(2)} to 1 on ${ground} at ${amparoName(it)}`);
  }
  return faint;
}, LEAST);

for (const colorScheme of ["light", "dark"]) {
  test(`The focus stands out from what is around it, in the ${colorScheme} scheme`, { timeout: 90_000 }, () => withPage({ colorScheme }, async (page) => {
    const seen = [];
    for (const url of pages) {
      await page.goto(url);
      seen.push({ url, faint: await faintRings(page) });
    }
    none(gathered(seen, (page) => page.faint));
  }));
}
