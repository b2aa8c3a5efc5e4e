// What a form says when it cannot use what was sent: at the field, in words, and to those who listen to the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { LANGUAGES, withPage } from "../support/browser.mjs";
import { axe, isOfTheFrame, structure } from "../support/inspect.mjs";
import { places } from "../support/places.mjs";
import { none } from "../support/told.mjs";

const slug = places.get("a place of kind food");

const axeHere = async (page, where) => (await axe(page)).filter((sentence) => !isOfTheFrame(sentence)).map((sentence) => `${where}: ${sentence}`);

const sendAsItIs = (page) => Promise.all([
  page.waitForNavigation(),
  page.evaluate(() => { const form = document.querySelector("main form[method=post]"); form.noValidate = true; form.requestSubmit(); }),
]);

/** Which fields say that they are wrong, and whether the sentence that says why is tied to them. */
const errorsOf = (page) => page.evaluate(() => {
  const alert = document.querySelector("main [role=alert]");
  const said = alert?.innerText.trim() ?? "";
  const marked = [...document.querySelectorAll("main [aria-invalid=true]")];
  const tied = [...document.querySelectorAll("main [aria-describedby]")].filter((it) =>
    it.getAttribute("aria-describedby").split(" ").some((id) => { const words = document.getElementById(id)?.innerText.trim(); return words && said.includes(words); }));
  return { said, isMarked: marked.length > 0, isTied: tied.length > 0 };
});

for (const [name, path] of [["the report of an error", `centres/${slug}/report`], ["a complaint", "complaint"]]) {
  test(`${name} that was sent empty says what is missing, and ties the sentence to the field`, { timeout: 90_000 }, () => withPage({}, async (page) => {
    const wrong = [];
    for (const language of LANGUAGES) {
      await page.goto(`/${language}/${path}`);
      await sendAsItIs(page);
      const errors = await errorsOf(page);
      if (!errors.said) wrong.push(`${language}: nothing with role=alert says what is wrong`);
      if (!errors.isMarked) wrong.push(`${language}: no field has aria-invalid="true"`);
      if (!errors.isTied) wrong.push(`${language}: no field is tied to the sentence by aria-describedby`);
      wrong.push(...(await axeHere(page, language)), ...(await structure(page)).map((s) => `${language}: ${s}`));
    }
    none(wrong);
  }));
}

// The site takes twenty forms from one address in ten minutes; these are eight of them.
test("axe finds nothing on the receipt of a report, nor on what it leads to, in every language", { timeout: 90_000 }, () => withPage({}, async (page) => {
  const wrong = [];
  for (const language of LANGUAGES) {
    await page.goto(`/${language}/centres/${slug}/report`);
    await page.locator("input[name=what]").first().check();
    await page.locator("main form button").click();
    const code = (await page.locator(".code").innerText()).trim();
    wrong.push(...(await axeHere(page, `${language}, receipt`)));
    await page.goto(`/${language}/report?code=${encodeURIComponent(code)}`);
    assert.equal(await page.locator("[role=alert]").count(), 0, `${language}: the code is refused`);
    wrong.push(...(await axeHere(page, `${language}, outcome`)));
  }
  none(wrong);
}));

test("axe finds nothing on the receipt of a complaint, which says how to erase the page", { timeout: 90_000 }, () => withPage({}, async (page) => {
  const wrong = [];
  for (const language of ["es", "fr", "ht"]) {
    await page.goto(`/${language}/complaint`);
    await page.locator("textarea").fill("Prueba de la demostración.");
    await page.locator("main form button").click();
    await page.locator(".code").waitFor();
    assert.ok(await page.locator("main a[href$='/exit']").isVisible(), "who shares a telephone is not told how to erase this page");
    wrong.push(...(await axeHere(page, language)));
  }
  none(wrong);
}));

test("What was written is still there after the form was refused", { timeout: 60_000 }, () => withPage({ javaScriptEnabled: false }, async (page) => {
  await page.goto(`/es/centres/${slug}/report`);
  await page.locator("textarea").fill("Escrito con calma.");
  await sendAsItIs(page);
  assert.equal(await page.locator("textarea").inputValue(), "Escrito con calma.");
}));
