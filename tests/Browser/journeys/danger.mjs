import assert from "node:assert/strict";
import { journey } from "../support/ways.mjs";
import { scrollTo, tabToAndFollow } from "../support/keyboard.mjs";

journey("The keyboard alone goes from the first page to the numbers of a country for somebody in danger", async (page) => {
  await page.goto("/es/");
  const danger = await tabToAndFollow(page, "I am in danger", (it) => it.href.endsWith("/es/danger"));
  assert.ok(danger.steps <= 8, `danger is the ${danger.steps}th stop of the first page`);
  assert.equal(await page.locator("script:not([defer])").count(), 0, "the page of danger waits for a script");
  const first = page.locator("main").getByText(/^\s*\d{3}\s*$/).first();
  assert.ok(await first.isVisible(), "the page of danger opens without a number");
  await tabToAndFollow(page, "Guatemala", (it) => it.href.includes("country=GT"));
  const number = page.locator("main").getByText(/^\s*\d{3,4}\s*$/).first();
  await scrollTo(page, number);
  assert.ok((await page.locator("main h2").count()) >= 2, "the page of danger does not say what to say");
});
