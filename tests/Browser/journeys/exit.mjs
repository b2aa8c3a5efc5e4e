// The quick way out. What lies behind it is another site, which answers here from memory.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { tabTo, tabToAndFollow } from "../support/keyboard.mjs";

const ELSEWHERE = /^https:\/\/[a-z]+\.wikipedia\.org\//;
const pages = ["/es/", "/ht/centres?kind=shelter", "/fr/consulates?from=HN&in=MX", "/pt/complaint", "/es/danger"];

async function cameFrom(page, path) {
  // A page before the one that is left: it stays in the history, as the page about the way out says.
  await page.goto("/es/emergency");
  await page.goto(path);
}

async function isGone(page, path) {
  await page.waitForURL(ELSEWHERE);
  await page.goBack().catch(() => null);
  assert.notEqual(new URL(page.url()).pathname + new URL(page.url()).search, path, `"back" opens ${path} again`);
}

test("Shift three times leaves every page, and Back does not return to it", { timeout: 60_000 }, () => withPage({ mayLeaveTo: ELSEWHERE }, async (page) => {
  for (const path of pages) {
    await cameFrom(page, path);
    for (let i = 0; i < 3; i++) await page.keyboard.press("Shift");
    await isGone(page, path);
  }
}));

test("The button leaves every page, and Back does not return to it", { timeout: 60_000 }, () => withPage({ mayLeaveTo: ELSEWHERE }, async (page) => {
  for (const path of pages) {
    await cameFrom(page, path);
    await page.locator(".exit").click();
    await isGone(page, path);
  }
}));

test("The keyboard alone leaves by the button", { timeout: 60_000 }, () => withPage({ mayLeaveTo: ELSEWHERE }, async (page) => {
  await cameFrom(page, "/es/centres?kind=food");
  await tabTo(page, "the way out", (it) => it.href.endsWith("/es/exit"));
  await page.keyboard.press("Enter");
  await isGone(page, "/es/centres?kind=food");
}));

test("Shift held to write a capital letter does not leave the page", { timeout: 60_000 }, () => withPage({ mayLeaveTo: ELSEWHERE }, async (page) => {
  await page.goto("/es/complaint");
  await page.locator("textarea").focus();
  for (const letter of "ABCD") await page.keyboard.press(`Shift+${letter}`);
  await page.waitForTimeout(300);
  assert.match(page.url(), /\/es\/complaint$/);
  assert.equal(await page.locator("textarea").inputValue(), "ABCD");
}));

test("Without script the way out is a page that says that the history remains, and how to erase it", { timeout: 60_000 }, () =>
  withPage({ javaScriptEnabled: false, mayLeaveTo: ELSEWHERE }, async (page) => {
    for (const path of ["/es/", "/es/danger", "/es/nothing-is-here"]) {
      await page.goto(path);
      await tabToAndFollow(page, "the way out", (it) => it.href.endsWith("/es/exit"));
      assert.match(await page.locator("main").innerText(), /historial/i);
      assert.ok((await page.locator("main li").count()) >= 2, "it does not say how to erase it");
      await page.locator("main a[href^='https://']").first().click();
      await page.waitForURL(ELSEWHERE);
    }
  }));
