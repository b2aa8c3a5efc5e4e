// What holds on every page in every language.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses } from "../support/addresses.mjs";
import { LANGUAGES } from "../support/browser.mjs";
import { writeFigures } from "../support/figures.mjs";
import { isOfTheFrame } from "../support/inspect.mjs";
import { places } from "../support/places.mjs";
import { gathered, none } from "../support/told.mjs";
import { walk } from "../support/walk.mjs";

const KILOBYTE = 1024;
const FIRST_RESPONSE = 14 * KILOBYTE;
const OPENING = 420_000;
let seen = [];

function nothing(what) {
  assert.ok(seen.length > 0, "no page was looked at");
  none(gathered(seen, what));
}

const violations = (page) => [...page.axe, ...page.dark.map((sentence) => `in the dark: ${sentence}`)];
test("Every page in every language opens, with the status that it should have", { timeout: OPENING }, async () => {
  seen = await walk();
  writeFigures("pages", Object.fromEntries(seen.map((page) => [page.url, { bytes: page.bytes, saidKilobytes: page.saidKilobytes }])));
  nothing((p) => (p.answered === p.status ? [] : [`${p.answered} instead of ${p.status} on ${p.name}`]));
});

test("axe finds nothing on the frame that every page has, in five languages, light and dark", () => nothing((p) => violations(p).filter(isOfTheFrame)));
for (const { name } of addresses(places)) {
  test(`axe finds nothing on ${name}, in five languages, light and dark`, () => {
    const here = seen.filter((page) => page.name === name);
    assert.equal(here.length, LANGUAGES.length);
    none(gathered(here, (p) => violations(p).filter((sentence) => !isOfTheFrame(sentence))));
  });
}

test("Every page has one first heading, headings in order, landmarks and labels", () => nothing((p) => p.structure));
test("No page scrolls sideways at 320 pixels, which is 400 % zoom at 1280", () => nothing((p) => p.tooWide));
test("A reader's own spacing of letters and lines cuts no text on a wide screen", () => nothing((p) => p.cutWide));
test("A reader's own spacing of letters and lines cuts no text at 320 pixels", () => nothing((p) => p.cutNarrow));
test("Whatever can be pressed is large enough for a finger", () => nothing((p) => p.tooSmall));
test("No page asks another origin, breaks its own policy or complains in the console", () => nothing((p) => p.noise));
test("No page leaves anything in the browser", () => nothing((p) => p.kept));
test("Nothing but the page itself is waited for before its content is drawn", () => nothing((p) => [...p.blocking, ...p.others.filter((type) => type !== "Script").map((type) => `it loads a ${type}`)]));
test("The first page, the list and a place are 14 KB or less on the wire, head and all", () =>
  nothing((p) => (/^(centres(\?.*)?|centres\/[^/]+|)$/.test(p.path) && p.bytes > FIRST_RESPONSE ? [`${p.bytes} bytes on ${p.name} in ${p.language}`] : [])));
test("Every page says its own size, within one kilobyte of what went over the line", () =>
  nothing((p) => (p.saidKilobytes !== null && p.bytes > 0 && Math.abs(p.saidKilobytes - p.bytes / KILOBYTE) <= 1 ? [] : [`it says ${p.saidKilobytes} KB and is ${p.bytes} bytes: ${p.name}`])));
