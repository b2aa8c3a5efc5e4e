import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, axeInTheDark, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { atDesk } from "../support/desk.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 240_000;

test("axe finds nothing on the desk of places; it fits 320 pixels and a finger", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/places?state=published");
    const place = await page.locator("main tbody a").first().getAttribute("href");
    const wrong = [];
    for (const path of ["/console", "/console/places", "/console/places?q=nothing-is-called-so", "/console/places/due", "/console/places/reports", "/console/places/imports", "/console/places/duplicates", "/console/places/warnings", "/console/places/figures", "/console/places/asked", "/console/places/changes", "/console/places/claims", place, `${place}/ask`, `${place}/ask/contact`, `${place}/invite`, `${place}/changes`, `${place}/claims`, `${place}/edit`, `${place}/assure`, `${place}/withdraw`, `${place}/whereabouts`, `${place}/reports`]) {
      await page.goto(path);
      for (const width of [1024, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const found = width === 320 ? [...(await tooWide(page)), ...(await tooSmall(page))] : [...(await axe(page)), ...(await axeInTheDark(page)), ...(await structure(page))];
        wrong.push(...found.map((sentence) => `${path.replace(place, "/console/places/ID")} at ${width}: ${sentence}`));
      }
    }
    await page.goto(`${place}/edit`);
    await page.evaluate(() => { document.querySelector("#Name").value = ""; Object.assign(document.querySelector("main form"), { noValidate: true }).requestSubmit(); });
    await page.locator("[role=alert]").waitFor();
    wrong.push(...(await axe(page)).map((sentence) => `the form with mistakes: ${sentence}`));
    assert.deepEqual([...new Set(wrong)], []);
  }));

test("In the queue the key a marks the row in hand as called and true, and the next row is in hand", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/places/due");
    const rows = await page.locator("[data-row] button").evaluateAll((all) => all.map((button) => button.id));
    assert.ok(rows.length > 1, "the demonstration has nothing due: mend this test");
    await page.locator("[data-row] button").first().focus();
    await page.keyboard.press("a");
    await page.waitForURL(/done=place_assured/);
    assert.equal(new URL(page.url()).hash, `#${rows[1]}`);
    assert.equal(await page.evaluate(() => document.activeElement.id), rows[1]);
    assert.equal(await page.locator(`#${rows[0]}`).count(), 0);
  }));
