// Files that go from hand to hand: checked before anything of them is kept.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "../support/browser.mjs";
import { keep, whenPacked, withPhone } from "../support/pocket.mjs";

const whole = { timeout: 180_000 };

async function give(page, name, bytes) {
  await page.goto("/es/packs");
  await page.locator("#given").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.waitForFunction(() => {
    const said = document.querySelector("#said");
    return said && !said.hidden && !/…$/.test(said.textContent);
  }, undefined, { timeout: 60_000 });
  return page.locator("#said").innerText();
}

test("A file from another phone is checked and kept; a changed, a torn and a strange one are refused in words", whole, async () => {
  await whenPacked("gt-es");
  await whenPacked("bz-es");
  const file = new Uint8Array(await (await fetch(`${site}/packs/bz-es.pack`)).arrayBuffer());
  const page_ = await (await fetch(`${site}/packs/bz-es.html`)).text();
  await withPhone(async ({ page, line }) => {
    assert.match(await give(page, "bz-es.pack", file), /primero/i, "a phone that trusts nobody yet takes a file");
    await keep(page, "gt-es");
    assert.match(await give(page, "torn.pack", file.subarray(0, file.length / 2)), /dañado/i);
    assert.match(await give(page, "strange.pack", Buffer.from("hello")), /dañado/i);
    const changed = file.slice();
    changed[changed.length - 40] ^= 1;
    assert.match(await give(page, "changed.pack", changed), /dañado|cambiado/i);
    assert.match(await give(page, "bz-es.pack", file), /auténtico/i);
    assert.match(await give(page, "bz-es.html", Buffer.from(page_)), /auténtico/i, "the page that opens by itself is not understood");
    line.isCut = true;
    await page.goto("/es/centres?country=BZ");
    assert.ok(await page.locator(".cards > .card").count() > 0, "what was taken from a file is not shown");
  });
});

test("A phone without network hands its own file on, and it is the same pack", whole, async () => {
  await whenPacked("gt-es");
  await withPhone(async ({ page, line }) => {
    await keep(page, "gt-es");
    line.isCut = true;
    const handed = await page.evaluate(async () => [...new Uint8Array(await (await fetch("/packs/gt-es.pack")).arrayBuffer())]);
    const form = new FormData();
    form.append("file", new Blob([Uint8Array.from(handed)]), "gt-es.pack");
    const answer = await fetch(`${site}/es/packs/check`, { method: "POST", body: form, headers: { origin: "https://amparo.example" } });
    assert.match(await answer.text(), /auténtico/i);
  });
});
