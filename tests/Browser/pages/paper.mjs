// A place on paper: an A6 slip to fold into a pocket, with a code that leads back to it and says nothing more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PUBLIC_URL } from "../support/site.mjs";
import { withPage } from "../support/browser.mjs";
import { places } from "../support/places.mjs";
import { readCode } from "../support/codes.mjs";
import { gathered, none } from "../support/told.mjs";

const A6 = { width: "105mm", height: "148mm" };
const MOST_PAGES = 2;

const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

test("Every kind of place fits on one or two A6 pages, in Spanish and in Creole", { timeout: 120_000 }, (t) => withPage({}, async (page) => {
  const wrong = [];
  const counts = [];
  for (const slug of places.values()) {
    for (const language of ["es", "ht"]) {
      await page.goto(`/${language}/centres/${slug}/print`);
      const pages = pagesOf(await page.pdf({ ...A6, printBackground: false }));
      counts.push(pages);
      if (pages < 1 || pages > MOST_PAGES) wrong.push({ url: new URL(page.url()).pathname, sentence: `${pages} pages` });
    }
  }
  t.diagnostic(`A6 pages per slip: ${Math.min(...counts)} to ${Math.max(...counts)}`);
  none(gathered(wrong, (slip) => [slip.sentence]));
}));

test("The printed code leads to the place in the reader's language and carries nothing else", { timeout: 60_000 }, () => withPage({ deviceScaleFactor: 3 }, async (page) => {
  for (const [language, kind] of [["es", "shelter"], ["ht", "health"], ["fr", "consular"]]) {
    const slug = places.get(`a place of kind ${kind}`);
    // Whatever somebody had asked before stands in the address of her list, and must not follow her onto paper.
    await page.goto(`/${language}/centres/${slug}/print?for=lgbti&near=Tapachula`);
    const name = await page.locator("main svg[role=img]").getAttribute("aria-label");
    assert.ok(name?.trim(), "the code has no name for those who cannot see it");
    assert.equal(await readCode(page), `${PUBLIC_URL}/${language}/centres/${slug}`);
  }
}));

test("The shared code is the same link, and so is the address beside it", { timeout: 60_000 }, () => withPage({ deviceScaleFactor: 3 }, async (page) => {
  const slug = places.get("a place of kind shelter");
  await page.goto(`/es/centres/${slug}/share?near=Tapachula`);
  assert.equal(await readCode(page), `${PUBLIC_URL}/es/centres/${slug}`);
  assert.ok((await page.locator("main").evaluate((main) => [...main.querySelectorAll("input")].map((i) => i.value).join(" ") + main.innerText)).includes(`${PUBLIC_URL}/es/centres/${slug}`));
}));

test("On paper there are the name, a number and the warning to call first, and no menus", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(`/es/centres/${places.get("a place of kind shelter")}/print`);
  const text = await page.locator("body").innerText();
  assert.match(text, /\+?\d[\d\s().-]{6,}\d/);
  assert.equal(await page.locator(".exit").isVisible(), false);
  assert.equal(await page.locator("nav:visible, main form:visible").count(), 0);
  assert.match(text, /demostraci[oó]n/i, "an invented place on paper does not say that it is invented");
}));

test("A consulate on paper begins with the asylum warning", { timeout: 60_000 }, () => withPage({}, async (page) => {
  await page.emulateMedia({ media: "print" });
  await page.goto(`/es/centres/${places.get("a place of kind consular")}/print`);
  const text = await page.locator("main").innerText();
  const number = text.search(/\+?\d[\d\s().-]{6,}\d/);
  assert.ok(text.search(/asilo/i) >= 0 && (number < 0 || text.search(/asilo/i) < number));
}));

test("A receipt fits between the edges of 58 mm paper, and its code can still be read", { timeout: 120_000 }, () => withPage({ viewport: { width: 181, height: 900 } }, async (page) => {
  await page.emulateMedia({ media: "print" });
  const wrong = [];
  for (const slug of places.values()) {
    for (const language of ["es", "fr", "ht"]) {
      await page.goto(`/${language}/centres/${slug}/print/receipt`);
      const wide = await page.evaluate(() => [...document.querySelectorAll("main article, main article *")].filter((e) => e.getBoundingClientRect().right > 182).length);
      if (wide > 0) wrong.push({ url: new URL(page.url()).pathname, sentence: `${wide} elements beyond the edge` });
      assert.ok(await readCode(page), `${slug}: the code of the receipt cannot be read`);
    }
  }
  none(gathered(wrong, (slip) => [slip.sentence]));
}));

test("The papers of a town have their sizes, and no page of them is empty", { timeout: 60_000 }, (t) => withPage({}, async (page) => {
  for (const [paper, least, most] of [["sheet", 1, 8], ["chart", 6, 14]]) {
    await page.goto(`/es/print/${paper}?near=Tapachula`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const pages = pagesOf(pdf);
    t.diagnostic(`${paper}: ${pages} pages`);
    assert.ok(pages >= least && pages <= most, `${paper}: ${pages} pages`);
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1"));
    assert.equal(Number(width) > Number(height), paper === "chart", `${paper} lies the wrong way`);
    if (paper === "chart") assert.equal(pages, await page.locator(".leaf").count(), "a thing of the group's pages runs over to a second page");
  }
}));
