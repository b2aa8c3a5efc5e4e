import assert from "node:assert/strict";
import { journey } from "../support/ways.mjs";
import { scrollTo, tabTo, tabToAndFollow, follow } from "../support/keyboard.mjs";

journey("The keyboard alone finds a shelter that is open now near Tapachula, and its telephone number", async (page) => {
  await page.goto("/es/");
  await tabToAndFollow(page, "where can I sleep", (it) => it.href.includes("kind=shelter"));
  await tabTo(page, "the question of where", (it) => it.id === "near");
  await page.keyboard.type("Tapachula");
  await follow(page);
  assert.match(await page.locator("h1").innerText(), /Tapachula/);

  await tabToAndFollow(page, "open now", (it) => it.tag === "a" && it.href.includes("open=now"));
  const asked = new URL(page.url()).searchParams;
  assert.deepEqual([asked.get("open"), asked.get("near")], ["now", "Tapachula"], "what was asked before was lost");
  assert.equal(await page.locator("main a[href*='open=now'][aria-current], main a.chip[aria-current]").count() > 0, true, "the list does not say that it shows what is open now");

  assert.equal(await page.locator("main li.card .state.later").count(), 0, "a list of what is open now shows what is closed");
  const open = await page.locator("main li.card:has(.state.open) a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  assert.ok(open.length > 0, "nothing that is open now is on the first page near Tapachula");
  const chosen = await tabToAndFollow(page, "the first place that is open", (it) => it.href === open[0]);
  assert.ok(page.url().endsWith(chosen.href));
  assert.equal(await page.locator("h1").innerText(), chosen.text);
  const number = page.locator("main").getByText(/\+?\d[\d\s().-]{6,}\d/).first();
  assert.ok(await number.isVisible(), "the page of a place shows no telephone number");
  await scrollTo(page, number);
  // An invented number must never ring at somebody's home.
  assert.equal(await page.locator("a[href^='tel:'], a[href^='sms:'], a[href*='wa.me']").count(), 0);
});
