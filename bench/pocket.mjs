// The search of the pocket in Chromium with the processor slowed four times: how soon it is ready, and how long a keystroke takes.
//   node bench/pocket.mjs FOLDER     FOLDER holds pocket.index and words.json, as `Amparo.Bench.dll GEODATA --pocket FOLDER` writes them
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const SLOWED = 4, ROUNDS = 5;
// Sentences as they are typed, letter by letter; the last is as long as people write.
const TYPED = [
  ["es", "albergue tapachula"], ["es", "no tengo donde dormir"], ["es", "alvergue serca de tenosique"], ["es", "dentista gratis"], ["es", "consulado de honduras"], ["es", "casa del migrante san jose"],
  ["es", "mi marido me pega y no se a donde ir con mis hijos"], ["en", "my boss does not pay me"], ["fr", "médecin gratuit"], ["pt", "onde posso comer hoje"], ["ht", "kote pou m domi aswè a"],
];

/** @param note Takes a row of the table: what, wanted, measured, whether it holds. */
export async function pocket(folder, note) {
  const files = { "/search.js": [join(root, "web/dist/search.js"), "text/javascript"], "/index": [join(folder, "pocket.index"), "application/octet-stream"], "/words": [join(folder, "words.json"), "application/json"] };
  const kilobytes = Object.fromEntries(Object.entries(files).map(([name, [path]]) => [name, gzipSync(readFileSync(path), { level: 9 }).length / 1024]));
  const { chromium } = createRequire(join(root, "tests/Browser/package.json"))("playwright-core");
  const browser = await chromium.launch({ executablePath: process.env.AMPARO_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) => {
      const file = files[new URL(route.request().url()).pathname];
      return route.fulfill(file ? { contentType: file[1], body: readFileSync(file[0]) } : { contentType: "text/html", body: "<!doctype html><title>pocket</title>" });
    });
    const measured = [];
    for (let round = 0; round < ROUNDS; round++) {
      await page.goto("http://pocket.test/");
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
      measured.push(await page.evaluate(measure, TYPED));
      await session.detach();
    }
    const middle = (key) => measured.map((one) => one[key]).sort((a, b) => a - b)[ROUNDS >> 1];
    const slowed = `the processor slowed ${SLOWED} times`;
    note(`pocket, search ready from its files at ${measured[0].count} entries, ${slowed}`, "1.5 s", `${(middle("ready") / 1000).toFixed(2)} s`, middle("ready") <= 1500);
    note(`pocket, 95 of 100 keystrokes at ${measured[0].count} entries, ${slowed}`, "15 ms", `${middle("p95").toFixed(1)} ms (half ${middle("p50").toFixed(1)} ms, longest ${middle("longest").toFixed(1)} ms)`, middle("p95") <= 15);
    note("pocket, gzip of the search", "20 KB", `${kilobytes["/search.js"].toFixed(1)} KB (words ${kilobytes["/words"].toFixed(1)} KB, index with all towns ${kilobytes["/index"].toFixed(1)} KB)`, kilobytes["/search.js"] <= 20);
  } finally {
    await browser.close();
  }
}

// Runs in the page. The clock of a page is coarse: keystrokes are timed as they come, and a hundred of them are read at once.
async function measure(typed) {
  const [index, words] = await Promise.all([fetch("/index").then((r) => r.arrayBuffer()), fetch("/words").then((r) => r.text())]);
  const begun = performance.now();
  const { PocketSearch, Words } = await import("/search.js");
  const search = new PocketSearch(new Uint8Array(index), new Words(JSON.parse(words)));
  search.search({ text: "", now: Date.UTC(2026, 10, 18, 15, 30) });
  const ready = performance.now() - begun;
  const taken = [];
  for (const near of [null, { latitude: 14.9, longitude: -92.25 }, { latitude: 19.45, longitude: -99.15 }])
    for (const [language, text] of typed)
      for (let length = 1; length <= text.length; length++) {
        const at = performance.now();
        search.search({ text: text.slice(0, length), language, near, now: Date.UTC(2026, 10, 18, 15, 30) + taken.length * 1000 });
        taken.push(performance.now() - at);
      }
  taken.sort((a, b) => a - b);
  return { count: search.count, ready, p50: taken[taken.length >> 1], p95: taken[Math.floor(taken.length * 0.95)], longest: taken[taken.length - 1] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await pocket(process.argv[2], (what, wanted, measured, holds) => console.log(`${holds ? "ok" : "NO"} ${what}: ${measured} (wanted ${wanted})`));
