// What a question by SMS costs: each from another number, through the webhook that flows ask, its record included.
//   node bench/sms.mjs Amparo.Web.dll [centres]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { amparo, median, processorOf, serve } from "./programs.mjs";

const [program, centres = "1600"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "amparo-sms-bench-"));
const secret = "a secret of this bench only";
const ASKED = ["ALBERGUE TAPACHULA", "DOCTOR", "CONSULADO HONDURAS", "abogado tijuana", "shelter tapachula", "medecin tapachula", "EMERGENCIA", "comida en comitan", "me quieren matar", "AYUDA"];
const MESSAGES = 2_000, WARM = 200;
const said = [];

try {
  for (const verb of [["db", "migrate"], ["keys", "init", "--demonstration"], ["demo", "--count", centres], ["publish"]]) amparo(program, ...verb, "--data", folder);
  process.env.AMPARO__Sms__WebhookSecret = secret;
  const server = await serve(program, ["serve", "--port", "5396", "--data", folder], 5396);
  const write = async number => {
    const answer = await fetch(`${server.at}/sms/webhook`, {
      method: "POST", headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
      body: JSON.stringify({ contact: { urn: `tel:+5296212${String(number).padStart(5, "0")}` }, input: { uuid: `message-${number}`, text: ASKED[number % ASKED.length] } }),
    });
    const { text, parts } = await answer.json();
    if (!answer.ok || text === "" || parts > 2) throw new Error(`${ASKED[number % ASKED.length]}: ${answer.status}, ${parts} parts`);
  };
  for (let i = 0; i < WARM; i++) await write(i);
  const live = async () => (await fetch(`${server.at}/health/live`)).text();
  const costOf = async (count, one) => {
    const begun = processorOf(server.pid);
    for (let i = 0; i < count; i++) await one(i);
    return (processorOf(server.pid) - begun) / count;
  };
  await costOf(2_000, live);
  const yardstick = await costOf(10_000, live);
  const took = await costOf(MESSAGES, async i => {
    const begun = performance.now();
    await write(WARM + i);
    said.push(performance.now() - begun);
  });
  said.sort((a, b) => a - b);
  console.log(`| an SMS of ${centres} centres, asked by webhook: processor, of /health/live | told | ${(took / yardstick).toFixed(1)} (${took.toFixed(2)} ms against ${yardstick.toFixed(3)} ms) | |`);
  console.log(`| the same, until the answer is there: half of them, 99 of 100 | told | ${median(said).toFixed(1)} ms, ${said[Math.floor(said.length * 0.99)].toFixed(1)} ms | |`);
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
