// What of the app is on a phone on which nothing is kept: nothing. And what was called back is not said to be kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "../support/browser.mjs";
import { keep, keepButton, keptMark, opensWithoutNetwork, press, served, stored, until, whenPacked, withPhone } from "../support/pocket.mjs";
import { inACopy } from "../support/site.mjs";

const NAME = "gt-es";
const whole = { timeout: 400_000 };
const EMPTY = { databases: [], caches: [], local: {}, session: {}, workers: 0 };
const left = async (page) => JSON.parse(await stored(page));

test("A first try that fails leaves nothing of the app on the phone, wherever it fails, and the next one succeeds", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  for (const step of ["/sw.js", "/packs/revoked", `/packs/${NAME}/pages`, "/packs", "/assets/app", "/app/words", ".pack"]) {
    await withPhone(async ({ page, line }) => {
      await page.goto("/es/packs");
      line.refuse = (path) => (step === "/packs" ? path === step : path.includes(step));
      assert.match((await press(page, NAME)).text, /intente de nuevo/i, `cut at ${step}`);
      assert.deepEqual(await left(page), EMPTY, `cut at ${step}`);
      line.refuse = undefined;
      // The same answer, torn in its middle: half of it has come when the line breaks.
      let pieces = 0;
      Object.assign(line, { only: step === ".pack" ? step : "no path", rate: size / 3, lose: (path) => (step === "/packs" ? path === step : path.includes(step)) && ++pieces > 4 });
      const torn = await press(page, NAME);
      if (!torn.isKept) {
        assert.match(torn.text, /intente de nuevo/i, `torn at ${step}`);
        assert.deepEqual(await left(page), EMPTY, `torn at ${step}`);
      }
      line.lose = undefined;
      assert.ok((await press(page, NAME)).isKept, `after ${step}`);
      await opensWithoutNetwork(page, line);
    });
  }
});

test("A first download that ended with the browser leaves nothing once another page is opened", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, context, line }) => {
    const browser = await context.newCDPSession(page);
    await browser.send("ServiceWorker.enable");
    await page.goto("/es/packs");
    Object.assign(line, { only: ".pack", rate: size / 6 });
    await keepButton(page, NAME).click();
    await page.waitForFunction((name) => document.querySelector(`[data-pack="${name}"] progress`).value > 0, NAME, { timeout: 60_000 });
    await page.goto("about:blank");
    await browser.send("ServiceWorker.stopAllWorkers");
    await page.goto("/es/privacy");
    await until(async () => (await left(page)).workers === 0, "the worker goes");
    assert.deepEqual(await left(page), EMPTY);
  });
});

const CALLED_BACK = "cr-es";

test("A pack that was called back is not shown and not said to be kept, also where a new one does not come", whole, async () => {
  await whenPacked(CALLED_BACK);
  await withPhone(async ({ page, context, line }) => {
    await keep(page, CALLED_BACK);
    // A list that was open stays open in the worker.
    await page.goto("/es/centres");
    const { packs } = await (await fetch(`${site}/packs`)).json();
    const list = await inACopy([["pack", "withdraw", packs.find(({ name }) => name === CALLED_BACK).id], ["pack", "build"]], "packs", "revoked.json");
    line.changed = (path) => (path === "/packs/revoked" ? list : undefined);
    // The phone asks hourly.
    await context.serviceWorkers()[0].evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 2 * 3_600_000;
    });
    line.refuse = (path) => path === "/packs";
    await page.goto("/es/");
    const shown = () => page.evaluate(async () => (await fetch("/es/centres")).text());
    await until(async () => /ya no vale/.test(await shown()), "what was called back is not shown");
    line.isCut = true;
    await page.goto("/es/centres?kind=shelter");
    assert.match(await page.locator("main").innerText(), /lo retiró/);
    assert.equal(await page.locator(".cards > .card").count(), 0, "it shows what was called back");
    assert.equal(await page.evaluate(async (path) => (await fetch(path).catch(() => ({ ok: false }))).ok, `/packs/${CALLED_BACK}.pack`), false, "it is handed on");
    await page.goto("/es/emergency");
    assert.ok(await page.locator("main a[href^='tel:'], main .number, main strong").count() > 0, "the numbers are gone too");
    line.isCut = false;
    await page.goto("/es/packs");
    await keptMark(page, CALLED_BACK).waitFor({ state: "visible" });
    assert.match(await keptMark(page, CALLED_BACK).innerText(), /lo retiró/);
    assert.match(await keepButton(page, CALLED_BACK).innerText(), /Guardar en este teléfono/);
    const refused = await press(page, CALLED_BACK);
    assert.ok(!refused.isKept, "it says that it is kept");
    line.refuse = undefined;
  });
});
