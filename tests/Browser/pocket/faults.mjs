// Lines that are cut, full phones, wrong clocks, two tabs: nothing is lost, nothing lies, and each says what to do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { keep, keepButton, stored, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
const whole = { timeout: 180_000 };
const button = (page, name = NAME) => keepButton(page, name);

test("A line that is cut at any of its requests keeps what was there, and the next try succeeds", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    for (const step of ["/packs/revoked", `/packs/${NAME}/pages`, "/packs", "/app/words", ".pack"]) {
      await page.goto("/es/packs");
      line.refuse = (path) => (step === "/packs" ? path === step : path.includes(step));
      await button(page).click();
      await page.locator("#said:not([hidden])").waitFor({ timeout: 60_000 });
      assert.match(await page.locator("#said").innerText(), /intente de nuevo/i, `cut at ${step}`);
      assert.ok(await page.locator(`[data-pack="${NAME}"] [data-kept]`).isHidden(), `cut at ${step}: it says that it is kept`);
      line.refuse = undefined;
    }
    await keep(page, NAME);
    line.isCut = true;
    await page.goto("/es/centres");
    assert.ok(await page.locator(".cards > .card").count() > 3);
  });
});

test("A full phone says so, and what was kept stays whole", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context, line }) => {
    await whenPacked("bz-es");
    await keep(page, NAME);
    // As a browser says it in the middle of a save; where the limit lies differs from phone to phone.
    await context.serviceWorkers()[0].evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...what) {
        if (this.name === "packs") throw new DOMException("full", "QuotaExceededError");
        return put.apply(this, what);
      };
    });
    const before = await stored(page);
    await button(page, "bz-es").click();
    await page.locator("#said:not([hidden])").waitFor({ timeout: 60_000 });
    assert.match(await page.locator("#said").innerText(), /espacio/i);
    assert.equal(JSON.parse(await stored(page)).databases.find(([, store]) => store === "packs")[2].join(), JSON.parse(before).databases.find(([, store]) => store === "packs")[2].join());
    line.isCut = true;
    await page.goto("/es/centres");
    assert.ok(await page.locator(".cards > .card").count() > 3);
  });
});

test("A clock that is a year ahead warns and promises nothing; one that is a year behind is known to be wrong", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context, line }) => {
    await keep(page, NAME);
    line.isCut = true;
    const year = 365 * 24 * 3_600_000;
    for (const [offset, wanted] of [[year, /venci/i], [-year, null]]) {
      const worker = context.serviceWorkers()[0];
      await worker.evaluate((by) => {
        globalThis.realNow ??= Date.now.bind(Date);
        Date.now = () => globalThis.realNow() + by;
      }, offset);
      await page.goto("/es/centres");
      const said = await page.locator("body").innerText();
      if (wanted) {
        assert.match(said, wanted, "an old pack is shown as if it were new");
        assert.equal(await page.locator(".cards .state.open").count(), 0, "an old pack says that a door is open");
      } else assert.ok(await page.locator(".cards > .card").count() > 3, "a clock that is behind hides everything");
    }
  });
});

test("Two tabs that keep the same pack at once leave one whole pack", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context, line }) => {
    const other = await context.newPage();
    await Promise.all([page.goto("/es/packs"), other.goto("/es/packs")]);
    await Promise.all([button(page).click(), button(other).click()]);
    for (const one of [page, other]) await one.locator(`[data-pack="${NAME}"] [data-kept]`).waitFor({ state: "visible", timeout: 60_000 });
    assert.equal(line.asked.filter((path) => path === `/packs/${NAME}.pack`).length, 1, "it came twice");
    assert.equal(JSON.parse(await stored(page)).databases.find(([, store]) => store === "packs")[2].length, 1);
  });
});
