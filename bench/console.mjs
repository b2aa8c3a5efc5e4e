// What a page of the console costs, and how soon a mass hiding reaches readers. Part of bench/run; by itself:
//   node bench/console.mjs Amparo.Web.dll DESK/Amparo.Bench.dll [entries ...]      (PostgreSQL where AMPARO_BENCH_POSTGRES is set)
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { amparo, median, processorOf, serve, sleep } from "./programs.mjs";

const PAGES = [
  ["list", "/console/places"], ["list of one state", "/console/places?state=queued"], ["list by date", "/console/places?sort=changed"], ["assurance queue", "/console/places/due"],
  ["map", "/console/places/map"], ["map of one square", "/console/places/map?at=14.-93.2"], ["search", "/console/places?q=casa"], ["start page", "/console"],
];
const LISTS = ["list", "list of one state", "list by date", "assurance queue"];

function asker(port, cookie) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  return (path, { method = "GET", headers = {}, body } = {}) => new Promise((done, failed) => {
    const request = http.request({ host: "127.0.0.1", port, path, method, agent, headers: { host: `localhost:${port}`, cookie, ...headers } }, answer => {
      const parts = [];
      answer.on("data", part => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    request.on("error", failed);
    request.end(body);
  });
}

/** Milliseconds of processor for one request: many, one after the other, until at least so much was spent that a tick does not matter. */
async function cost(ask, pid, path, least, warm = 20) {
  for (let i = 0; i < warm; i++) if ((await ask(path)).status !== 200) throw new Error(`${path} answered ${(await ask(path)).status}`);
  const begun = processorOf(pid);
  let requests = 0;
  while (processorOf(pid) - begun < least || requests < 100) { await ask(path); requests++; }
  return (processorOf(pid) - begun) / requests;
}

async function quiet(pid) {
  for (let calm = 0, tries = 0; calm < 3 && tries < 300; tries++) {
    const before = processorOf(pid);
    await sleep(1000);
    calm = processorOf(pid) - before <= 30 ? calm + 1 : 0;
  }
}

export function filled(desk, folder, count, database) {
  mkdirSync(folder, { recursive: true });
  return JSON.parse(execFileSync("dotnet", [desk, folder, String(count)], { encoding: "utf8", env: { ...process.env, AMPARO__Database: database ?? "" }, stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 }).trim().split("\n").at(-1));
}

/** An empty database in the cluster of this run. */
export function database(setting, name) {
  const host = /Host=([^;]+)/.exec(setting)[1];
  execFileSync(process.env.AMPARO_BENCH_PSQL ?? "psql", ["-h", host, "-U", "postgres", "-q", "-c", `CREATE DATABASE ${name}`], { stdio: ["ignore", "ignore", "inherit"] });
  return setting.replace(/Database=[^;]+/, `Database=${name}`);
}

/** Pages of the console at these sizes, of /health/live of the same server. */
export async function pages(program, desk, folder, counts, port, note, postgres) {
  for (const engine of postgres ? ["SQLite", "PostgreSQL"] : ["SQLite"]) {
    const smaller = {};
    for (const count of counts) {
      const data = join(folder, `desk-${engine}-${count}`), where = engine === "SQLite" ? null : database(postgres, `desk_${count}`);
      const { token, cookie } = filled(desk, data, count, where);
      process.env.AMPARO__Database = where ?? "";
      const server = await serve(program, ["serve", "--port", String(port), "--data", data], port, "/health/live");
      try {
        const ask = asker(port, `${cookie}=${token}`);
        await quiet(server.pid);
        const live = async () => median([await cost(ask, server.pid, "/health/live", 400), await cost(ask, server.pid, "/health/live", 400), await cost(ask, server.pid, "/health/live", 400)]);
        await cost(ask, server.pid, "/health/live", 400, 3000);
        for (const [what, path] of PAGES) {
          // The runtime makes fast code of what was called often; a server that has run for a minute has done so.
          await cost(ask, server.pid, path, 600, 800);
          const one = await live(), rounds = [];
          for (let i = 0; i < 3; i++) rounds.push(await cost(ask, server.pid, path, 600));
          const page = median(rounds), times = page / one, many = count.toLocaleString("en");
          note(`console, ${what} at ${many} (${engine}): processor of one request, of /health/live`, LISTS.includes(what) ? "15 or less" : "told", `${times.toFixed(1)} (${page.toFixed(2)} ms against ${one.toFixed(3)} ms)`, LISTS.includes(what) ? times <= 15 : null);
          if (smaller[what]) note(`console, ${what} at ${many} (${engine}), of the same at ${counts[0].toLocaleString("en")}`, "1.3 or less", (times / smaller[what]).toFixed(2), times / smaller[what] <= 1.3);
          else smaller[what] = times;
        }
      } finally {
        await server.stop();
        delete process.env.AMPARO__Database;
      }
    }
  }
}

/** A whole area leaves readers' sight: from the click to the first answer that hides it. */
export async function massHidden(program, desk, folder, count, port, note) {
  const data = join(folder, "hidden");
  const { token, cookie, area, inArea, slug } = filled(desk, data, count, null);
  amparo(program, "keys", "init", "--demonstration", "--data", data);
  amparo(program, "publish", "--data", data);
  const server = await serve(program, ["serve", "--port", String(port), "--data", data], port);
  try {
    await quiet(server.pid);
    const ask = asker(port, `${cookie}=${token}`);
    const page = await ask("/console/places/hidden/begin");
    const form = page.headers["set-cookie"].map(c => c.split(";")[0]).join("; ");
    const field = name => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(page.text)[1];
    const body = new URLSearchParams({ __RequestVerificationToken: field("__RequestVerificationToken"), once: field("once"), What: "area", Area: area, Reason: "danger" }).toString();
    if (!(await ask(`/es/centres/${slug}`)).text.includes("<h1")) throw new Error("the place is not there to be hidden");
    const begun = performance.now();
    const done = await ask("/console/places/hidden/begin", { method: "POST", body, headers: { cookie: `${cookie}=${token}; ${form}`, "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" } });
    if (done.status !== 302) throw new Error(`the hiding was answered with ${done.status}: ${/role="alert"[\s\S]{0,300}/.exec(done.text)?.[0]}`);
    for (let tries = 0; ; tries++) {
      const answer = await ask(`/es/centres/${slug}?x=${tries}`);
      if (!answer.text.includes("tel:") && !answer.text.includes(slug + ".jsonld")) break;
      if (performance.now() - begun > 120_000) throw new Error("it was still there after two minutes");
      await sleep(50);
    }
    const seconds = (performance.now() - begun) / 1000;
    note(`${inArea.toLocaleString("en")} places of an area hidden at once among ${count.toLocaleString("en")}: until readers no longer see them`, "10 s", `${seconds.toFixed(2)} s`, seconds <= 10);
  } finally {
    await server.stop();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [program, desk, ...sizes] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), "amparo-console-"));
  const note = (what, wanted, measured, holds) => console.log(`${holds === null ? "  " : holds ? "ok" : "NO"} ${what}: ${measured} (wanted ${wanted})`);
  const counts = sizes.length ? sizes.map(Number) : [10_000, 100_000];
  try {
    await pages(program, desk, folder, counts, 5994, note, process.env.AMPARO_BENCH_POSTGRES);
    await massHidden(program, desk, folder, counts.at(-1), 5994, note);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
