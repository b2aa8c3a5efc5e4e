import assert from "node:assert/strict";
import { journey } from "../support/ways.mjs";
import { choose, tabTo, tabToAndFollow, follow } from "../support/keyboard.mjs";

const isLegalHelp = (it) => it.href.includes("kind=legal") || it.href.includes("asylum_authority");
const isPost = (it) => /\/es\/centres\/[^?/]+$/.test(it.href);

journey("Somebody from Honduras in Mexico finds her consulates, and meets the asylum warning before any of them", async (page) => {
  await page.goto("/es/");
  await tabToAndFollow(page, "my consulate", (it) => it.href.endsWith("/es/consulates"));
  await tabTo(page, "free legal help, before the questions", isLegalHelp);
  await choose(page, "where I am from", "from", "Hond", "HN");
  await choose(page, "where I am", "in", "M", "MX");
  await tabTo(page, "the button", (it) => it.tag === "button");
  await follow(page);

  const met = [];
  await tabTo(page, "the first consulate", (it) => {
    if (isLegalHelp(it)) met.push("warning");
    return isPost(it);
  });
  assert.deepEqual(met.slice(0, 1), ["warning"], "the way to a lawyer comes after the consulates");
  const text = await page.locator("main").innerText();
  const warning = text.search(/asilo/i);
  assert.ok(warning >= 0 && warning < text.search(/Consulado de Honduras/), "the asylum warning is not read before the consulates");
  assert.equal(await page.locator("main a[href^='tel:']").count(), 0, "a list of consulates offers to call one");

  await follow(page);
  const post = await page.locator("main").innerText();
  const number = post.search(/\+?\d[\d\s().-]{6,}\d/);
  assert.ok(post.search(/asilo/i) >= 0 && (number < 0 || post.search(/asilo/i) < number), "the page of a consulate gives a number before the asylum warning");
});
