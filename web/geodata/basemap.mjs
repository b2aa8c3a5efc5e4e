// The base map of the public site in one small file: land of the eight countries and of their neighbours, coasts, borders, towns with
// their names. No road, no river, no railway, no crossing: the atlas has none, and nothing here may add one.
//
// Numbers are unsigned LEB128; signed ones zigzag; coordinates thousandths of a degree. In order:
//   "AMB1" · number of lines; for each: points × 2 + (1 where it is a border), then steps (the first from the first of the line before)
//   two lands (the eight, the others): number of rings; for each: number of lines, then their numbers (zigzag, ~n runs backwards)
//   names of countries: number; for each two letters and a point
//   towns by zoom, from 5 to 12: how many at each; then their points as steps; then their names, UTF-8, one a line.
import { createRequire } from "node:module";
import { absolute, extent, islets, square, thin } from "./shapes.mjs";
import { firstZoom, lastZoom, towns } from "./towns.mjs";

const require = createRequire(import.meta.url);
const scale = 1000;
const frame = { west: -121, east: -66, south: 3, north: 36 };
const eight = { "084": "BZ", "188": "CR", "222": "SV", "320": "GT", "340": "HN", "484": "MX", "558": "NI", "591": "PA" };
// How far, in degrees, a line may be off: a fifth of a mile on the coasts of the eight, more where nobody looks closely.
const near = 0.003, abroad = 0.02, outside = 0.4, smallest = 0.012, smallestAbroad = 0.06;
// Where the name of a country stands while the whole region is seen.
const labels = {
  BZ: [17.2, -88.6], CR: [9.95, -84.1], SV: [13.75, -88.9], GT: [15.7, -90.4], HN: [14.9, -86.6], MX: [23.8, -102.5], NI: [12.9, -85.2], PA: [8.45, -80.3],
  CO: [5.5, -73.5], CU: [21.7, -78.9], DO: [19.0, -70.6], HT: [19.1, -72.5], JM: [18.15, -77.35], US: [34.0, -99.0], VE: [7.6, -66.8],
};

export function basemap(places, capitals) {
  const { lines, lands } = topology();
  const out = [...Buffer.from("AMB1")];
  writeLines(out, lines);
  for (const rings of lands) {
    unsigned(out, rings.length);
    for (const ring of rings) {
      unsigned(out, ring.length);
      for (const number of ring) signed(out, number);
    }
  }
  unsigned(out, Object.keys(labels).length);
  for (const [code, [lat, lng]] of Object.entries(labels).sort()) {
    out.push(...Buffer.from(code));
    for (const degrees of [lng, lat]) signed(out, Math.round(degrees * scale));
  }
  writeTowns(out, towns(places, capitals, frame));
  return Buffer.from(out);
}

function topology() {
  const atlas = structuredClone(require("world-atlas/countries-10m.json"));
  const arcs = atlas.arcs.map(arc => absolute(arc, atlas.transform));
  const numbers = new Map(), lines = [], lands = [[], []];
  const users = new Map();
  for (const country of atlas.objects.countries.geometries) {
    const isOurs = country.id in eight;
    for (const ring of (country.type === "Polygon" ? [country.arcs] : country.arcs).flat()) {
      const points = ring.flatMap(i => arcs[i < 0 ? ~i : i]);
      if (extent(points) < (isOurs ? smallest : smallestAbroad) ** 2 || !meets(points)) continue;
      for (const i of ring) users.set(i < 0 ? ~i : i, [...(users.get(i < 0 ? ~i : i) ?? []), country.id]);
      lands[isOurs ? 0 : 1].push(ring);
    }
  }
  const allowedBy = i => (users.get(i).some(id => id in eight) ? () => near : point => (isFar(point) ? outside : abroad));
  const numberOf = i => {
    if (!numbers.has(i)) {
      numbers.set(i, lines.length);
      lines.push({ points: thin(arcs[i], allowedBy(i)), isBorder: users.get(i).length > 1 });
    }
    return numbers.get(i);
  };
  const renumbered = lands.map(rings => rings.map(ring => ring.map(i => (i < 0 ? ~numberOf(~i) : numberOf(i)))));
  for (const [code, list] of Object.entries(islets)) for (const islet of list) {
    renumbered[Object.values(eight).includes(code) ? 0 : 1].push([lines.length]);
    lines.push({ points: square(islet), isBorder: false });
  }
  return { lines, lands: renumbered };
}

const isFar = ([lng, lat]) => lng < frame.west - 1 || lng > frame.east + 1 || lat < frame.south - 1 || lat > frame.north + 1;

function meets(points) {
  const xs = points.map(p => p[0]), ys = points.map(p => p[1]);
  return Math.min(...xs) < frame.east && Math.max(...xs) > frame.west && Math.min(...ys) < frame.north && Math.max(...ys) > frame.south;
}

function writeLines(out, lines) {
  unsigned(out, lines.length);
  let first = [0, 0];
  for (const { points, isBorder } of lines) {
    const whole = points.map(([lng, lat]) => [Math.round(lng * scale), Math.round(lat * scale)]);
    const kept = whole.filter((p, i) => i === 0 || i === whole.length - 1 || p[0] !== whole[i - 1][0] || p[1] !== whole[i - 1][1]);
    unsigned(out, kept.length * 2 + (isBorder ? 1 : 0));
    steps(out, kept, first);
    first = kept[0];
  }
}

function writeTowns(out, all) {
  const ordered = all.map(t => ({ ...t, at: [Math.round(t.lng * scale), Math.round(t.lat * scale)] }))
    .sort((a, b) => a.zoom - b.zoom || a.at[0] - b.at[0] || a.at[1] - b.at[1] || (a.name < b.name ? -1 : 1));
  for (let zoom = firstZoom; zoom <= lastZoom; zoom++) unsigned(out, ordered.filter(t => t.zoom === zoom).length);
  steps(out, ordered.map(t => t.at), [0, 0]);
  for (const byte of Buffer.from(ordered.map(t => t.name).join("\n"))) out.push(byte);
}

function steps(out, points, [x, y]) {
  for (const [nextX, nextY] of points) {
    signed(out, nextX - x);
    signed(out, nextY - y);
    [x, y] = [nextX, nextY];
  }
}

const signed = (out, value) => unsigned(out, value < 0 ? -2 * value - 1 : 2 * value);

function unsigned(out, value) {
  for (; value >= 128; value = Math.floor(value / 128)) out.push(value % 128 + 128);
  out.push(value);
}
