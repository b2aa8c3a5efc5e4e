// Pictures of the main pages for people to look at:  node screens.mjs   → artifacts/screens/
import { mkdirSync } from "node:fs";
import { begin, end, withPage } from "./support/browser.mjs";
import { artifacts } from "./support/figures.mjs";
import { findPlaces, places } from "./support/places.mjs";

const folder = `${artifacts}screens/`;
mkdirSync(folder, { recursive: true });

try {
  await begin();
  await findPlaces();
  const slug = (kind) => places.get(`a place of kind ${kind}`);
  const pages = {
    home: "", danger: "danger?country=GT", list: "centres?kind=shelter&near=Tapachula&open=now", meanings: "centres?q=refugio", empty: "centres?q=zxqvw", map: "map?kind=shelter&near=Tapachula",
    centre: `centres/${slug("shelter")}`, consulate: `centres/${slug("consular")}`, consulates: "consulates?from=HN&in=MX", print: `centres/${slug("shelter")}/print`,
    share: `centres/${slug("shelter")}/share`, report: `centres/${slug("food")}/report`, complaint: "complaint", emergency: "emergency", missing: "nothing-is-here",
  };
  for (const width of [320, 1280]) for (const colorScheme of ["light", "dark"]) {
    await withPage({ viewport: { width, height: width === 320 ? 640 : 800 }, colorScheme }, async (page) => {
      for (const language of ["es", "ht"]) for (const [name, path] of Object.entries(pages)) {
        await page.goto(`/${language}/${path}`);
        await page.screenshot({ path: `${folder}${name}-${language}-${width}-${colorScheme}.png`, fullPage: true });
      }
    });
  }
} finally {
  await end();
}
