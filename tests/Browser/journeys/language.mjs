import assert from "node:assert/strict";
import { journey } from "../support/ways.mjs";
import { press, tabTo, follow } from "../support/keyboard.mjs";

const starts = ["/es/", "/es/centres?q=albergue&country=GT&open=now", "/es/consulates?from=HN&in=MX", "/es/danger?country=MX", "/es/complaint"];

journey("The keyboard alone changes the language and stays on the same page", async (page) => {
  for (const start of starts) {
    await page.goto(start);
    await tabTo(page, "the languages", (it) => it.tag === "summary");
    await page.keyboard.press("Enter");
    await tabTo(page, "Haitian Creole", (it) => /^\/ht\//.test(it.href));
    await follow(page);
    const at = new URL(page.url());
    assert.equal(at.pathname + at.search, start.replace("/es/", "/ht/"));
    assert.equal(await page.locator("html").getAttribute("lang"), "ht");
  }
});

journey("The first Tab offers to skip to the content, and what follows is the content", async (page) => {
  for (const start of ["/es/", "/ht/centres?kind=food", "/fr/emergency"]) {
    await page.goto(start);
    const skip = await press(page, "Tab");
    assert.equal(skip?.href, "#main", `the first stop of ${start} is not the skip link`);
    await page.keyboard.press("Enter");
    await tabTo(page, "something", () => true);
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)), `after skipping, Tab goes elsewhere on ${start}`);
  }
});

journey("The order of the keyboard is the order of reading", async (page) => {
  for (const start of ["/es/", "/es/centres?kind=shelter", "/es/consulates?from=HN&in=MX", "/es/danger"]) {
    await page.goto(start);
    const jumps = await page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((it) => it.checkVisibility());
      return all.filter((it) => it.tabIndex > 0 || (it.tabIndex < 0 && it.tagName !== "MAIN")).map((it) => it.outerHTML.slice(0, 90));
    });
    assert.deepEqual(jumps, [], `something is taken out of order on ${start}`);
  }
});
