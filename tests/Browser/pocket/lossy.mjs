// A line that loses answers at random, in their middle too, and is slow: each try ends in a true sentence, and at last all succeeds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { handed, keptMark, opensWithoutNetwork, press, served, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
// Of each hundred pieces of two kilobytes so many are lost, each with the rest of its answer.
const [LOST, TRIES] = [1.5, 40];

// The same losses each time: a try that fails can be made again.
const dice = (seed) => {
  let state = seed * 7919 + 1;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
};

for (const seed of [1, 2, 3])
  test(`Over a line that loses ${LOST} of a hundred pieces (${seed}) a pack is kept and renewed at last, no sentence lies, and lists and places do not wait for it`, { timeout: 400_000 }, async () => {
    await whenPacked(NAME);
    const wanted = await served(NAME);
    await withPhone(async ({ page, line }) => {
      const random = dice(seed);
      const isLost = () => random() * 100 < LOST;
      Object.assign(line, { rate: 200_000, lose: (path) => /^\/(packs|assets|app|sw\.js)/.test(path) && isLost() });
      await page.goto("/es/packs");
      for (let tries = 1; ; tries++) {
        const { isKept, text } = await press(page, NAME);
        assert.equal(await keptMark(page, NAME).isVisible(), isKept, `it says "${text}" and shows something else`);
        if (isKept) break;
        assert.match(text, /intente de nuevo/i);
        assert.ok(tries < TRIES, "it never succeeds");
      }
      assert.ok((await handed(page, NAME)).length > 0);
      // From here on everything is lost in its turn, pages too.
      line.lose = isLost;
      for (let round = 0; round < 6; round++) {
        await page.goto("/es/centres?kind=shelter");
        assert.ok(await page.locator(".cards > .card").count() > 3, "the list waited for the line");
        await page.locator(".cards > .card h3 a").nth(round % 3).click();
        await page.waitForURL(/\/centres\/[^?]+$/);
        assert.ok(await page.locator("main .state").first().innerText());
        // The page about packs is the server's: it may not come, and then it says so.
        await page.goto("/es/packs").catch(() => undefined);
        if (await page.locator("#keep").count() === 0) {
          assert.match(await page.locator("body").innerText(), /internet/i);
          continue;
        }
        await keptMark(page, NAME).waitFor({ state: "visible" }).catch(async () => assert.equal(await page.locator("#keep").isVisible(), false, "it does not say what is kept"));
        if (!(await keptMark(page, NAME).isVisible())) continue;
        const renewed = await press(page, NAME);
        assert.ok(renewed.isKept || /intente de nuevo/i.test(renewed.text), renewed.text);
        assert.ok(await keptMark(page, NAME).isVisible(), "a renewal that fails loses what was there");
      }
      line.lose = undefined;
      await page.goto("/es/packs");
      assert.ok((await press(page, NAME)).isKept);
      line.isCut = true;
      assert.ok((await handed(page, NAME)).equals(wanted));
      await opensWithoutNetwork(page, line);
    });
  });
