// Sends requests at a fixed rate, whether or not the ones before have come back, and tells how long each took.
import { Agent, get } from "node:http";
import { performance } from "node:perf_hooks";

export async function latencies(at, paths, perSecond, seconds) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const took = [];
  const begun = performance.now();
  const all = [];
  for (let i = 0; i < perSecond * seconds; i++) {
    const due = begun + i * 1000 / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise(done => setTimeout(done, wait));
    all.push(new Promise((done, failed) => get(at + paths[i % paths.length], { agent, headers: { "accept-encoding": "br" } }, answer => {
      answer.on("data", () => {}).on("end", () => { took.push(performance.now() - due); done(); });
    }).on("error", failed)));
  }
  await Promise.all(all);
  agent.destroy();
  took.sort((a, b) => a - b);
  return { p50: took[Math.floor(took.length * 0.5)], p99: took[Math.floor(took.length * 0.99)] };
}
