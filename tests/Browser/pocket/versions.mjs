// A worker that is replaced or ended in the middle, old packs under a new program, new packs under an old one.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { handed, keep, keepButton, keptMark, opensWithoutNetwork, press, served, whenPacked, withPhone } from "../support/pocket.mjs";

const NAME = "gt-es";
const whole = { timeout: 240_000 };
const HEAD = "pack 1 ".length + 64 + 1;

const another = (path, body) => (path === "/sw.js" ? Buffer.concat([body, Buffer.from("\n// another version")]) : undefined);
const slowly = (line, size) => Object.assign(line, { only: ".pack", rate: size / 6 });
const halfDown = (page) => page.waitForFunction((name) => {
  const bar = document.querySelector(`[data-pack="${name}"] progress`);
  return bar.hasAttribute("value") && bar.value > bar.max * 0.3;
}, NAME, { timeout: 60_000 });

/** The browser takes the new worker; true once it controls this page. */
const replaced = (page) => page.evaluate(async () => {
  const taken = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", () => done(true), { once: true }));
  await (await navigator.serviceWorker.getRegistration("/")).update();
  return taken;
});

test("A worker that is replaced in the middle of a download leaves a whole pack, and says what is", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/packs");
    slowly(line, size);
    await keepButton(page, NAME).click();
    await halfDown(page);
    line.changed = another;
    const taken = replaced(page);
    await page.locator("#said:not([hidden])").waitFor({ timeout: 120_000 });
    assert.equal(await page.locator("#said").innerText() === "Guardado: Guatemala.", await keptMark(page, NAME).isVisible(), "it says one thing and shows another");
    assert.ok(await taken, "the browser did not take the new worker: nothing was tried");
    line.rate = Infinity;
    assert.ok((await press(page, NAME)).isKept);
    line.isCut = true;
    assert.ok((await handed(page, NAME)).equals(await served(NAME)));
    await opensWithoutNetwork(page, line);
  });
});

test("A worker that the browser ends in the middle of a download is followed by one that goes on", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, context, line }) => {
    const browser = await context.newCDPSession(page);
    await browser.send("ServiceWorker.enable");
    await page.goto("/es/packs");
    slowly(line, size);
    await keepButton(page, NAME).click();
    await page.waitForFunction((name) => document.querySelector(`[data-pack="${name}"] progress`).value > 34_000, NAME, { timeout: 60_000 });
    await browser.send("ServiceWorker.stopAllWorkers");
    line.rate = Infinity;
    await page.locator("#said:not([hidden])").waitFor({ timeout: 120_000 });
    assert.equal(await page.locator("#said").innerText(), "Guardado: Guatemala.");
    assert.match(line.ranges.join(), /\.pack bytes=[1-9]\d*-/, "what had come was fetched again");
    await opensWithoutNetwork(page, line);
  });
});

test("A pack that the program of before has kept answers from the first page of the next program", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    line.changed = another;
    await page.goto("/es/packs");
    assert.ok(await replaced(page));
    await opensWithoutNetwork(page, line);
    await page.goto("/es/packs");
    await keptMark(page, NAME).waitFor({ state: "visible" });
  });
});

test("A pack that is newer than the program is refused in words that say what to do, and the old one stays", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    const before = await served(NAME);
    line.changed = (path, body) => {
      if (path === "/packs") return Buffer.from(JSON.stringify({ packs: JSON.parse(body).packs.map((pack) => ({ ...pack, id: "f".repeat(24), from: [] })) }));
      if (!path.endsWith(".pack")) return undefined;
      const packed = gzipSync(Buffer.from(gunzipSync(body.subarray(HEAD)).toString("latin1").replace('"amparo-pack-1"', '"amparo-pack-2"'), "latin1"));
      return Buffer.concat([Buffer.from(`pack 1 ${createHash("sha256").update(packed).digest("hex")}\n`), packed]);
    };
    await page.goto("/es/packs");
    const { text } = await press(page, NAME);
    assert.match(text, /más nuevo.*ábralo otra vez.*sigue aquí/i);
    assert.match(await keptMark(page, NAME).innerText(), /Guardado en este teléfono/);
    line.isCut = true;
    assert.ok((await handed(page, NAME)).equals(before), "the old one is gone");
    await opensWithoutNetwork(page, line);
    line.changed = undefined;
    await page.goto("/es/packs");
    assert.ok((await press(page, NAME)).isKept);
  });
});
