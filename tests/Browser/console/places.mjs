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
    for (const path of ["/console", "/console/places", "/console/places?q=nothing-is-called-so", "/console/places/due", "/console/places/reports", "/console/places/imports", "/console/places/duplicates", "/console/places/warnings", "/console/places/figures", "/console/places/asked", "/console/places/changes", "/console/places/claims", `${place}/ask`, `${place}/ask/contact`, `${place}/invite`, `${place}/changes`, `${place}/claims`, "/console/find", "/console/me/shift", place, `${place}/edit`, `${place}/assure`, `${place}/withdraw`, `${place}/whereabouts`, `${place}/reports`,
      `${place}/edit/where`, `${place}/edit/services`, `${place}/edit/service`, `${place}/edit/conditions`, `${place}/edit/other`, `${place}/whereabouts/edit`, "/console/places/new", "/console/places/map", "/console/places/hidden", "/console/places/hidden/begin", "/console/places/recordings", "/console/places/recordings/page", `${place}/record`]) {
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

test("The point of a place is moved by a tap and by arrow keys, and the fields say where it is", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/places?state=published&kind=food");
    await page.goto(`${await page.locator("main tbody a").first().getAttribute("href")}/whereabouts/edit`);
    const where = async () => [Number(await page.inputValue("#Latitude")), Number(await page.inputValue("#Longitude"))];
    const [north, east] = await where();
    assert.ok(north && east, "the first place that gives food has no point: mend this test");
    await page.locator("svg.map").focus();
    await page.keyboard.press("ArrowRight");
    const [same, further] = await where();
    assert.ok(further > east && Math.abs(same - north) < 0.001, `${same}, ${further} after ${north}, ${east}`);
    await page.keyboard.press("Shift+ArrowUp");
    assert.ok((await where())[0] > same);
    const box = await page.locator("svg.map").boundingBox();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const [middle, centre] = await where();
    assert.ok(Math.abs(middle - north) < 0.01 && Math.abs(centre - east) < 0.01, `${middle}, ${centre} is not the middle of the map around ${north}, ${east}`);
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
