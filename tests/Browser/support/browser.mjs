// Headless Chromium, and what no page may do in it: ask another origin, keep anything, complain in the console.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { nameElements } from "./inspect.mjs";
import { startSite, stopSite, serverErrors } from "./site.mjs";

const executablePath = process.env.AMPARO_CHROMIUM ?? "/usr/bin/chromium";
const args = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
  // Whatever a page asks of the world outside fails at once, and is seen as a failure.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

export const LANGUAGES = ["es", "en", "fr", "pt", "ht"];
export let site = "";
let browser;

export async function begin() {
  site = await startSite();
  browser = await chromium.launch({ executablePath, args });
}

export async function end() {
  await browser?.close();
  await stopSite();
  const errors = serverErrors().trim();
  if (errors) console.error(`The server wrote to its error stream:\n${errors}`);
}

/** A browser of its own, for the console, which keeps cookies. */
export const newContext = (options) => browser.newContext(options);

/** Runs `act` with a page in a browser of its own, and looks afterwards whether the page kept quiet. */
export async function withPage(options, act) {
  const { mayLeaveTo, ...settings } = options;
  const context = await browser.newContext({ baseURL: site, locale: "es-MX", viewport: { width: 360, height: 740 }, ...settings });
  context.setDefaultTimeout(15_000);
  try {
    // Another site, as the way out leads to it, answers here: nothing leaves this machine.
    if (mayLeaveTo) await context.route(mayLeaveTo, (route) => route.fulfill({ contentType: "text/html", body: "<title>Elsewhere</title>" }));
    const page = await context.newPage();
    await nameElements(page);
    const noise = listen(page, mayLeaveTo);
    const answer = await act(page, context);
    assert.deepEqual(noise, [], "a page asked another origin or complained in the console");
    assert.deepEqual(await context.cookies(), [], "a page set a cookie");
    return answer;
  } finally {
    await context.close();
  }
}

/** Collects what a page should never do. */
export function listen(page, mayLeaveTo) {
  const noise = [];
  const isOurs = (url) => url.startsWith(site + "/") || url.startsWith("data:") || url.startsWith("about:") || (mayLeaveTo?.test(url) ?? false);
  page.on("request", (request) => { if (!isOurs(request.url())) noise.push(`request to ${request.url()}`); });
  page.on("pageerror", (error) => noise.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // The browser itself notes in the console that a page of ours answered 400 or 404, as it should.
    const isOwnStatus = message.text().startsWith("Failed to load resource: the server responded") && message.location().url.split("#")[0] === page.url().split("#")[0];
    if ((message.type() === "error" || message.type() === "warning") && !isOwnStatus) noise.push(`console: ${message.text()}`);
  });
  return noise;
}
