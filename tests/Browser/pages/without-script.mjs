// What holds on the pages that matter most where script is switched off, as on many old phones and in Tor.
// The page is fetched, made and drawn without script; only then is it switched on, so that axe, which is a script, can look at
// what stands there. The page's own scripts do not run any more: the time for them has passed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import * as inspect from "../support/inspect.mjs";
import { places } from "../support/places.mjs";
import { none } from "../support/told.mjs";

const NARROW = { width: 320, height: 640 };
const shelter = () => places.get("a place of kind shelter");
const PAGES = [
  ["the first page", () => ""], ["danger", () => "danger?country=GT"], ["the list", () => "centres?kind=shelter&near=Tapachula"], ["the map", () => "map?kind=shelter&near=Tapachula"], ["a place", () => `centres/${shelter()}`],
  ["consulates", () => "consulates?from=HN&in=MX"], ["a complaint", () => "complaint"], ["the form that reports an error", () => `centres/${shelter()}/report`], ["a place on paper", () => `centres/${shelter()}/print`],
];

async function look(page, context, path) {
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(path, { waitUntil: "load" });
  await inspect.nameElementsNow(page);
  const seen = { offers: await page.locator("button[data-near]:not([hidden])").count(), wide: await inspect.tooWide(page), small: await inspect.tooSmall(page), structure: await inspect.structure(page) };
  await client.send("Emulation.setScriptExecutionDisabled", { value: false });
  seen.axe = await inspect.axe(page);
  await client.detach();
  return seen;
}

for (const language of ["es", "ht"]) {
  test(`Without script the pages that matter most are whole, in ${language}: nothing to the side at 320 pixels, nothing for axe`, { timeout: 180_000 }, () =>
    withPage({ javaScriptEnabled: false, viewport: NARROW }, async (page, context) => {
      const wrong = [];
      for (const [name, path] of PAGES) {
        const seen = await look(page, context, `/${language}/${path()}`);
        assert.equal(seen.offers, 0, `${name} offers what only script can do: script was on, and this test saw nothing`);
        wrong.push(...[...seen.wide, ...seen.small, ...seen.structure, ...seen.axe].map((sentence) => `${name}: ${sentence}`));
      }
      none(wrong);
    }));
}

test("With script the list does offer it: the look without script is no look at a page that never had any", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await page.goto("/es/centres");
  assert.equal(await page.locator("button[data-near]:not([hidden])").count(), 1);
}));
