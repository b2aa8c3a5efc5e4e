// The rows on the map of the readers: what it costs whoever asks for it, as it was packed when it was built.
import { statSync } from "node:fs";
import { join } from "node:path";

const kb = file => statSync(file).size / 1024;
const said = bytes => `${bytes.toFixed(1)} KB`;

/** From the files of the last build. */
export function mapSizes(web, note) {
  const [program, base] = [join(web, "dist", "atlas.js"), join(web, "geodata", "dist", "map", "base.map")];
  const [gzip, brotli] = [kb(`${base}.gz`), kb(`${base}.br`)];
  note("base map of the eight countries with its towns, gzip (Brotli)", "400 KB", `${said(gzip)} (${said(brotli)})`, gzip <= 400);
  note("the map's program with Leaflet and clusters, gzip (Brotli)", "told", `${said(kb(`${program}.gz`))} (${said(kb(`${program}.br`))})`, null);
}
