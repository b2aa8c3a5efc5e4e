// Read aloud: with a voice of this device and no other, in the order of the page, stopped at once. The voices here are made up: a
// browser without a screen has none, and nobody listens; what is spoken is written down.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { tabTo } from "../support/keyboard.mjs";
import { places } from "../support/places.mjs";

const PAGES = () => ["centres?kind=shelter&near=Tapachula", `centres/${places.get("a place of kind shelter")}`, "child?country=MX"];
const SPOKEN = () => window.spoken;

/** A device with these voices; each sentence ends when `finish` is called. */
const device = (page, voices) => page.addInitScript((voices) => {
  window.spoken = [];
  window.cancelled = 0;
  let now = null;
  const speech = new EventTarget();
  Object.assign(speech, {
    getVoices: () => voices, speak: (one) => { now = one; window.spoken.push({ text: one.text, voice: one.voice?.name ?? null, marked: document.querySelector(".said")?.textContent ?? "" }); },
    cancel: () => { window.cancelled++; now = null; },
  });
  window.finish = () => now?.onend?.();
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
}, voices);

const voice = (name, lang, localService = true) => ({ name, lang, localService });
const button = (page) => page.locator("main h1 + button");

test("A list, a place and the page of a child are read in their order, and what is read is marked", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await device(page, [voice("Cloud", "es-MX", false), voice("English", "en-US"), voice("Sofía", "es-419")]);
  for (const path of PAGES()) {
    await page.goto(`/es/${path}`);
    await tabTo(page, "the button that reads", (it) => it.text === "Leer en voz alta");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 400 && await button(page).innerText() !== "Leer en voz alta"; i++) await page.evaluate(() => window.finish());
    const spoken = await page.evaluate(SPOKEN);
    const flat = (text) => text.replace(/\s+/g, " ").trim();
    assert.equal(spoken[0].text, flat(await page.locator("h1").innerText()));
    assert.ok(spoken.length > 5, path);
    assert.deepEqual([...new Set(spoken.map((one) => one.voice))], ["Sofía"], "another voice than that of the device and the language");
    for (const one of spoken) assert.equal(one.text.replace(/\D/g, ""), one.marked.replace(/\D/g, ""), "what is marked is not what is read");
    const text = flat(await page.locator("main").evaluate((main) => main.textContent));
    let from = 0;
    for (const one of spoken.filter((it) => !/\d \d \d/.test(it.text))) {
      const at = text.replace(/\s+/g, "").indexOf(one.text.replace(/\s+/g, ""), from);
      assert.ok(at >= 0, `"${one.text}" is read out of its order on ${path}`);
      from = at;
    }
    assert.ok(!spoken.some((one) => /\d{5}/.test(one.text) && /\+|\d{3} \d{3}/.test(one.text)), "a telephone number is not read digit by digit");
    assert.equal(await page.locator(".said").count(), 0);
  }
}));

test("The same button, Escape and the way out stop the voice at once", { timeout: 60_000 }, () => withPage({ mayLeaveTo: /wikipedia/ }, async (page) => {
  await device(page, [voice("Sofía", "es-MX")]);
  await page.goto(`/es/${PAGES()[0]}`);
  for (const stop of [() => button(page).click(), () => page.keyboard.press("Escape")]) {
    await button(page).click();
    assert.notEqual(await button(page).innerText(), "Leer en voz alta");
    const before = await page.evaluate(() => [window.cancelled, window.spoken.length]);
    await stop();
    await page.evaluate(() => window.finish());
    assert.ok(await page.evaluate(() => window.cancelled) > before[0]);
    assert.equal(await page.evaluate(() => window.spoken.length), before[1], "it reads on");
    assert.equal(await button(page).innerText(), "Leer en voz alta");
  }
  await button(page).click();
  const silenced = page.evaluate(() => new Promise((resolve) => {
    const cancel = speechSynthesis.cancel;
    speechSynthesis.cancel = () => { cancel(); resolve(document.documentElement.hidden); };
  }));
  await page.locator("a[data-exit]").click({ noWaitAfter: true });
  assert.equal(await silenced, true, "the voice goes on behind the way out");
}));

test("Where the device has no voice of the language there is no button, and a voice of a distant service is none", { timeout: 60_000 }, async () => {
  for (const voices of [[], [voice("Cloud", "es-MX", false)], [voice("English", "en-GB")]]) await withPage({}, async (page) => {
    await device(page, voices);
    await page.goto(`/es/${PAGES()[0]}`);
    assert.equal(await button(page).isVisible(), false);
  });
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`/es/${PAGES()[0]}`);
    assert.equal(await button(page).count(), 0);
  });
});

test("Haitian Creole is read by a French voice only where the button says so", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await device(page, [voice("Marie", "fr-CA")]);
  await page.goto(`/ht/${PAGES()[0]}`);
  assert.match(await button(page).innerText(), /fransè/);
  await button(page).click();
  assert.equal((await page.evaluate(SPOKEN))[0].voice, "Marie");
  await page.goto(`/es/${PAGES()[0]}`);
  assert.equal(await button(page).isVisible(), false, "Spanish is read by a French voice");
}));

test("The page of danger waits for no script and has no voice", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await device(page, [voice("Sofía", "es-MX")]);
  await page.goto("/es/danger?country=MX");
  assert.equal(await page.locator("script[data-read], main h1 + button").count(), 0);
}));
