// The map without a network: from the pocket, and not from what the browser happens to have still.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keep, stored, until, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
const MAP = "/es/map?kind=shelter";
const drawers = async (page) => JSON.parse(await stored(page)).caches.filter(([, path]) => /\/(atlas|base)\./.test(path));

async function open(page) {
  await page.goto(MAP);
  await page.locator("[data-load]").click();
  await page.locator(".leaflet-tile-loaded").first().waitFor();
}

test("A map that was opened once opens without a network, whatever the browser has forgotten; nobody gets it unasked", { timeout: 180_000 }, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context, line }) => {
    const browser = await context.newCDPSession(page);
    await keep(page, NAME);
    assert.deepEqual(await drawers(page), [], "it came with the pack, unasked");
    assert.ok(!line.asked.some((path) => /atlas|\/base\./.test(path)));
    await open(page);
    assert.equal((await drawers(page)).length, 2);
    await browser.send("Network.clearBrowserCache");
    line.isCut = true;
    await open(page);
    assert.ok(await page.locator(".spot").count() > 0, "there are no places on it");
    line.isCut = false;
    await page.goto("/es/packs");
    await page.locator(`[data-pack="${NAME}"] [data-remove]`).click();
    await until(async () => (await drawers(page)).length === 0, "it goes with the last pack");
  });
});
