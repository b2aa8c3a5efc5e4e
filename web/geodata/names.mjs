// What people call places, areas and countries. Every line must point at a place that exists: a name that leads
// nowhere would tell somebody on the road that her town is unknown.
export function placeNames(source, places) {
  const where = new Map();
  places.forEach((place, number) => push(where, `${place.name}, ${place.areaName}, ${place.country}`, number));
  const find = text => resolve(text, where, places);
  const rows = [];
  for (const text of source.countryCapitals) rows.push(["capital", "3", find(text)]);
  for (const [country, list] of Object.entries(source.areaCapitals))
    for (const text of list) rows.push(["capital", "2", find(withCountry(text, country))]);
  for (const text of source.prefer) rows.push(["alias", places[find(text)].name, find(text)]);
  for (const { place, names } of source.aliases) for (const name of names) rows.push(["alias", name, find(place)]);
  return rows;
}

export function areaNames(source, areas) {
  const rows = areas.map(([code, name]) => [code, name]);
  for (const [code, names] of Object.entries(source.areas)) {
    if (!areas.some(([known]) => known === code)) throw new Error(`areas: ${code} is unknown`);
    for (const name of names) rows.push([code, name]);
  }
  return rows;
}

export function countryNames(source) {
  const rows = [];
  for (const [code, { names, people }] of Object.entries(source.countries).sort())
    for (const [kind, list] of [["name", names], ["people", people]])
      for (const text of new Set(list.flatMap(forms))) rows.push([code, kind, text]);
  return rows;
}

export function wordRows(source) {
  const rows = [];
  for (const kind of ["prepositions", "articles", "linking", "areaWords", "strict", "common"])
    for (const word of [...new Set(source[kind])].sort()) rows.push([kind, word]);
  return rows;
}

function forms(text) {
  const [stem, ...endings] = text.split("|");
  return endings.length ? endings.map(ending => stem + ending) : [stem];
}

const withCountry = (text, country) => text.includes("@") ? text.replace("@", `, ${country}@`) : `${text}, ${country}`;

function resolve(text, where, places) {
  const [name, at] = text.split("@");
  const numbers = (where.get(name) ?? []).filter(number => !at || `${places[number].lat},${places[number].lng}` === at);
  if (numbers.length === 1) return numbers[0];
  const seen = numbers.map(number => `${places[number].lat},${places[number].lng}`).join(" ");
  throw new Error(`aliases.json: "${text}" means ${numbers.length} places ${seen}; add @lat,lng or correct the name`);
}

function push(map, key, value) {
  if (!map.has(key)) map.set(key, []);
  map.get(key).push(value);
}
