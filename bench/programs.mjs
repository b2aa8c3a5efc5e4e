// Starting, asking and stopping the programs that are measured.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export const sleep = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** Runs a verb to its end; returns what it printed and how many seconds it took. */
export function amparo(program, ...words) {
  const begun = performance.now();
  const said = execFileSync("dotnet", [program, ...words], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], maxBuffer: 1 << 26 });
  return { said, seconds: (performance.now() - begun) / 1000 };
}

/** Starts a server, which makes no packs, and waits until it answers `path`; returns its address, its start in seconds, and how to stop it. */
export async function serve(program, words, port, path = "/health/ready") {
  const begun = performance.now();
  const child = spawn("dotnet", [program, ...words], { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, AMPARO__Packs: "off" } });
  const at = `http://127.0.0.1:${port}`;
  for (;;) {
    try {
      if ((await fetch(at + path)).ok) break;
    } catch {}
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    if (performance.now() - begun > 180_000) throw new Error("the server was not ready in three minutes");
    await sleep(15);
  }
  return {
    at, pid: child.pid, seconds: (performance.now() - begun) / 1000,
    residentMegabytes: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))[1]) / 1024,
    stop: () => new Promise(done => { child.once("exit", done); child.kill("SIGTERM"); }),
  };
}

/** Requests per second of one address (or of a list of addresses that a script walks), by wrk. */
export function load(url, { seconds = 5, connections = 32, script } = {}) {
  const said = execFileSync("wrk", ["-t1", `-c${connections}`, `-d${seconds}s`, "-H", "Accept-Encoding: br, gzip", ...(script ? ["-s", script] : []), url], { encoding: "utf8" });
  const wrong = /Non-2xx or 3xx responses: (\d+)/.exec(said);
  if (wrong) throw new Error(`${url}: ${wrong[1]} answers were no success`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1]);
}

/** Milliseconds of processor that a process has taken. */
export const processorOf = pid => {
  const times = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(times[11]) + Number(times[12])) * 10;
};

export const median = numbers => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** How many of `what` go where one of the yardstick goes: in turn, so that a slow minute of the machine slows both. */
export function ratio(yardstick, what, rounds) {
  const pairs = Array.from({ length: rounds }, () => { const one = yardstick(); return [what() / one, one]; });
  return { ratio: median(pairs.map(p => p[0])), yardstick: median(pairs.map(p => p[1])) };
}
