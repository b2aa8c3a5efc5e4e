// Journeys and accessibility in headless Chromium. One process, one server, one browser: starting them is what takes time.
//   AMPARO_PROGRAM=…/Amparo.Web.dll node --test            everything
//   AMPARO_BROWSER_TESTS=journeys/exit node --test         one file
import { readdirSync } from "node:fs";
import { after } from "node:test";
import { begin, end } from "./support/browser.mjs";
import { findPlaces } from "./support/places.mjs";

const here = new URL(".", import.meta.url);
const wanted = process.env.AMPARO_BROWSER_TESTS ?? "";
const files = ["journeys", "pages", "pocket", "recordings", "console", "people"].flatMap((folder) => readdirSync(new URL(folder, here)).sort().map((name) => `${folder}/${name}`));

after(end, { timeout: 30_000 });
await begin();
await findPlaces();
// Nothing but the server and its places is waited for out here: the runner would take the tests that it knows for all there are.
for (const file of files.filter((name) => name.startsWith(wanted))) await import(new URL(file, here));
