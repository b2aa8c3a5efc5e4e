// node compare.mjs SEARCH_JS FOLDER: asks each question of the folder again and compares the whole answer. Called by PocketFolder.cs.
import { createReadStream, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { PocketSearch, Words, fold } = await import(pathToFileURL(module));
const words = new Words(JSON.parse(readFileSync(join(folder, "words.json"), "utf8")));
const SHOWN = 5;
let [asked, differ] = [0, 0];

const text = (units) => (units === null ? null : units.reduce((all, unit) => all + String.fromCharCode(unit), ""));
const units = (string) => (string === null ? null : Array.from({ length: string.length }, (_, i) => string.charCodeAt(i)));
const hit = ({ entry, kilometres, score }) => ({ entry, kilometres, score });

function answerOf(search, question) {
  const answer = search.search({ ...question, text: text(question.text) });
  const { kinds, for: serving, place, choices, country, corrected, hasTwoMeanings } = answer.understood;
  return {
    hits: answer.hits.map(hit), total: answer.total, totalIsAtLeast: answer.totalIsAtLeast, kinds, for: serving, place: place?.number ?? null,
    choices: choices.map((choice) => choice.number), country, corrected: units(corrected), hasTwoMeanings, lastResort: answer.lastResort.map(hit),
  };
}

function tell(name, question, wanted, given) {
  if (++differ > SHOWN) return;
  const part = Object.keys(wanted).find((key) => JSON.stringify(wanted[key]) !== JSON.stringify(given[key]));
  console.log(`${name}: ${JSON.stringify({ ...question, text: text(question.text) })}\n  differs in ${part}\n  server: ${JSON.stringify(wanted[part]).slice(0, 1500)}\n  pocket: ${JSON.stringify(given[part]).slice(0, 1500)}`);
}

for (const file of readdirSync(folder).filter((one) => one.endsWith(".index")).sort()) {
  const name = file.slice(0, -".index".length);
  const search = new PocketSearch(readFileSync(join(folder, file)), words);
  if (search.wordsId !== words.id) throw new Error(`${file} was written with other words`);
  for await (const line of createInterface({ input: createReadStream(join(folder, `${name}.jsonl`)) })) {
    const { question, answer: wanted } = JSON.parse(line);
    const given = answerOf(search, question);
    asked++;
    if (JSON.stringify(wanted) !== JSON.stringify(given)) tell(name, question, wanted, given);
  }
}

// A file from a stranger's hand is refused or answers something; it never ends in another error.
if (existsSync(join(folder, "break.json")))
  for (const { index, cut, at, bits } of JSON.parse(readFileSync(join(folder, "break.json"), "utf8"))) {
    const bytes = Uint8Array.from(readFileSync(join(folder, `${index}.index`)));
    bytes[at] ^= bits;
    asked++;
    try {
      new PocketSearch(bytes.subarray(0, cut), words).search({ text: "albergue san pedro hospital", near: { latitude: 17, longitude: -88 }, openNow: true, now: 1_795_000_000_000 });
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError) && ++differ <= SHOWN) console.log(`cut ${cut}, ${bits} at ${at}: ${error.stack}`);
    }
  }

// Open until when, and when next: minutes on the wall.
if (existsSync(join(folder, "openings.json"))) {
  const search = new PocketSearch(readFileSync(join(folder, "hours.index")), words);
  for (const { entry, now, wanted } of JSON.parse(readFileSync(join(folder, "openings.json"), "utf8"))) {
    const { state, isHoliday, until, opensNext, allNight } = search.opening(entry, now);
    const given = { state: ["closed", "unknown", "open"][state], isHoliday, until, opensNext, allNight };
    asked++;
    if (JSON.stringify(given) !== JSON.stringify(wanted) && ++differ <= SHOWN) console.log(`entry ${entry} at ${new Date(now).toISOString()}\n  server: ${JSON.stringify(wanted)}\n  pocket: ${JSON.stringify(given)}`);
  }
}

if (existsSync(join(folder, "folded.json")))
  JSON.parse(readFileSync(join(folder, "folded.json"), "utf8")).forEach((wanted, code) => {
    if (wanted === null) return;
    asked++;
    const given = fold(`a${String.fromCharCode(code)}b`);
    if (given !== wanted && ++differ <= SHOWN) console.log(`U+${code.toString(16)}: server ${wanted}, pocket ${given}`);
  });

console.log(`${asked} asked, ${differ} differ`);
process.exitCode = differ === 0 ? 0 : 1;
