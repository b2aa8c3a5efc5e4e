// Borders of the eight countries and of their two large neighbours, good enough to say in which a point lies.
// The eight keep every vertex of the 1:10m atlas, as do the arcs they share; the neighbours' other coasts are thinned.
import { createRequire } from "node:module";
import { feature } from "topojson-client";

const require = createRequire(import.meta.url);
const ids = { "084": "BZ", "170": "CO", "188": "CR", "222": "SV", "320": "GT", "340": "HN", "484": "MX", "558": "NI", "591": "PA", "840": "US" };
const neighbours = ["CO", "US"];
const scale = 10000, thinning = 0.03, smallestNeighbourIsland = 0.02;

// Inhabited islands that the atlas leaves out, each as a square of 4 km around its town.
export const islets = {
  BZ: [[17.7425, -88.025]], // Caye Caulker
  CO: [[12.56, -81.71], [13.36, -81.37]], // San Andrés, Providencia
  PA: [[8.625, -79.037], [9.141, -82.127]], // Contadora, Punta Laurel
};

export function shapes() {
  const atlas = structuredClone(require("world-atlas/countries-10m.json"));
  const wanted = atlas.objects.countries.geometries.filter(g => ids[g.id] !== undefined);
  const kept = new Set(wanted.filter(g => !neighbours.includes(ids[g.id])).flatMap(g => g.arcs.flat(Infinity)).map(i => (i < 0 ? ~i : i)));
  atlas.arcs = atlas.arcs.map((arc, i) => { const line = absolute(arc, atlas.transform); return kept.has(i) ? line : thin(line, () => thinning); });
  delete atlas.transform;

  const countries = {};
  for (const geometry of [...wanted].sort((a, b) => (ids[a.id] < ids[b.id] ? -1 : 1))) {
    const code = ids[geometry.id];
    const { type, coordinates } = feature(atlas, geometry).geometry;
    const rings = (type === "Polygon" ? [coordinates] : coordinates).flat();
    rings.push(...(islets[code] ?? []).map(square));
    countries[code] = rings.filter(ring => worth(code, ring)).map(steps).filter(ring => ring.length >= 8).sort(byStart);
  }
  return { scale, countries };
}

const worth = (code, ring) => code !== "US" || extent(ring) >= smallestNeighbourIsland;

export const square = ([lat, lng]) => [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => [lng + x * 0.02, lat + y * 0.02]);

export function extent(ring) {
  const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

export function absolute(arc, { scale: [sx, sy], translate: [tx, ty] }) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]);
}

// Douglas and Peucker: what stands less than `allowed(point)` off the line goes.
export function thin(line, allowed) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  let far = 0, at = 0;
  for (let i = 1; i < line.length - 1; i++) {
    const d = distance(line[i], a, b) / allowed(line[i]);
    if (d > far) [far, at] = [d, i];
  }
  return far <= 1 ? [a, b] : [...thin(line.slice(0, at + 1), allowed).slice(0, -1), ...thin(line.slice(at), allowed)];
}

function distance([x, y], [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

// One flat list per ring: first longitude and latitude, then the steps, in ten-thousandths of a degree.
function steps(ring) {
  const out = [];
  let px = 0, py = 0;
  for (const [lng, lat] of ring) {
    const x = Math.round(lng * scale), y = Math.round(lat * scale);
    if (out.length && x === px && y === py) continue;
    out.push(x - px, y - py);
    [px, py] = [x, y];
  }
  return out;
}

const byStart = (a, b) => b.length - a.length || a[0] - b[0] || a[1] - b[1];
