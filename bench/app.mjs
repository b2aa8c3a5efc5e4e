// How soon a page is there on a bad line and a slow phone: the first time, again, and without a network from the pocket.
//   node bench/app.mjs Amparo.Web.dll
// The processor of the page is slowed four times by Chromium's own tools; that of the worker behind it cannot be, so the rows from the pocket say so.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { spawn } from "node:child_process";
import { amparo, median, sleep } from "./programs.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const SLOWED = 4, ROUNDS = 5, PORT = 5997, PACK = "gt-es";
const BAD_LINE = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const CUT = { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
const PAGES = { home: "/es/", list: "/es/centres?kind=shelter&country=GT" };
const at = `http://127.0.0.1:${PORT}`;

/** @param note Takes a row of the table: what, wanted, measured, whether it holds. */
export async function app(program, note) {
  const folder = mkdtempSync(join(tmpdir(), "amparo-app-"));
  for (const verb of [["db", "migrate"], ["keys", "init", "--demonstration"], ["demo"], ["publish"], ["pack", "build"]]) amparo(program, ...verb, "--data", folder);
  const server = spawn("dotnet", [program, "serve", "--port", String(PORT), "--data", folder], { stdio: "ignore" });
  const { chromium } = createRequire(join(root, "tests/Browser/package.json"))("playwright-core");
  const browser = await chromium.launch({ executablePath: process.env.AMPARO_CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
  const seconds = (list, key) => median(list.map((one) => one[key])) / 1000;
  const say = (what, wanted, measured) => note(`${what}, the processor slowed ${SLOWED} times`, `${wanted} s`, `${measured.toFixed(2)} s`, measured <= wanted);
  try {
    while (!(await fetch(`${at}/packs`).then((a) => a.ok && a.text().then((t) => t.includes(`"${PACK}"`)), () => false))) await sleep(200);
    for (const [name, path] of Object.entries(PAGES)) {
      const [fresh, again, cut, cold] = [[], [], [], []];
      for (let round = 0; round < ROUNDS; round++) {
        const context = await browser.newContext({ locale: "es" });
        fresh.push(await visit(context, path, BAD_LINE));
        again.push(await visit(context, path, BAD_LINE));
        await keep(context);
        await visit(context, path, CUT);
        cut.push(await visit(context, path, CUT));
        cold.push(await visit(context, path, CUT, true));
        await context.close();
      }
      say(`first content of ${name}, first time, 400 kbit/s and 400 ms`, 1.5, seconds(fresh, "paint"));
      say(`${name} ready to be used, first time, 400 kbit/s and 400 ms`, 2, seconds(fresh, "ready"));
      say(`first content of ${name} again within a minute`, 0.3, seconds(again, "paint"));
      say(`first content of ${name} from the pocket, no network (the worker not slowed)`, 0.3, seconds(cut, "paint"));
      say(`first content of ${name} from the pocket after a cold start, no network (the worker not slowed)`, 1.5, seconds(cold, "paint"));
    }
  } finally {
    await browser.close();
    server.kill("SIGTERM");
    await new Promise((done) => server.once("exit", done));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function keep(context) {
  const page = await context.newPage();
  await page.goto(`${at}/es/packs`);
  await page.locator(`[data-pack="${PACK}"] [data-keep]`).click();
  await page.locator(`[data-pack="${PACK}"] [data-kept]`).waitFor({ state: "visible" });
  await page.close();
}

async function visit(context, path, line, isCold = false) {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  if (isCold) {
    await client.send("ServiceWorker.enable");
    await client.send("ServiceWorker.stopAllWorkers");
  }
  await client.send("Network.enable");
  await client.send("Network.emulateNetworkConditions", line);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.goto(at + path, { waitUntil: "load" });
  const measured = await page.evaluate(() => new Promise((resolve) => new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0]?.startTime;
    if (paint !== undefined) resolve({ paint, ready: Math.max(paint, performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd) });
  }).observe({ type: "paint", buffered: true })));
  await page.close();
  return measured;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await app(process.argv[2], (what, wanted, measured, holds) => console.log(`| ${what} | ${wanted} | ${measured} | ${holds ? "holds" : "**missed**"} |`));
