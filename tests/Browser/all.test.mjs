// Journeys and accessibility in headless Chromium. One process, one server, one browser: starting them is what takes time.
import { after } from "node:test";
import { begin, end } from "./support/browser.mjs";

after(end, { timeout: 30_000 });
await begin();

await import("./journeys/shelter.mjs");
await import("./journeys/consulate.mjs");
await import("./journeys/report.mjs");
await import("./journeys/language.mjs");
await import("./journeys/danger.mjs");
