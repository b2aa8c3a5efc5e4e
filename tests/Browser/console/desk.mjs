import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, axeInTheDark, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { atDesk, begin, invitation, signIn, withKey } from "../support/desk.mjs";

const WAIT = 180_000;

test("Without script: from the printed link to a password, in, out, and in again with a word from paper", { timeout: WAIT }, () =>
  atDesk({ javaScriptEnabled: false }, async (page) => {
    const link = await invitation();
    const { codes } = await begin(page, link);
    await page.locator("a[href='/console']").last().click();
    assert.match(page.url(), /\/console$/);
    assert.equal(await page.locator("[data-passkey]:visible").count(), 0);
    await page.locator("header form button").click();
    assert.match(page.url(), /\/console\/sign-in/);
    await signIn(page, codes[4]);
    assert.match(page.url(), /\/console\/me\?done=recovery_used$/);
    await page.goto(link);
    assert.equal(await page.locator("input[name=Password]").count(), 0, "the link works twice");
  }));

test("A passkey is added, lets in, and opens the person's key so that new recovery codes can be made", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await withKey(page, context);
    await begin(page, await invitation());
    await page.goto("/console/me/passkeys");
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/\/console\/me\?done=passkey$/);
    await page.locator("header form button").click();
    await page.waitForURL(/\/console\/sign-in/);
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/\/console$/);
    await page.goto("/console/me/recovery");
    await page.locator("main form button").click();
    await page.locator(".codes li").first().waitFor();
    assert.equal(await page.locator(".codes li").count(), 10);
    assert.ok(await page.locator("[data-print]").isVisible());
    await page.goto("/console/confirm?to=/console/me");
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/\/console\/me$/);
  }));

test("An invited person begins with a passkey and no password", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await withKey(page, context, false);
    await page.goto(await invitation());
    await page.locator("form[data-passkey] button").click();
    await page.locator(".codes li").first().waitFor();
    assert.equal(await page.locator(".codes li").count(), 10);
    await page.goto("/console");
    await page.locator("header form button").click();
    await page.waitForURL(/\/console\/sign-in/);
    await page.locator("form[data-passkey] button").click();
    await page.waitForURL(/\/console$/);
    await page.goto("/console/me");
    await page.locator("form[action$='/remove'] button").click();
    await page.locator("[role=alert]").waitFor(); // else the only way in was taken away
  }));

test("axe finds nothing on the console, light and dark; it fits 320 pixels and a finger", { timeout: WAIT }, () =>
  atDesk({}, async (page) => {
    const link = await invitation();
    const wrong = [];
    const look = async (name) => {
      for (const width of [1024, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const found = width === 320 ? [...(await tooWide(page)), ...(await tooSmall(page))] : [...(await axe(page)), ...(await axeInTheDark(page)), ...(await structure(page))];
        wrong.push(...found.map((sentence) => `${name} at ${width}: ${sentence}`));
      }
    };
    for (const path of ["/console/sign-in", link]) { await page.goto(path); await look(path.replace(/code=.*/, "code")); }
    await begin(page, link);
    await look("recovery codes");
    await page.goto("/console/accounts/invite");
    await page.fill("#Email", `otra${Date.now()}@example.org`);
    await page.fill("#Name", "Otra Inventada");
    await page.locator("main form button").click();
    await page.waitForURL(/\/console\/accounts\/[0-9a-f-]{36}/);
    const account = new URL(page.url()).pathname;
    await look("an account");
    for (const path of ["/console", "/console/me", "/console/me/password", "/console/me/recovery", "/console/me/passkeys", "/console/confirm", "/console/accounts", "/console/accounts/invite", `${account}/roles/give`, `${account}/disable`, "/console/roles"]) {
      await page.goto(path);
      await look(path.replace(account, "/console/accounts/ID"));
    }
    await page.goto(`${account}/roles/give`);
    await page.evaluate(() => document.querySelector("main form").requestSubmit?.call(Object.assign(document.querySelector("main form"), { noValidate: true })));
    await page.locator("[role=alert]").waitFor();
    await look("a form with mistakes");
    assert.deepEqual([...new Set(wrong)], []);
  }));
