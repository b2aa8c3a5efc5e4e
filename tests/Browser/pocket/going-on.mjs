// A download that was torn goes on where it stopped, and what is put together of its parts is the file that was published.
import assert from "node:assert/strict";
import { test } from "node:test";
import { handed, keep, opensWithoutNetwork, press, served, whenPacked, withPhone } from "../support/pocket.mjs";

const [NAME, OTHER] = ["gt-es", "bz-es"];
const whole = { timeout: 180_000 };
const PACK = ".pack";

// The bytes come one after the other, as over a radio. All at once and then an error, a browser hands none of them on.
const slow = (line) => Object.assign(line, { only: PACK, rate: 60_000 });

/** The first answer is torn there, and no other comes. */
function tearOnce(line, share, size) {
  let answers = 0;
  line.tearAfter = Math.floor(size * share);
  line.refuse = (path) => path.endsWith(PACK) && ++answers > 1;
}

function mend(line) {
  Object.assign(line, { tearAfter: Infinity, refuse: undefined, lose: undefined, changed: undefined });
  line.ranges.length = 0;
}

async function isTheSame(page, line, name) {
  line.isCut = true;
  assert.ok((await handed(page, name)).equals(await served(name)), "what was put together is another file");
  await opensWithoutNetwork(page, line);
}

const fromByte = (range) => Number(/bytes=(\d+)-$/.exec(range)?.[1]);

test("A download that is torn says so, and the next try goes on where it was torn", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/packs");
    slow(line);
    tearOnce(line, 0.7, size);
    assert.match((await press(page, NAME)).text, /intente de nuevo/i);
    mend(line);
    assert.ok((await press(page, NAME)).isKept);
    assert.match(line.ranges.join(), /\/packs\/gt-es\.pack bytes=[1-9]\d*-/, "it began anew");
    assert.ok(fromByte(line.ranges[0]) > size / 2, `most of what came was lost: ${line.ranges}`);
    await isTheSame(page, line, NAME);
  });
});

test("A download that is torn again and again goes on by itself as long as something comes", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/packs");
    slow(line);
    line.tearAfter = Math.floor(size * 0.4);
    assert.ok((await press(page, NAME)).isKept);
    const from = line.ranges.map(fromByte);
    assert.ok(from.length >= 2 && from.every((at, i) => at > (from[i - 1] ?? 0)), `it went on at ${from}`);
    await isTheSame(page, line, NAME);
  });
});

test("A pack that changed on the server between two tries begins anew and is whole", whole, async () => {
  await whenPacked(NAME);
  const size = (await served(NAME)).length;
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/packs");
    slow(line);
    tearOnce(line, 0.7, size);
    line.changed = (path, body, headers) => {
      if (!path.endsWith(PACK)) return undefined;
      headers.etag = '"of-yesterday"';
      return body.map((byte) => byte ^ 1);
    };
    assert.match((await press(page, NAME)).text, /intente de nuevo/i);
    mend(line);
    line.asked.length = 0;
    assert.ok((await press(page, NAME)).isKept);
    assert.equal(line.ranges.length, 1, "it did not go on");
    assert.equal(line.asked.filter((path) => path.endsWith(PACK)).length, 1, "what was put together of two packs was fetched once more");
    await isTheSame(page, line, NAME);
  });
});

const plant = (page, name, etag, bytes) => page.evaluate(async ([key, tag, list]) => {
  const opening = indexedDB.open("kept");
  await new Promise((done) => (opening.onsuccess = done));
  const tx = opening.result.transaction("begun", "readwrite");
  tx.objectStore("begun").put({ etag: tag, bytes: Uint8Array.from(list) }, key);
  await new Promise((done) => (tx.oncomplete = done));
  opening.result.close();
}, [name, etag, [...bytes]]);

for (const [what, planted] of [["all of it was there already", (file) => file], ["what was there is not what the server has", (file) => file.subarray(0, file.length / 2).map((byte) => byte ^ 1)]])
  test(`Where a try goes on and ${what}, the pack is fetched whole`, whole, async () => {
    await whenPacked(NAME);
    await whenPacked(OTHER);
    await withPhone(async ({ page, line }) => {
      await keep(page, NAME);
      const { headers } = await fetch(`${line.at}/packs/${OTHER}.pack`);
      await plant(page, OTHER, headers.get("etag"), planted(await served(OTHER)));
      assert.ok((await press(page, OTHER)).isKept);
      assert.equal(line.ranges.length, 1, "it did not go on");
      await isTheSame(page, line, OTHER);
    });
  });
