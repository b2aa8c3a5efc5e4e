// What a hub's copy takes: its start, its memory before and after all pages, and how soon a new edition is there.
//   node bench/hub.mjs Amparo.Web.dll [centres]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { amparo, median, serve, sleep } from "./programs.mjs";

const [program, centres = "1600"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "amparo-hub-bench-"));
const say = (what, measured) => console.log(`| ${what} | told | ${measured} | |`);

try {
  const data = join(folder, "server");
  amparo(program, "keys", "init", "--demonstration", "--data", data);
  amparo(program, "db", "migrate", "--data", data);
  amparo(program, "demo", "--count", centres, "--data", data);
  amparo(program, "publish", "--data", data);
  const root = join(data, "keys", "root.public");
  const options = ["serve", "--public", "--editions", join(data, "editions"), "--url", "http://127.0.0.1:5391"];

  const starts = [];
  for (let i = 0; i < 5; i++) {
    const hub = await serve(program, options, 5391);
    starts.push(hub.seconds);
    if (i === 4) {
      const before = hub.residentMegabytes();
      const slugs = [...(await (await fetch(`${hub.at}/data/places.geojson`)).text()).matchAll(/centres\/([a-z0-9-]+)/g)].map(m => m[1]).slice(0, 400);
      for (const language of ["es", "en", "fr", "pt", "ht"])
        for (const path of ["", "danger?country=GT", "centres?kind=shelter", "centres?q=doctor", "consulates?from=HN&in=MX", ...slugs.map(s => `centres/${s}`)]) await (await fetch(`${hub.at}/${language}/${path}`)).text();
      say(`a hub's copy of ${centres} centres ready, as a whole process`, `${median(starts).toFixed(2)} s`);
      say(`memory of a hub's copy of ${centres} centres, at the start and after ${5 * (slugs.length + 5)} pages`, `${before.toFixed(0)} MB, ${hub.residentMegabytes().toFixed(0)} MB`);
    }
    await hub.stop();
  }

  const server = await serve(program, ["serve", "--port", "5392", "--data", data], 5392);
  const begun = performance.now();
  const copy = await serve(program, ["serve", "--public", "--editions", join(folder, "hub", "editions"), "--root", root, "--upstream", server.at, "--url", "http://127.0.0.1:5393", "--every", "1"], 5393);
  say(`an empty copy has ${centres} centres from a server on the same machine, start included`, `${((performance.now() - begun) / 1000).toFixed(2)} s`);
  await copy.stop();
  await server.stop();
  await sleep(100);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
