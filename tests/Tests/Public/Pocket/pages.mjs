// node pages.mjs POCKET_JS FOLDER: what a phone shows of the packs of the folder at each address and instant. Called by PocketPhone.cs.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [module, folder] = process.argv.slice(2);
const { PocketPages, Words, checkFile, keyOf } = await import(pathToFileURL(module));
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const words = new Words(read("words.json"));
const { root, phones } = read("phones.json");
const key = await keyOf(root);

const answers = [];
for (const { packs, checkedAt, frames, revoked, asked } of phones) {
  const kept = [];
  for (const name of packs) {
    const { state, pack } = await checkFile(readFileSync(join(folder, name)), key, { now: checkedAt });
    if (!pack) throw new Error(`${name} is ${state}`);
    kept.push(pack);
  }
  const byCountry = (pages) => new Map(Object.entries(pages));
  const pages = await PocketPages.open(kept, words, { ...frames, danger: byCountry(frames.danger), child: byCountry(frames.child) }, revoked);
  for (const { path, now, points } of asked) {
    const url = new URL(path, "https://amparo.example");
    answers.push(points ? pages.points(url, now) : pages.page(url, now));
  }
}
writeFileSync(join(folder, "answers.json"), JSON.stringify(answers));
