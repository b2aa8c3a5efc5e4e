// What an import takes, and how soon one changed entry reaches readers. Part of bench/run; by itself:
//   node bench/imports.mjs Amparo.Web.dll [--long]
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { writeCsv, writeXlsx } from "./lists.mjs";
import { amparo, serve, sleep } from "./programs.mjs";

const MEGABYTE = 1 << 20;

/** Runs a verb and watches what it takes of the machine. */
export function watched(program, ...words) {
  const begun = performance.now();
  const child = spawn("dotnet", [program, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "", peak = 0, cpu = 0;
  child.stdout.on("data", part => { said += part; });
  child.stderr.on("data", part => { said = (said + part).slice(-20_000); });
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
      const times = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      cpu = (Number(times[11]) + Number(times[12])) / 100;
    } catch {}
  }, 50);
  return new Promise((done, failed) => child.once("close", code => {
    clearInterval(look);
    const seconds = (performance.now() - begun) / 1000;
    if (code === 0) done({ said, seconds, cpu, peakMegabytes: peak }); else failed(new Error(`${words[0]} ended with ${code}: ${said.slice(-2000)}`));
  }));
}

/** Does the work while so many processes keep the machine busy. */
async function beside(busy, work) {
  const children = Array.from({ length: busy }, () => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
  try {
    return await work();
  } finally {
    for (const child of children) child.kill("SIGKILL");
  }
}

const fresh = (program, folder, name) => {
  const data = join(folder, name);
  amparo(program, "db", "migrate", "--data", data);
  return data;
};

/** 10,000 messy rows, really taken in, while two other processes want both cores. */
export async function messy(program, folder, note) {
  writeCsv(join(folder, "messy.csv"), 10_000);
  const took = await beside(2, () => watched(program, "import", join(folder, "messy.csv"), "--data", fresh(program, folder, "messy")));
  note("import 10,000 messy rows beside two busy processes, as a whole process", "20 s", `${took.seconds.toFixed(1)} s (${took.cpu.toFixed(1)} s of processor, ${Math.round(took.peakMegabytes)} MB)`, took.seconds <= 20);
}

/** Two sheets of 2 GB: what an import holds in memory must not grow with the file. */
export async function sheets(program, folder, note, rows = 100_000, bytes = 20_900) {
  const data = fresh(program, folder, "sheets");
  for (const [kind, write] of [["CSV", writeCsv], ["XLSX", writeXlsx]]) {
    const read = async count => {
      const path = join(folder, `sheet.${kind.toLowerCase()}`);
      const size = write(path, count, bytes);
      const took = await watched(program, "import", path, "--dry-run", "--data", data);
      rmSync(path);
      return { ...took, size };
    };
    const [tenth, whole] = [await read(rows / 10), await read(rows)];
    const grows = whole.peakMegabytes / tenth.peakMegabytes;
    note(`memory of reading a sheet of ${Math.round(whole.size / MEGABYTE).toLocaleString("en")} MB (${kind}), of one of a tenth`, "1.2 or less", `${grows.toFixed(2)} (${Math.round(whole.peakMegabytes)} MB against ${Math.round(tenth.peakMegabytes)} MB; ${whole.seconds.toFixed(0)} s)`, grows <= 1.2);
  }
}

/** One entry of a list changes in an installation that holds many: what publishing it costs, and when a reader sees it. */
export async function oneChanged(program, folder, data, many, port, note) {
  const profile = join(folder, "one.json");
  writeFileSync(profile, JSON.stringify({
    name: "one", list: "one", format: "table", key: ["id"], demonstration: true, official: { organisation: "Bench", document: "Bench" },
    fields: { id: "id", name: "name", kind: "kind", country: "country", latitude: "latitude", longitude: "longitude" },
  }));
  const say = name => {
    writeFileSync(join(folder, "one.csv"), `id,name,kind,country,latitude,longitude\n1,${name},food,GT,14.62,-90.52\n`);
    return watched(program, "import", join(folder, "one.csv"), "--profile", profile, "--approve", "--data", data);
  };
  await say("Comedor antes del cambio");
  amparo(program, "publish", "--data", data);
  await say("Comedor del primer cambio");
  const published = await watched(program, "publish", "--data", data);
  const readIn = Number(/read in ([\d.]+) s/.exec(published.said)?.[1] ?? published.seconds);
  note(`publish one changed entry among ${many}`, "2 s", `${readIn.toFixed(2)} s (${published.seconds.toFixed(2)} s as a whole process)`, published.seconds <= 2);

  const server = await serve(program, ["serve", "--port", String(port), "--data", data], port);
  const waits = [];
  try {
    for (const name of ["Comedor del segundo cambio", "Comedor del tercer cambio", "Comedor del cuarto cambio"]) {
      await say(name);
      const changed = performance.now();
      for (let tries = 0; ; tries++) {
        // Another address each time, so that no kept page answers.
        if ((await (await fetch(`${server.at}/es/centres?q=${encodeURIComponent(name)}&near=${(10 + tries % 80 * 0.05).toFixed(2)},-90.50`)).text()).includes(name)) break;
        if (performance.now() - changed > 60_000) throw new Error("the change was not published in a minute");
        await sleep(40);
      }
      waits.push((performance.now() - changed) / 1000);
    }
  } finally {
    await server.stop();
  }
  note(`one changed entry among ${many} at readers, after its import ended`, "10 s", `${Math.max(...waits).toFixed(2)} s, the longest of ${waits.length}`, Math.max(...waits) <= 10);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [program, ...flags] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), "amparo-imports-"));
  const note = (what, wanted, measured, holds) => console.log(`${holds ? "ok" : "NO"} ${what}: ${measured} (wanted ${wanted})`);
  try {
    await messy(program, folder, note);
    const data = join(folder, "large");
    for (const words of [["db", "migrate"], ["keys", "init", "--demonstration"], ["demo", "--count", "100000"], ["publish"]]) amparo(program, ...words, "--data", data);
    await oneChanged(program, folder, data, "100,000", 5993, note);
    if (flags.includes("--long")) await sheets(program, folder, note);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
