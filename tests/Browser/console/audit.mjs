import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, axeInTheDark, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { account } from "../support/steward.mjs";
import { atDesk, begin, email, invitation } from "../support/desk.mjs";

/** Somebody who administers gives the person at `page` the role of the auditor. */
async function becomeAuditor(page) {
  await begin(page, await invitation());
  const mail = email();
  await atDesk({}, async (other) => {
    await begin(other, await invitation());
    await account(other, mail);
    await other.locator("main tbody a").first().click();
    await other.locator("a[href$='/roles/give']").click();
    await other.selectOption("#Role", "auditor");
    await other.selectOption("#Scope", { index: 1 });
    await other.locator("main form button").click();
    await other.waitForURL(/done=role_given/);
  });
}

test("Without script and by keyboard an auditor filters, follows a person, takes a note away and checks the chain", { timeout: 180_000 }, () =>
  atDesk({ javaScriptEnabled: false }, async (page) => {
    await becomeAuditor(page);
    await page.goto("/console");
    await page.locator("nav a[href='/console/audit']").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/console\/audit$/);
    await page.selectOption("#outcome", "seen");
    await page.locator("#outcome").press("Enter");
    await page.locator("main form[method=get] button").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/outcome=seen/);
    assert.equal(await page.locator("main tbody tr").count(), await page.locator("main tbody .tag.wait").count());
    await page.locator("main tbody td a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/by=[0-9a-f-]{36}$/);
    assert.ok(await page.locator("main tbody tr").count() > 0);
    await page.locator("form[action='/console/audit/check'] button").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/console\/audit\/check$/);
    for (let i = 0; i < 100 && await page.locator("progress").count(); i++) await page.reload();
    assert.ok(await page.locator(".note.good").isVisible(), await page.locator("main").innerText());
  }));

test("axe finds nothing on the pages of the audit, light and dark; they fit 320 pixels and a finger", { timeout: 180_000 }, () =>
  atDesk({}, async (page) => {
    await becomeAuditor(page);
    const wrong = [];
    for (const path of ["/console/audit", "/console/audit?record=7", "/console/audit?act=nothing.such", "/console/audit/check"]) {
      await page.goto(path);
      for (const width of [1024, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const found = width === 320 ? [...(await tooWide(page)), ...(await tooSmall(page))] : [...(await axe(page)), ...(await axeInTheDark(page)), ...(await structure(page))];
        wrong.push(...found.map((sentence) => `${path} at ${width}: ${sentence}`));
      }
    }
    assert.deepEqual([...new Set(wrong)], []);
  }));
