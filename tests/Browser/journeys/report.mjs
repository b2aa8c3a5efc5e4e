import assert from "node:assert/strict";
import { journey } from "../support/ways.mjs";
import { press, scrollTo, tabTo, tabToAndFollow, follow } from "../support/keyboard.mjs";

journey("The keyboard alone reports what is wrong with a place, and later asks what became of it", async (page) => {
  await page.goto("/es/centres?kind=food");
  await tabToAndFollow(page, "the first place", (it) => /\/es\/centres\/[^?/]+$/.test(it.href));
  await tabToAndFollow(page, "this is wrong", (it) => it.href.endsWith("/report"));
  await tabTo(page, "what is wrong", (it) => it.name === "what");
  await page.keyboard.press("Space");
  await press(page, "ArrowDown");
  assert.equal(await page.locator("input[name=what]:checked").count(), 1);
  await tabTo(page, "the words", (it) => it.tag === "textarea");
  await page.keyboard.type("El portón está cerrado desde el lunes.");
  await tabTo(page, "the button", (it) => it.tag === "button");
  await follow(page);

  const code = page.locator(".code");
  await scrollTo(page, code);
  const written = (await code.innerText()).trim();
  assert.match(written, /^[0-9A-Z][0-9A-Z -]{6,}$/, "the receipt is not a code that can be written down");
  await tabToAndFollow(page, "what became of it", (it) => it.href.endsWith("/es/report"));
  await tabTo(page, "the code", (it) => it.name === "code");
  await page.keyboard.type(written.toLowerCase().replaceAll("-", " "));
  await follow(page);
  assert.equal(await page.locator("[role=alert]").count(), 0, "a code as it was given is refused");
  assert.ok(await page.locator("main .note:not([hidden])").first().isVisible(), "the receipt says nothing of what became of the report");
});
