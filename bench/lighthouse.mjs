// Lighthouse, mobile preset, against a server with demonstration data:  node bench/lighthouse.mjs Amparo.Web.dll
// It needs `npm ci` in bench/lighthouse and a Chromium (CHROME_PATH, else /usr/bin/chromium).
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { amparo, median, serve } from "./programs.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const WANTED = 98, ROUNDS = 3, PORT = 5996;
const GROUPS = ["performance", "accessibility", "best-practices", "seo"];

/** @param note Takes a row of the table: what, wanted, measured, whether it holds. */
export async function lighthouse(program, note) {
  const own = createRequire(join(here, "lighthouse/package.json"));
  const [{ default: run }, chrome] = [await import(pathToFileURL(own.resolve("lighthouse"))), await import(pathToFileURL(own.resolve("chrome-launcher")))];
  const folder = mkdtempSync(join(tmpdir(), "amparo-lighthouse-"));
  const data = ["--data", folder];
  for (const verb of [["db", "migrate"], ["keys", "init", "--demonstration"], ["demo"], ["publish"]]) amparo(program, ...verb, ...data);
  process.env.AMPARO__PublicUrl = `http://127.0.0.1:${PORT}`;
  const server = await serve(program, ["serve", "--port", String(PORT), ...data], PORT);
  const browser = await chrome.launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] });
  try {
    const list = await (await fetch(`${server.at}/es/centres?kind=food&near=tapachula-mx`)).text();
    const pages = { home: "/es/", list: "/es/centres", centre: /"(\/es\/centres\/[a-z0-9-]+-[a-z0-9]{6})"/.exec(list)[1] };
    for (const [name, path] of Object.entries(pages)) {
      const rounds = [];
      for (let i = 0; i < ROUNDS; i++) rounds.push((await run(server.at + path, { port: browser.port, onlyCategories: GROUPS, logLevel: "silent" })).lhr);
      for (const group of GROUPS) {
        const score = Math.round(median(rounds.map((lhr) => lhr.categories[group].score * 100)));
        const wrong = Object.values(rounds[0].categories[group].auditRefs).map((ref) => rounds[0].audits[ref.id]).filter((audit) => audit.score !== null && audit.score < 1 && audit.scoreDisplayMode !== "informative").map((audit) => audit.id);
        note(`Lighthouse, ${group} of ${name}`, `${WANTED} or more`, `${score}${score < 100 && wrong.length ? ` (${wrong.join(", ")})` : ""}`, score >= WANTED);
      }
    }
  } finally {
    browser.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await lighthouse(process.argv[2], (what, wanted, measured, holds) => console.log(`| ${what} | ${wanted} | ${measured} | ${holds ? "holds" : "**missed**"} |`));
