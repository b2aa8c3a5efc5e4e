// What a phone, and whoever watches its line, can tell of what somebody looked for: nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { keep, stored, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
const JOURNEYS = process.env.AMPARO_LONG === "1" ? 200 : 20;
const WORDS = ["albergue", "doctora", "me pega mi marido", "consulado de honduras", "comida", "asilo", "aborto", "lgbti", "zxqvw", "tecun uman", "abogado gratis", "violación"];
const KINDS = ["shelter", "food", "health", "legal", "women", "lgbti", "trafficking_hotline", "child_protection", "care_after_sexual_violence", "asylum_authority"];
const ELSEWHERE = /^https:\/\/[a-z]+\.wikipedia\.org\//;

// The same numbers each time: a journey that fails can be walked again.
function dice(seed) {
  let state = seed * 2654435761 % 2147483647 || 1;
  return (most) => (state = (state * 48271) % 2147483647) % most;
}

async function walk(page, number) {
  const random = dice(number + 1);
  const pick = (list) => list[random(list.length)];
  for (let step = 0; step < 4; step++) {
    const path = [
      () => `/es/centres?q=${encodeURIComponent(pick(WORDS))}`, () => `/es/centres?kind=${pick(KINDS)}&country=GT`, () => `/es/centres?kind=${pick(KINDS)}&near=14.65,-90.5&open=now`,
      () => `/es/consulates?from=${pick(["HN", "SV", "VE", "US"])}&in=GT`, () => "/es/danger?country=GT", () => "/es/child?country=GT",
    ][random(6)]();
    await page.goto(path);
    const links = page.locator(".cards > .card h3 a");
    const count = await links.count();
    if (count === 0) continue;
    await links.nth(random(count)).click();
    await page.waitForURL(/\/centres\/[^?]+$/);
    if (random(2)) await page.goto(`${new URL(page.url()).pathname}/share`);
  }
}

test(`Whatever ${JOURNEYS} people look for, the same addresses leave their phones`, { timeout: 1_800_000 }, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    await page.goto("/es/");
    await page.waitForTimeout(1_000);
    const sets = new Set();
    for (let number = 0; number < JOURNEYS; number++) {
      line.asked.length = 0;
      await walk(page, number);
      // Whether the worker is still the newest is the browser's own question, asked now and then whatever is opened.
      sets.add(JSON.stringify([...new Set(line.asked)].filter((path) => path !== "/sw.js").sort()));
    }
    assert.equal(sets.size, 1, `their lines differ:\n${[...sets].join("\n")}`);
  });
});

test("A phone keeps the same after a day of looking as after the first page only", { timeout: 180_000 }, async () => {
  await whenPacked(NAME);
  const seen = [];
  for (const journeys of [0, 3]) {
    await withPhone(async ({ page }) => {
      await keep(page, NAME);
      await page.goto("/es/");
      for (let number = 0; number < journeys; number++) await walk(page, number);
      await page.goto("/es/");
      await page.waitForTimeout(500);
      seen.push(await stored(page));
    });
  }
  assert.equal(seen[0], seen[1]);
});

test("Without a pack nothing is kept, whatever somebody does and however she leaves", { timeout: 180_000 }, () => withPage({ mayLeaveTo: ELSEWHERE }, async (page) => {
  for (const path of ["/es/", "/es/centres?q=albergue", "/es/danger", "/es/packs", "/es/exit"]) await page.goto(path);
  const after = JSON.parse(await stored(page));
  assert.deepEqual(after, { databases: [], caches: [], local: {}, session: {}, workers: 0 });
}));

test("Who chose to leave nothing has one page in the history whatever she opened, and nothing kept at the end", { timeout: 180_000 }, async () => {
  await whenPacked(NAME);
  const histories = [];
  for (const opens of [[], ["/es/centres?kind=women", "/es/danger", "/es/consulates"]]) {
    await withPhone(async ({ page, context }) => {
      await context.route(ELSEWHERE, (route) => route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }));
      await keep(page, NAME);
      const fresh = await context.newPage();
      await fresh.goto("/es/exit");
      await fresh.locator("[data-quiet]").click();
      await fresh.waitForURL(/\/es\/$/);
      for (const path of opens) {
        // As a person moves: by the links of the pages.
        const link = fresh.locator(`main a[href^="${path.split("?")[0]}"]`).first();
        if (await link.count() === 0) await fresh.locator(".mark").click();
        await link.click();
        await fresh.waitForURL((url) => url.pathname === path.split("?")[0]);
      }
      histories.push(await fresh.evaluate(() => history.length));
      for (let i = 0; i < 3; i++) await fresh.keyboard.press("Shift");
      await fresh.waitForURL(ELSEWHERE, { timeout: 30_000 });
      const last = await context.newPage();
      await last.goto("/es/privacy");
      const left = JSON.parse(await stored(last));
      assert.deepEqual([left.databases, left.caches, left.workers], [[], [], 0], "something of this site is still on the phone");
    });
  }
  assert.equal(histories[0], histories[1]);
});
