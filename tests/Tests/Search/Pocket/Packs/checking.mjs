// node checking.mjs PACK_JS FLIPS: what a phone makes of packs that are good, old, forged, torn and hostile. Called by PackCheckTests.cs.
import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { pathToFileURL } from "node:url";
import { certificate, file, keys, LINES, pack, PARTS, revoked, sha256 } from "./making.mjs";

const [module, flips] = process.argv.slice(2);
const { checkBody, checkFile, idOf, keyOf, readRevoked } = await import(pathToFileURL(module));
const [root, publishing, stranger] = [await keys(), await keys(), await keys()];
const rootKey = await keyOf(root.spki);
const now = Date.parse("2026-11-22T12:00:00Z");
const stateOf = async (bytes, expected = {}) => (await checkFile(bytes, rootKey, { now, ...expected })).state;
const good = await pack(root, publishing);
const bodyOf = (bytes) => Uint8Array.from(gunzipSync(bytes.subarray(72)));
let checked = 0;

async function is(what, wanted, bytes, expected) {
  const verdict = await checkFile(bytes, rootKey, { now, ...expected });
  assert.equal(verdict.state, wanted, what);
  if (!["good", "addresses_over", "expired", "early"].includes(wanted)) assert.equal(verdict.pack, undefined, `${what}: nothing of it may be shown`);
  checked++;
  return verdict;
}

const whole = await is("as it was made", "good", good);
assert.equal(new TextDecoder().decode(whole.pack.parts.get("centres")), LINES);
assert.deepEqual([...whole.pack.parts.keys()], ["centres", "addresses", "search"]);
const late = await is("after seven days", "addresses_over", good, { now: Date.parse("2026-11-29T00:00:00Z") });
assert.deepEqual([...late.pack.parts.keys()], ["centres", "search"], "addresses are forgotten when their time is over");
const over = await is("after thirty days", "expired", good, { now: Date.parse("2026-12-22T09:00:00Z") });
assert.deepEqual([...over.pack.parts.keys()], ["centres", "search"]);
await is("a clock that is days behind", "early", good, { now: Date.parse("2026-11-21T08:00:00Z") });
await is("a newer one was seen", "replayed", good, { seenEdition: 13 });
await is("the same again", "good", good, { seenEdition: 12 });
await is("another was asked for", "other_pack", good, { name: "gt-es" });
await is("demonstration wanted", "other_kind", good, { demonstration: true });
await is("a stranger's root", "other_key", await pack(stranger, publishing));
await is("a key that nobody certified", "altered", await pack(root, publishing, { spoil: (line) => line.replace(/"signature":"[^"]*"}$/, `"signature":"${Buffer.alloc(64, 7).toString("base64")}"}`) }));
await is("another use of a key", "other_key", await pack(root, publishing, { of: { usage: "audit" } }));
await is("made after the certificate", "altered", await pack(root, publishing, { manifest: { madeAt: "2027-07-01T00:00:00Z", expiresAt: "2027-07-02T00:00:00Z" } }));
await is("a later form", "too_new", await pack(root, publishing, { manifest: { format: "amparo-pack-2" } }));
await is("a member more", "altered", await pack(root, publishing, { manifest: { more: 1 } }));
await is("a member twice", "altered", await pack(root, publishing, { spoil: (line) => line.replace('"edition":12', '"edition":99,"edition":12') }));
await is("another spelling", "altered", await pack(root, publishing, { spoil: (line) => line.replace('"edition":12', '"edition": 12') }));
await is("a name that is not its countries", "altered", await pack(root, publishing, { manifest: { name: "gt-es" } }));
await is("a part in place of another", "altered", await pack(root, publishing, { parts: [PARTS[0], { ...PARTS[1], as: new TextEncoder().encode("Calle 9\nCalle 2\n") }, PARTS[2]] }));
await is("something after the last part", "unreadable", await pack(root, publishing, { tail: "x" }));
await is("sizes beyond all packs", "altered", await pack(root, publishing, { manifest: { parts: [{ name: "centres", sha256: "0".repeat(64), size: 2 ** 40, records: 1 }] } }));
await is("templates that never end", "altered", await pack(root, publishing, {
  parts: [{ ...PARTS[0], as: new TextEncoder().encode(JSON.stringify({ n: 9999, runs: ["x".repeat(4000), "\n"], values: [""], shapes: "#$", lines: "#".repeat(9999), said: ["", ""], columns: [[""], []] })) }],
}));
await is("a body of a gigabyte of nothing", "unreadable", file(Buffer.alloc(160 * 1024 * 1024)));
await is("nothing", "unreadable", new Uint8Array(0));

const body = bodyOf(good);
assert.equal((await checkBody(body, rootKey, { now })).state, "good");
const line = new TextDecoder().decode(body.subarray(0, body.indexOf(10)));
for (const list of [{ packs: [await idOf(line)] }, { keys: [sha256(Buffer.from(publishing.spki, "base64"))] }])
  await is("called back", "withdrawn", good, { revoked: await readRevoked(await revoked(root, publishing, list), rootKey) });
assert.equal(await readRevoked(await revoked(stranger, publishing), rootKey), undefined);
assert.equal(await readRevoked(new TextEncoder().encode("[]"), rootKey), undefined);
assert.ok(await certificate(root, publishing));

for (let cut = 0; cut < good.length; cut += 7) await is(`cut at ${cut}`, "unreadable", good.subarray(0, cut));

// One bit: of the file as it is passed on, and of the body as a browser gets it. Nothing that was changed is ever shown.
let seed = 5;
const random = (most) => (seed = (seed * 48271) % 2147483647) % most;
for (let i = 0; i < Number(flips); i++) {
  const isBody = i % 2 === 1;
  const bytes = Uint8Array.from(isBody ? body : good);
  bytes[random(bytes.length)] ^= 1 << random(8);
  const verdict = await (isBody ? checkBody : checkFile)(bytes, rootKey, { now });
  if (verdict.pack) assert.fail(`a flipped bit was shown (${isBody ? "body" : "file"}, ${verdict.state})`);
  checked++;
}
assert.equal(await stateOf(good), "good");
console.log(`${checked} checked`);
