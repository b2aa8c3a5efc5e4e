import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "../support/inspect.mjs";
import { atDesk } from "../support/desk.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 240_000, PIN = "274905";

test("A covered screen shows nothing, and its own officer finds what she was typing", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/me/shift");
    await page.fill("#Pin", PIN);
    await page.fill("#Again", PIN);
    await page.locator("main form button").click();
    await page.waitForURL(/done=shift/);

    await page.goto("/console/places/new");
    const field = page.locator("main input[type=text], main input:not([type])").first();
    await field.fill("Casa a medio escribir");
    const covered = page.waitForResponse((answer) => answer.url().endsWith("/console/post/cover"));
    await page.locator("#cover button").click();
    await covered;
    assert.equal(await page.locator("main").isVisible(), false, "what was on the screen can still be read");
    assert.deepEqual(await axe(page), []);
    // Somebody with the browser in hand and no PIN gets no page.
    const stranger = await context.newPage();
    await stranger.goto("/console/places");
    assert.doesNotMatch(stranger.url(), /console\/places$/);
    await stranger.close();

    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#covered").isVisible(), true, "Escape uncovers");
    await page.fill("#covered-pin", "815360");
    await page.keyboard.press("Enter");
    await page.locator("#covered [role=alert]").filter({ hasText: "PIN" }).waitFor();
    await page.fill("#covered-pin", PIN);
    await page.keyboard.press("Enter");
    await page.locator("#covered").waitFor({ state: "hidden" });
    assert.equal(await field.inputValue(), "Casa a medio escribir");
    await page.goto("/console/places");
    assert.match(page.url(), /console\/places$/);
  }));

test("Ctrl+K leads to the box that searches everything", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console");
    await page.keyboard.press("Control+k");
    assert.equal(await page.evaluate(() => document.activeElement.id), "find");
    await page.keyboard.type("albergue");
    await page.keyboard.press("Enter");
    await page.waitForURL(/console\/find$/);
    assert.ok((await page.locator("main li a[href^='/console/places/']").count()) > 0, "nothing was found by a word that many names hold");
  }));
