// One server for the whole run, over invented data in a folder of its own that is deleted at the end.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";

// Links in print and in shared codes come from this setting, never from where the server happens to listen.
export const PUBLIC_URL = "https://amparo.example";
const READY = /^Amparo is ready on (http:\/\/\S+?)\/?$/;

const program = resolve(process.env.AMPARO_PROGRAM ?? "../../src/Web/bin/Release/net10.0/Amparo.Web.dll");
const environment = { ...process.env, AMPARO__PublicUrl: PUBLIC_URL, DOTNET_NOLOGO: "1" };

let folder;
let server;
let said = "";

function start(...verb) {
  const child = spawn("dotnet", [program, ...verb, ...(verb.includes("--data") || verb.includes("--public") ? [] : ["--data", folder])], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (part) => { errors = (errors + part).slice(-8000); });
  return { child, said: () => errors };
}

/** Runs verbs over a copy of the served data and answers with a file of it: what they change, the server does not see. */
export async function inACopy(verbs, ...path) {
  const copy = mkdtempSync(join(tmpdir(), "amparo-browser-"));
  try {
    cpSync(folder, copy, { recursive: true });
    for (const verb of verbs) await run(...verb, "--data", copy);
    return readFileSync(join(copy, ...path));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function run(...verb) {
  const { child, said: errors } = start(...verb);
  child.stdout.resume();
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${verb.join(" ")} ended with ${code}:\n${errors()}`);
}

/** Runs a verb over the served data and answers with what it printed. */
export async function runVerb(...verb) {
  const { child, said: errors } = start(...verb);
  let printed = "";
  child.stdout.on("data", (part) => { printed += part; });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${verb.join(" ")} ended with ${code}:\n${errors()}`);
  return printed;
}

/** Makes a new pack of this name, as if the one that there is had been made yesterday: only of days that are over there are deltas. */
export async function aDayLater(name) {
  const file = join(folder, "packs", "catalogue.json");
  const [today, yesterday] = [0, 1].map((days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10));
  // The server makes packs too: while it does, the command is refused, or what was written here is written over.
  for (let tries = 1; ; tries++) {
    const catalogue = JSON.parse(readFileSync(file));
    const row = catalogue.Packs[name];
    const earlier = new Date(Date.parse(row.MadeAt) - 25 * 3_600_000).toISOString();
    Object.assign(row, { MadeAt: earlier, Days: { [yesterday]: row.Days[today] ?? row.Days[yesterday] } });
    writeFileSync(file, JSON.stringify(catalogue));
    const refused = await run("pack", "build", "--data", folder).catch((error) => error);
    if (!refused && new Date(JSON.parse(readFileSync(file)).Packs[name].MadeAt) - new Date(earlier) > 24 * 3_600_000 && Object.keys(JSON.parse(readFileSync(file)).Packs[name].Days).includes(yesterday)) return;
    if (tries === 5) throw refused ?? new Error(`${name} was not made anew`);
  }
}

/** Runs `act` with the address of a hub's copy of the served site, in a folder of its own that knows its root. */
export async function atHub(upstream, act) {
  const around = mkdtempSync(join(tmpdir(), "amparo-browser-"));
  const { child, said: errors } = start("serve", "--public", "--editions", join(around, "editions"), "--upstream", upstream, "--root", join(folder, "keys", "root.public"), "--url", "http://127.0.0.1:0", "--every", "1");
  try {
    return await act(await readyAt(child, errors));
  } finally {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
    rmSync(around, { recursive: true, force: true });
  }
}

/** Prepares the data and serves it; answers with the address, without a slash at the end. */
export async function startSite() {
  if (!existsSync(program)) throw new Error(`${program} is not built. AMPARO_PROGRAM names the Amparo.Web.dll to try.`);
  folder = mkdtempSync(join(tmpdir(), "amparo-browser-"));
  await run("db", "migrate");
  await run("keys", "init", "--demonstration");
  await run("demo");
  await run("publish");
  const { child, said: errors } = start("serve", "--port", "0");
  server = child;
  said = errors;
  return readyAt(child, errors);
}

async function readyAt(child, errors) {
  for await (const line of createInterface({ input: child.stdout })) {
    const ready = READY.exec(line);
    if (!ready) continue;
    child.stdout.resume();
    return ready[1];
  }
  throw new Error(`The server ended before it was ready:\n${errors()}`);
}

/** What the server complained of; shown where a test failed. */
export const serverErrors = () => (typeof said === "function" ? said() : "");

export async function stopSite() {
  if (server && server.exitCode === null) {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    const late = setTimeout(() => server.kill("SIGKILL"), 10_000);
    await gone;
    clearTimeout(late);
  }
  if (folder) rmSync(folder, { recursive: true, force: true });
}
