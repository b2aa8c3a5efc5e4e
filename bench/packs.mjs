// The rows on packs: sizes that the last ./test counted over real lists, and how fast they are made and sent.
import { readFileSync } from "node:fs";
import { amparo, load, ratio, serve } from "./programs.mjs";

const one = number => number.toFixed(1);

/** Sizes of `artifacts/pack-figures.json`, which a test over the shared lists writes. */
export function sizes(file, note) {
  let f;
  try {
    f = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    console.error("No figures of packs: run ./test with the shared data first.");
    return;
  }
  const whole = `${f.entries} entries of real text, one language`;
  note(`pack of ${whole}, Brotli`, "150 KB", `${one(f.brotli_kb)} KB`, f.brotli_kb <= 150);
  note(`pack of ${whole}, the file (gzip)`, "180 KB", `${one(f.gzip_kb)} KB`, f.gzip_kb <= 180);
  note(`pack of one country with ${f.country_entries} such entries, the file`, "40 KB", `${one(f.country_gzip_kb)} KB`, f.country_gzip_kb <= 40);
  note("delta of a week of that (a quarter confirmed anew, 1 in 100 rewritten, 1 in 200 gone and come)", "10 KB", `${one(f.delta_kb)} KB`, f.delta_kb <= 10);
}

/** Making all packs of a demonstration, and sending one. */
export async function made(program, data, port, seconds, rounds, note) {
  const built = amparo(program, "pack", "build", "--data", data);
  note("all packs of 1,600 centres in five languages, as a whole process", "told", `${one(built.seconds)} s`, null);
  const again = amparo(program, "pack", "build", "--data", data);
  note("the same after no change", "told", `${one(again.seconds)} s`, null);
  const server = await serve(program, ["serve", "--port", String(port), "--data", data], port);
  const { ratio: r, yardstick } = ratio(() => load(`${server.at}/health/live`, { seconds }), () => load(`${server.at}/packs/hn-es`, { seconds }), rounds);
  note("sending a pack of one country, of /health/live", "0.5 or more", `${r.toFixed(2)} (at ${Math.round(yardstick)} requests/s)`, r >= 0.5);
  await server.stop();
}
