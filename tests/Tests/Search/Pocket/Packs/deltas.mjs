// node deltas.mjs PACK_JS FOLDER PAIRS NOW: makes new packs of old ones by the server's deltas, and damages the deltas. Called by DeltaTests.cs.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [module, folder, pairs, now] = process.argv.slice(2);
const { applied, checkBody, checkFile, fileOf, keyOf, PackBroken, rawBody } = await import(pathToFileURL(module));
const read = (name) => new Uint8Array(readFileSync(join(folder, name)));
const root = await keyOf(Buffer.from(read("root")).toString());
const expected = { now: Number(now) };
const open = async (file) => (await checkFile(file, root, expected)).pack;
const same = (made, wanted) => wanted.manifest.parts.every(({ name }) => Buffer.compare(made.parts.get(name), wanted.parts.get(name)) === 0);

for (let i = 0; i < Number(pairs); i++) {
  const [old, wanted, delta] = [await open(read(`${i}.old`)), await open(read(`${i}.new`)), read(`${i}.delta`)];
  const body = await applied(old, delta);
  const made = await checkBody(body, root, expected);
  assert.equal(made.state, "good", `pair ${i}`);
  assert.ok(same(made.pack, wanted), `pair ${i} gives other bytes`);
  assert.equal((await checkFile(await fileOf(body), root, expected)).state, "good", `pair ${i} cannot be passed on`);
  await assert.rejects(applied(wanted, delta), PackBroken, "a delta fits another pack");
  for (let flip = 0; flip < 20; flip++) {
    const broken = delta.slice();
    broken[(flip * 7919 + i) % broken.length] ^= 1 << flip % 8;
    const result = await applied(old, broken).then((bytes) => checkBody(bytes, root, expected), (error) => {
      if (!(error instanceof PackBroken)) throw error;
    });
    if (result?.pack) assert.ok(same(result.pack, wanted), "a damaged delta is shown");
  }
}

const pack = await open(read("0.new"));
const kept = pack.manifest.parts.map(({ name }) => [name, name === "whereabouts" ? undefined : pack.parts.get(name)]);
const whole = await open(read("whole"));
const without = (what) => fileOf(rawBody(whole.line, whole.manifest.parts.map(({ name }) => [name, name === what ? undefined : whole.parts.get(name)])));
assert.equal((await checkBody(rawBody(pack.line, kept), root, expected)).state, "addresses_over");
assert.equal((await checkFile(await without("centres"), root, expected)).state, "altered", "a part that lasts was left out");
writeFileSync(join(folder, "forgotten"), await without("whereabouts"));
writeFileSync(join(folder, "without-places"), await without("centres"));
