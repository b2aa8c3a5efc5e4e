import assert from "node:assert/strict";
import { test } from "node:test";
import { axe } from "../support/inspect.mjs";
import { atDesk } from "../support/desk.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 240_000;
const FORMS = [["edit", "#Description"], ["edit/where", "#Locality"], ["edit/service", "#Description"], ["edit/conditions", "#Eligibility"], ["edit/other", "#Attributes"]];

/** Types, loses the network, sends, and looks whether all of it is still there; answers with the sentence. */
async function losesNothing(page, context, path, field) {
  await page.goto(path);
  const typed = "nota = escrito a medias";
  await page.fill(field, typed);
  for (const empty of await page.locator("main form input[required]:not([type=radio], [type=checkbox])").all()) if (!(await empty.inputValue())) await empty.fill("Inventado");
  await page.locator("main form input[type=checkbox]").first().setChecked(true).catch(() => undefined);
  const before = await page.evaluate(() => new URLSearchParams(new FormData(document.querySelector("main form"))).toString());
  await context.setOffline(true);
  await page.locator("main form .acts button").last().click();
  await page.locator("main form [role=alert].stop").waitFor();
  assert.equal(new URL(page.url()).pathname, path);
  assert.equal(await page.inputValue(field), typed);
  assert.equal(await page.evaluate(() => new URLSearchParams(new FormData(document.querySelector("main form"))).toString()), before);
  await context.setOffline(false);
}

test("What was typed into any long form of an entry stays when the network is gone, and the same click sends it when it is back", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/places?state=published&kind=food");
    const place = await page.locator("main tbody a").first().getAttribute("href");
    for (const [part, field] of FORMS) await losesNothing(page, context, `${place}/${part}`, field);
    assert.deepEqual(await axe(page), []);
    await losesNothing(page, context, "/console/places/new", "#Description");
    await losesNothing(page, context, `${place}/edit/conditions`, "#Eligibility");
    await page.locator("main form .acts button").last().click();
    await page.waitForURL(/done=place_edited/);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0, "something of it is kept on a shared computer");
  }));

test("So it is in every form by which an organisation asks", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context, "partner");
    await page.goto("/console/mine");
    const place = await page.locator("main tbody th a").first().getAttribute("href");
    for (const [part, field] of FORMS.filter(([part]) => part !== "edit/where")) await losesNothing(page, context, `${place}/${part}`, field);
    await losesNothing(page, context, `${place}/edit`, "#Description");
    await page.locator("main form .acts button").last().click();
    await page.waitForURL(/done=mine_proposed/);
  }));

test("At 320 pixels the entry of the menu in which one is stands in view", { timeout: WAIT }, () =>
  atDesk({ viewport: { width: 320, height: 640 } }, async (page, context) => {
    await steward(page, context);
    for (const path of ["/console", "/console/places", "/console/places/duplicates", "/console/places/figures"]) {
      await page.goto(path);
      const [left, right] = await page.locator(".rail nav [aria-current]").evaluate((link) => [link.getBoundingClientRect().left, link.getBoundingClientRect().right]);
      assert.ok(left >= 0 && right <= 320, `${path}: from ${left} to ${right}`);
    }
  }));
