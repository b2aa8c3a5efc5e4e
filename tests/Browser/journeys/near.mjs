// "Use where I am": a person's position leaves her telephone as a cell of about five kilometres, or not at all.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";

const HERE = { latitude: 14.906382, longitude: -92.263519, accuracy: 8 };
const CELL = "14.90,-92.25";
const FINER = /\d\.\d{3,}/;

function everythingSent(page) {
  const sent = [];
  page.on("request", (request) => sent.push(decodeURIComponent(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`)));
  return sent;
}

for (const start of ["/es/", "/es/centres?kind=shelter", "/ht/centres"]) {
  test(`"Use where I am" on ${start} sends a cell of five kilometres and nothing finer`, { timeout: 60_000 }, () =>
    withPage({ geolocation: HERE, permissions: ["geolocation"] }, async (page) => {
      const sent = everythingSent(page);
      await page.goto(start);
      await page.locator("button[data-near]").click();
      await page.waitForURL(/near=/);
      assert.equal(new URL(page.url()).searchParams.get("near"), CELL);
      const finer = sent.filter((said) => FINER.test(said.replace(/(Chrome|Safari|AppleWebKit|Chromium|v)[^ ",]*/g, "")));
      assert.deepEqual(finer, []);
      assert.ok((await page.locator("main li").count()) > 0, "nothing is listed there");
    }));
}

test("Where the position is refused the button says so, and a town can be typed", { timeout: 60_000 }, () => withPage({ permissions: [] }, async (page) => {
  await page.goto("/es/centres");
  const button = page.locator("button[data-near]");
  const before = await button.innerText();
  await button.click();
  await page.waitForFunction((text) => document.querySelector("button[data-near]").innerText !== text, before);
  assert.ok(await button.isEnabled());
  assert.ok(await page.locator("input[name=near]").isEditable());
}));

test("Without script the button that needs it is not shown", { timeout: 60_000 }, () => withPage({ javaScriptEnabled: false }, async (page) => {
  for (const path of ["/es/", "/es/centres"]) {
    await page.goto(path);
    assert.equal(await page.locator("button[data-near]").isVisible(), false);
    assert.deepEqual((await page.locator("main button:visible").allInnerTexts()).filter((text) => !text.trim()), []);
  }
}));

test("A position that somebody typed or pasted is brought to its cell before it is shown or listed", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await page.goto(`/es/centres?near=${HERE.latitude},${HERE.longitude}&kind=food`);
  assert.equal(new URL(page.url()).searchParams.get("near"), CELL);
  assert.equal(FINER.test(await page.content().then((html) => html.replace(/<(style|svg)[^]*?<\/\1>/g, "").match(/<main[^]*<\/main>/)[0])), false);
}));
