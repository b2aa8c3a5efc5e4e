// The readers' styles become one small file that stands inside each page, the console's a file that its pages link; each script of src/ becomes one file of its own.
// The search of the pocket, the check of packs, and both with the pages that are made of them are modules besides: pages, workers and tests import them.
// What draws the map is large: it is packed here, once, as browsers take it.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { drawIcons } from "./icons.mjs";

const common = { bundle: true, minify: true, outdir: "dist", legalComments: "none", logLevel: "warning", charset: "utf8" };

await build({ ...common, entryPoints: { site: "styles/site.css", sheet: "styles/sheet.css", map: "styles/map.css", console: "styles/console.css" }, target: ["chrome80", "firefox78", "safari13"] });
await build({
  ...common,
  entryPoints: readdirSync("src").filter((file) => file.endsWith(".ts") && file !== "sw.ts").map((file) => `src/${file}`),
  format: "iife",
  target: ["es2018"],
});
await build({ ...common, entryPoints: { sw: "src/sw.ts" }, format: "iife", target: ["es2021"] });
await build({ ...common, entryPoints: { search: "src/search/search.ts", pack: "src/pack/pack.ts", pocket: "src/pocket/pocket.ts" }, format: "esm", target: ["es2020"] });
drawIcons("dist");

// The licence of Leaflet wants its name to travel with it.
const owners = "/* Leaflet 1.9.4: BSD-2-Clause, (c) 2010-2023 Volodymyr Agafonkin, (c) 2010-2011 CloudMade. supercluster, kdbush: ISC, (c) Mapbox, Volodymyr Agafonkin. */";
await build({ ...common, entryPoints: { atlas: "src/map/atlas.ts" }, format: "iife", target: ["es2018"], alias: { leaflet: "leaflet/dist/leaflet-src.esm.js" }, banner: { js: owners } });
const atlas = readFileSync("dist/atlas.js");
writeFileSync("dist/atlas.js.gz", gzipSync(atlas, { level: 9 }));
writeFileSync("dist/atlas.js.br", brotliCompressSync(atlas));
