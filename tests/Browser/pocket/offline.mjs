// A country in the pocket: kept with one tap, read without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readCode } from "../support/codes.mjs";
import { keep, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
const whole = { timeout: 180_000 };

test("A phone that keeps a country opens home, list, centre, consulates, danger and numbers without a network", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    line.isCut = true;
    await page.goto("/es/");
    assert.ok(await page.locator(".tiles a").count() > 5, "home has no questions");
    await page.locator("a.tile[href*='kind=shelter']").first().click();
    await page.waitForURL(/centres\?/);
    const cards = page.locator(".cards > .card h3 a");
    assert.ok(await cards.count() > 3, "the list is empty");
    const name = await cards.first().innerText();
    await cards.first().click();
    assert.equal(await page.locator("h1").innerText(), name);
    assert.ok(await page.locator("main .state").first().innerText(), "it does not say whether it is open");
    await page.goto("/es/consulates?from=HN&in=GT");
    assert.match(await page.locator("main").innerText(), /asilo/i, "the asylum warning is missing");
    assert.ok(await page.locator("main li.card").count() > 0, "no consulate");
    for (const path of ["/es/danger", "/es/danger?country=GT", "/es/emergency", "/es/child", "/es/exit", "/es/privacy"]) {
      await page.goto(path);
      assert.ok((await page.locator("main").innerText()).length > 100, `${path} is empty`);
    }
  });
});

test("The page that hands a place on has a code that another telephone reads, without a network", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    line.isCut = true;
    await page.goto("/es/centres?kind=health&q=doctor");
    await page.locator(".cards > .card h3 a").first().click();
    const path = new URL(page.url()).pathname;
    await page.goto(`${path}/share?q=doctor`);
    await page.locator(".qr svg").waitFor();
    const link = await page.inputValue("#link");
    assert.ok(link.endsWith(path), `${link} is not the place`);
    assert.equal(await readCode(page, ".qr"), link);
  });
});

test("Typed words find places while the network is off, and the list follows each letter", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    await page.goto("/es/centres");
    line.isCut = true;
    const before = line.asked.length;
    await page.locator("#q").pressSequentially("albergue", { delay: 30 });
    await page.waitForFunction(() => new URLSearchParams(location.search).get("q") === "albergue");
    await page.locator("main .cards .card").first().waitFor();
    assert.match(await page.locator("main").innerText(), /albergue/i);
    assert.equal(await page.evaluate(() => document.activeElement?.id), "q", "the cursor left the box");
    assert.equal(line.asked.length, before, `letters left the phone: ${line.asked.slice(before)}`);
  });
});

test("What needs the server says so without a network, and a form says that nothing was sent", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    await page.goto("/es/complaint");
    await page.locator("textarea").first().fill("Lo que pasó");
    line.isCut = true;
    await page.locator("main form button").last().click();
    await page.locator("#unsent").waitFor();
    assert.match(await page.locator("#unsent").innerText(), /no se envió/i);
    assert.equal(await page.locator("textarea").first().inputValue(), "Lo que pasó", "what was typed is lost");
    await page.goto("/es/packs/check");
    assert.match(await page.locator("main").innerText(), /internet/i);
  });
});

test("A place that the pack does not hold is not asked of the server unless somebody says so", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/centres?country=MX");
    const elsewhere = await page.locator(".cards > .card h3 a").first().getAttribute("href");
    await keep(page, NAME);
    const before = line.asked.length;
    await page.goto(elsewhere);
    assert.deepEqual(line.asked.slice(before).filter((path) => path.startsWith("/es/")), [], "the server was told what she looks for");
    await page.locator("main a.button[href*='net=1']").click();
    await page.waitForURL(/net=1/);
    assert.ok(line.asked.some((path) => path.startsWith(elsewhere)), "the button asks nobody");
  });
});
