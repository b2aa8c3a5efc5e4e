// Called by bench/run: measures, and writes the table in bench/README.md.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { amparo, load, median, ratio, serve, sleep } from "./programs.mjs";
import { database, massHidden, pages } from "./console.mjs";
import { messy, oneChanged, sheets } from "./imports.mjs";
import { mapSizes } from "./map.mjs";
import { made, sizes } from "./packs.mjs";
import { pocket } from "./pocket.mjs";
import { latencies } from "./rate.mjs";

const [out, ...flags] = process.argv.slice(2);
const [quick, long] = [flags.includes("--quick"), flags.includes("--long")];
const here = dirname(fileURLToPath(import.meta.url));
const program = join(out, "published", "Amparo.Web.dll");
const folder = mkdtempSync(join(tmpdir(), "amparo-bench-"));
const rounds = quick ? 2 : 3, seconds = quick ? 2 : 4;
const rows = [];
const note = (what, target, measured, holds) => { rows.push({ what, target, measured, holds }); console.error(`${holds === null ? "  " : holds ? "ok" : "NO"} ${what}: ${measured} (wanted ${target})`); };
const two = number => number.toFixed(2);

function installation(name, count) {
  const data = join(folder, name);
  amparo(program, "db", "migrate", "--data", data);
  amparo(program, "keys", "init", "--demonstration", "--data", data);
  amparo(program, "demo", "--count", String(count), "--data", data);
  const published = amparo(program, "publish", "--data", data);
  return { data, readIn: Number(/read in ([\d.]+) s/.exec(published.said)?.[1] ?? published.seconds), seconds: published.seconds };
}

// Addresses that were not asked before: a different cell each time, so that nothing is answered from kept bytes.
let asked = 0;
function freshSearches(lang = "es") {
  const script = join(folder, `fresh-${asked}.lua`);
  writeFileSync(script, `local n = ${(asked++ * 37_000) % 270_000}
local kinds = {"shelter", "food", "health", "legal", "consular", "women"}
request = function()
  n = n + 1
  local lat, lon = 8 + (n % 400) * 0.05, -116 + (math.floor(n / 400) % 700) * 0.05
  return wrk.format("GET", string.format("/${lang}/centres?kind=%s&near=%.2f,%.2f", kinds[n % 6 + 1], lat, lon))
end
`);
  return script;
}

const small = installation("small", 1600);
note("publish 1,600 centres, as a whole process", "2 s", `${two(small.seconds)} s`, small.seconds <= 2);

const bare = await serve(join(out, "bare", "Amparo.Bare.dll"), ["--urls", "http://127.0.0.1:5991"], 5991, "/");
// The first start of all reads the program from the disk: three, and the middle one counts.
let server = await serve(program, ["serve", "--port", "5992", "--data", small.data], 5992);
const starts = [server.seconds];
while (starts.length < 3) {
  await server.stop();
  server = await serve(program, ["serve", "--port", "5992", "--data", small.data], 5992);
  starts.push(server.seconds);
}
note("published build ready", "2 s", `${two(median(starts))} s, the middle of ${starts.map(two).join(", ")}`, median(starts) <= 2);
const firstPage = await (await fetch(`${server.at}/es/centres?kind=shelter&near=tapachula-mx`)).text();
const slug = /\/es\/centres\/([a-z0-9-]+-[a-z0-9]{6})"/.exec(firstPage)[1];
const service = (await (await fetch(`${server.at}/api/hsds/v3/services?per_page=1`)).json()).contents[0].id;
const live = () => load(`${server.at}/health/live`, { seconds });
for (let i = 0; i < 3; i++) { live(); load(`${server.at}/es/centres/${slug}`, { seconds: 2 }); load(`${server.at}/es/centres`, { seconds: 2, script: freshSearches() }); }

const against = (what, target, measure) => { const { ratio: r, yardstick } = ratio(live, measure, rounds); note(`${what}, of /health/live`, `${target} or more`, `${two(r)} (at ${Math.round(yardstick)} requests/s)`, r >= target); return r; };
{
  const { ratio: r, yardstick } = ratio(() => load("http://127.0.0.1:5991/", { seconds }), live, rounds);
  note("/health/live, of a bare Kestrel ok", "0.8 or more", `${two(r)} (at ${Math.round(yardstick)} requests/s)`, r >= 0.8);
}
against("a centre page", 0.8, () => load(`${server.at}/es/centres/${slug}`, { seconds }));
const searchSmall = against("a search page rendered anew", 0.08, () => load(server.at, { seconds, script: freshSearches() }));
against("a search page repeated", 0.5, () => load(`${server.at}/es/centres?kind=shelter&near=tapachula-mx`, { seconds }));
against("one HSDS service", 0.4, () => load(`${server.at}/api/hsds/v3/services/${service}`, { seconds }));
against("a page of 20 HSDS services", 0.1, () => load(`${server.at}/api/hsds/v3/services?per_page=20`, { seconds }));

const mixed = ["/es/", `/es/centres/${slug}`, "/es/centres?kind=food&near=tijuana-mx", "/fr/centres?q=dokte", "/ht/centres?q=abri+tapachula", "/en/centres?kind=shelter&country=GT", "/es/danger", `/api/hsds/v3/services/${service}`];
const duration = quick ? 5 : 20;
await latencies(server.at, mixed, 200, 3);
const tails = [];
for (let i = 0; i < (quick ? 1 : 3); i++) {
  const calm = await latencies(server.at, ["/health/live"], 200, duration);
  const busy = await latencies(server.at, mixed, 200, duration);
  tails.push({ ratio: busy.p99 / calm.p99, busy: busy.p99, calm: calm.p99 });
}
const tail = tails.sort((a, b) => a.ratio - b.ratio)[Math.floor(tails.length / 2)];
note("p99 of 200 mixed requests/s, of /health/live at the same rate", "6 or less", `${two(tail.ratio)} (${two(tail.busy)} ms against ${two(tail.calm)} ms)`, tail.ratio <= 6);
note("memory with 1,600 centres after all that", "220 MB", `${Math.round(server.residentMegabytes())} MB`, server.residentMegabytes() <= 220);
for (const [what, path] of [["home", "/es/"], ["list", "/es/centres?kind=shelter&near=tapachula-mx"], ["centre", `/es/centres/${slug}`]]) {
  const answer = await fetch(server.at + path, { headers: { "accept-encoding": "br" } });
  await answer.arrayBuffer();
  const bytes = Number(answer.headers.get("content-length"));
  note(`first response of ${what}, with its styles`, "14 KB", `${(bytes / 1024).toFixed(1)} KB`, bytes <= 14 * 1024);
}
await server.stop();
sizes(join(here, "../artifacts/pack-figures.json"), note);
mapSizes(join(here, "../web"), note);
await made(program, small.data, 5995, seconds, rounds, note);

const large = installation("large", quick ? 20_000 : 100_000);
const many = quick ? "20,000" : "100,000";
note(`publish ${many} centres, as a whole process`, "60 s", `${two(large.seconds)} s`, large.seconds <= 60);
const again = amparo(program, "publish", "--data", large.data);
note(`publish again after no change among ${many}, as a whole process`, "2 s", `${two(again.seconds)} s`, again.seconds <= 2);
server = await serve(program, ["serve", "--port", "5992", "--data", large.data], 5992);
note(`ready with ${many} centres`, "told", `${two(server.seconds)} s`, null);
load(server.at, { seconds: 3, script: freshSearches() });
const searchLarge = ratio(live, () => load(server.at, { seconds, script: freshSearches() }), rounds).ratio;
note(`a search at ${many} costs, of one at 1,600`, "1.5 or less", two(searchSmall / searchLarge), searchSmall / searchLarge <= 1.5);
await sleep(1000);
note(`memory with ${many} centres`, "500 MB", `${Math.round(server.residentMegabytes())} MB`, server.residentMegabytes() <= 500);
await server.stop();
await bare.stop();

await oneChanged(program, folder, large.data, many, 5992, note);
await messy(program, folder, note);
if (long) await sheets(program, folder, note);

// The search alone, without server and page: does it stay flat, and what does an index keep?
const bareSearch = execFileSync("dotnet", [join(out, "search", "Amparo.Bench.dll"), join(out, "search", "geodata"), "1600", "100000", ...(quick ? [] : ["1000000"])], { encoding: "utf8" })
  .trim().split("\n").map(line => line.split("\t").map(Number));
for (const [entries, micros, bytes] of bareSearch.slice(1)) {
  const many = entries.toLocaleString("en-US"), times = micros / bareSearch[0][1];
  const told = `${two(times)} of 1,600's ${bareSearch[0][1]} µs; index ${Math.round(bytes / 1048576)} MB`;
  if (entries === 100_000) note(`a bare search at ${many} entries`, "1.5 or less", told, times <= 1.5);
  else note(`a bare search at ${many} entries`, "told", told, null);
}

{
  const files = join(folder, "pocket");
  execFileSync("dotnet", [join(out, "search", "Amparo.Bench.dll"), join(out, "search", "geodata"), "--pocket", files]);
  await pocket(files, note);
}

{
  const audit = join(folder, "audit");
  mkdirSync(audit);
  const records = quick ? 100_000 : 1_000_000;
  const said = JSON.parse(execFileSync("dotnet", [join(out, "audit", "Amparo.Bench.dll"), audit, String(records)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n").at(-1));
  note(`verify ${records.toLocaleString("en")} records of the audit`, "5 s", `${two(said.verified)} s (${two(said.cpu)} s of CPU, ${said.megabytes} MB)`, said.verified <= 5);
}

{
  const said = JSON.parse(execFileSync("dotnet", [join(out, "sealing", "Amparo.Bench.dll")], { encoding: "utf8" }).trim());
  note("a section of 4 KiB sealed under a new key, which is wrapped", "100 µs", `${said.sealing.toFixed(1)} µs, ${(said.sealing / said.bytes).toFixed(1)} × making it into bytes`, said.sealing <= 100);
  note("the same opened; its key wrapped for a team that the writer is not in", "told", `${said.opening.toFixed(1)} µs; ${Math.round(said.toOthers)} µs`, null);
}

const postgres = process.env.AMPARO_BENCH_POSTGRES;
for (const engine of postgres ? ["SQLite", "PostgreSQL"] : ["SQLite"]) {
  const asking = join(folder, `asking-${engine}`);
  mkdirSync(asking);
  const entries = quick ? 20_000 : 100_000;
  const env = { ...process.env, AMPARO__Database: engine === "SQLite" ? "" : database(postgres, "asking") };
  const said = JSON.parse(execFileSync("dotnet", [join(out, "asking", "Amparo.Bench.dll"), asking, String(entries)], { encoding: "utf8", env, stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n").at(-1));
  note(`queue the monthly question to ${entries.toLocaleString("en")} entries (${engine})`, "60 s", `${two(said.queued)} s (nothing to do: ${two(said.again)} s; ${said.megabytes} MB)`, said.queued <= 60);
}

{
  const desk = join(out, "desk", "Amparo.Bench.dll");
  await pages(program, desk, folder, quick ? [10_000] : [10_000, 100_000], 5994, note, postgres);
  await massHidden(program, desk, folder, quick ? 10_000 : 100_000, 5994, note);
}

try {
  const browser = JSON.parse(readFileSync(join(here, "../artifacts/browser-figures.json"), "utf8"));
  for (const [what, milliseconds] of Object.entries(browser.firstContentMs ?? {}).filter(f => f[0] !== "line")) note(`first content of ${what} at 400 kbit/s and 400 ms`, "1.2 s", `${two(milliseconds / 1000)} s`, milliseconds <= 1200);
} catch {
  console.error("No figures of the browser: run ./test first.");
}

const table = ["| what | wanted | measured | |", "|---|---|---|---|", ...rows.map(r => `| ${r.what} | ${r.target} | ${r.measured} | ${r.holds === null ? "" : r.holds ? "holds" : "**missed**"} |`)].join("\n");
const readme = join(here, "README.md");
const machine = `${cpus().length} × ${cpus()[0].model.trim()}, ${new Date().toISOString().slice(0, 10)}, ${rounds} rounds of ${seconds} s${quick ? ", quick" : ""}`;
writeFileSync(readme, readFileSync(readme, "utf8").replace(/<!-- table -->[\s\S]*<!-- end -->/, () => `<!-- table -->\n${machine}\n\n${table}\n<!-- end -->`));
rmSync(folder, { recursive: true, force: true });
console.error(`Written to bench/README.md. ${rows.filter(r => r.holds === false).length} missed.`);
