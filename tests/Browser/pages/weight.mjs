// How soon something is to be read on a bad line. The figures go to the bench: a test of time would only test this machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withPage } from "../support/browser.mjs";
import { writeFigures } from "../support/figures.mjs";
import { places } from "../support/places.mjs";

const BAD_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const pages = { home: "/es/", list: "/es/centres?kind=shelter&near=Tapachula&open=now", centre: `/es/centres/${places.get("a place of kind shelter")}`, danger: "/es/danger" };

const firstPaint = (page) => page.evaluate(() => new Promise((resolve) => {
  const now = performance.getEntriesByName("first-contentful-paint")[0];
  if (now) return resolve(now.startTime);
  new PerformanceObserver((list) => resolve(list.getEntriesByName("first-contentful-paint")[0]?.startTime)).observe({ type: "paint", buffered: true });
}));

test("One request brings the first content on a line of 400 kbit/s and 400 ms", { timeout: 90_000 }, async (t) => {
  const measured = {};
  for (const [name, path] of Object.entries(pages)) {
    await withPage({}, async (page, context) => {
      const client = await context.newCDPSession(page);
      await client.send("Network.enable");
      await client.send("Network.setCacheDisabled", { cacheDisabled: true });
      await client.send("Network.emulateNetworkConditions", BAD_LINE);
      await page.goto(path, { waitUntil: "load" });
      const paint = await firstPaint(page);
      const before = await page.evaluate((until) => performance.getEntriesByType("resource").filter((r) => r.responseEnd > 0 && r.renderBlockingStatus === "blocking" && r.startTime < until).map((r) => r.name), paint);
      assert.deepEqual(before, [], `${name} waits for more than itself`);
      measured[name] = Math.round(paint);
      t.diagnostic(`first content of ${name}: ${measured[name]} ms`);
    });
  }
  writeFigures("firstContentMs", { ...measured, line: "400 kbit/s, 400 ms" });
});
