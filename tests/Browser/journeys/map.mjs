// The map: nothing of it before it is asked for, everything from this site, all of it by the keyboard, and a ring where no pin may stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site, withPage } from "../support/browser.mjs";
import * as inspect from "../support/inspect.mjs";
import { focused, press, tabTo } from "../support/keyboard.mjs";
import { none } from "../support/told.mjs";

const SHELTERS = "map?kind=shelter&near=Tapachula";
const isSpot = (it) => it.tag === "button" && it.spot;

/** What has the focus, and whether it is a place on the map. */
const here = async (page) => ({ ...await focused(page), ...await page.evaluate(() => ({ spot: document.activeElement.classList.contains("spot"), label: document.activeElement.getAttribute("aria-label") ?? "" })) });

async function open(page, path = `/es/${SHELTERS}`) {
  await page.goto(path);
  await page.locator("[data-load]").click();
  await page.locator(".leaflet-tile-loaded").first().waitFor();
}

const names = (page) => page.locator(".atlas .cards h3").allInnerTexts();

test("Nothing of the map is fetched before somebody asks for it; then three files of this site, and nothing while it is moved", { timeout: 60_000 }, () => withPage({}, async (page) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(`/es/${SHELTERS}`, { waitUntil: "networkidle" });
  assert.deepEqual(asked.map((url) => url.slice(site.length).replace(/\.[0-9a-f]{10}\./, ".")), [`/es/${SHELTERS}`, "/assets/exit.js", "/assets/map.js"]);
  asked.length = 0;
  await tabTo(page, "the button that fetches the map", (it) => it.tag === "button" && it.text.length > 3);
  await page.keyboard.press("Enter");
  await page.locator(".leaflet-tile-loaded").first().waitFor();
  const came = asked.map((url) => url.slice(site.length).replace(/\.[0-9a-f]{10}\./, ".")).sort();
  assert.deepEqual(came, ["/assets/atlas.js", "/assets/base.map", `/es/map/points?kind=shelter&near=Tapachula`]);
  asked.length = 0;
  for (const key of ["ArrowLeft", "ArrowUp", "+", "+", "ArrowRight", "-", "-", "-", "ArrowDown"]) await page.keyboard.press(key);
  await page.locator(".atlas .cards h3 a").first().focus();
  await page.waitForTimeout(300);
  assert.deepEqual(asked, [], "the map asks for something while it is moved");
}));

test("The keyboard alone goes through the places in the order of the list, opens one, and comes back to it", { timeout: 60_000 }, () => withPage({ viewport: { width: 1024, height: 900 } }, async (page) => {
  await open(page);
  const passed = [];
  for (let steps = 0; steps < 40; steps++) {
    await press(page, "Tab");
    const it = await here(page);
    if (!isSpot(it)) break;
    passed.push(it.label);
  }
  assert.ok(passed.length > 1, "Tab reaches no place on the map");
  const single = passed.filter((label) => !/: \d+$/.test(label)).map((label) => label.split(". ")[0]);
  // Two shelters may bear one name: each is looked for behind the one before.
  let at = -1;
  for (const name of single) {
    at = (await names(page)).indexOf(name, at + 1);
    assert.ok(at >= 0, `Tab does not go in the order of the list: ${single.join(" | ")}`);
  }

  while (!(isSpot(await here(page)) && !/: \d+$/.test((await here(page)).label))) await page.keyboard.press("Shift+Tab");
  const chosen = await here(page);
  await press(page, "Enter");
  assert.equal((await focused(page)).tag, "a", "the card does not take the focus");
  assert.equal((await focused(page)).text, chosen.label.split(". ")[0]);
  await page.keyboard.press("Escape");
  assert.equal((await here(page)).label, chosen.label, "Escape does not lead back to the place");
  assert.equal(await page.locator(".tapped").isVisible(), false);
  await press(page, "Enter");
  await Promise.all([page.waitForNavigation({ waitUntil: "load" }), page.keyboard.press("Enter")]);
  assert.equal(await page.locator("h1").innerText(), chosen.label.split(". ")[0]);
}));

test("List and map are in step: what has the focus in one is marked in the other, and the list holds what the map shows", { timeout: 60_000 }, () => withPage({ viewport: { width: 1024, height: 900 } }, async (page) => {
  await open(page);
  const [all, total] = [(await names(page)).length, Number(/(\d+) lugares$/.exec(await page.locator(".atlas h2").first().innerText())[1])];
  assert.ok(all > 0 && all <= total);
  for (const link of (await page.locator(".atlas .cards h3 a").all()).slice(0, 3)) {
    await link.focus();
    const marked = await page.locator(".spot.on").evaluateAll((spots) => spots.map((spot) => spot.getAttribute("aria-label")));
    assert.equal(marked.length, 1, "not one place on the map is marked");
    assert.ok(marked[0].startsWith(await link.innerText()) || /: \d+$/.test(marked[0]));
  }
  await page.locator(".spot").first().focus();
  assert.ok(await page.locator(".atlas .cards li.on").count() > 0, "the list does not mark what has the focus on the map");

  for (let i = 0; i < 12; i++) await page.keyboard.press("+");
  const near = (await names(page)).length;
  assert.ok(near < all, "the list still holds what the map shows no more");
  assert.notEqual((await focused(page))?.tag, "body", "who came closer was thrown off the map");
  for (let i = 0; i < 14; i++) await page.keyboard.press("-");
  assert.equal((await names(page)).length, total, "from afar the list does not hold all places");
}));

test("Where only the area may be known there is a wide ring that says so, and no pin at any zoom", { timeout: 60_000 }, () => withPage({ viewport: { width: 1024, height: 900 } }, async (page) => {
  await open(page, "/es/map?kind=women&near=Tapachula");
  const answer = await (await fetch(`${site}/es/map/points?kind=women&near=Tapachula`)).json();
  assert.ok(answer.points.some((point) => point.area), "the demonstration has no such place");
  for (const point of answer.points.filter((p) => p.area)) for (const number of [point.latitude, point.longitude]) assert.ok(Math.abs(number * 100 - Math.round(number * 100)) < 1e-6, `${number} is finer than a kilometre`);
  const exact = new Set(answer.points.filter((p) => !p.area).map((p) => p.name));
  let seen = 0;
  for (let zoom = 0; zoom < 12; zoom++) {
    const pins = await page.locator(".spot:not(.many):not(.area)").evaluateAll((spots) => spots.map((spot) => spot.getAttribute("aria-label").split(". ")[0]));
    assert.deepEqual(pins.filter((name) => !exact.has(name)), [], "a pin stands where only the area may be known");
    for (const ring of await page.locator(".spot.area:not(.many)").all()) {
      seen++;
      const [box, sign] = [await ring.boundingBox(), await ring.locator("svg").boundingBox()];
      assert.ok(box.width >= 56 && Math.abs(box.width - box.height) < 1);
      assert.match(await ring.getAttribute("aria-label"), /zona/);
      assert.ok(Math.abs(sign.y + sign.height / 2 - (box.y + box.height / 2)) > 6, "the sign stands in the middle of the ring, as a pin would");
    }
    await page.locator(".nearer button").first().click();
  }
  assert.ok(seen > 0, "no ring was ever seen");
}));

for (const [width, colorScheme, language] of [[320, "light", "es"], [320, "dark", "ht"], [1280, "dark", "es"]]) {
  test(`axe finds nothing on an open map at ${width} pixels, ${colorScheme}, in ${language}, and nothing stands to the side`, { timeout: 60_000 }, () => withPage({ viewport: { width, height: 740 }, colorScheme, reducedMotion: "reduce" }, async (page) => {
    await open(page, `/${language}/${SHELTERS}`);
    none([...await inspect.axe(page), ...await inspect.tooWide(page), ...await inspect.tooSmall(page), ...await inspect.structure(page), ...await inspect.kept(page)]);
    const spot = page.locator(".spot:not(.many)").first();
    if (await spot.count() > 0) {
      await spot.focus();
      await page.keyboard.press("Enter");
      assert.ok(await page.locator(".tapped a").first().isVisible());
      none([...await inspect.axe(page), ...await inspect.tooWide(page)]);
    }
  }));
}

test("Where the map does not arrive the page says so, the list is there, and a second try works", { timeout: 60_000 }, () => withPage({}, async (page, context) => {
  const points = "**/map/points**";
  await context.route(points, (route) => route.fulfill({ status: 204 }));
  await page.goto(`/es/${SHELTERS}`);
  await page.locator("[data-load]").click();
  await page.locator("[data-failed]").waitFor({ state: "visible" });
  assert.ok(await page.locator(`main a[href^="/es/centres?kind=shelter"]`).isVisible());
  await context.unroute(points);
  await page.locator("[data-load]").click();
  await page.locator(".leaflet-tile-loaded").first().waitFor();
}));
