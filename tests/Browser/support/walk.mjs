// Looks at every page in every language once, so that each page is fetched and drawn once however much is asked of it.
import { LANGUAGES, listen, withPage } from "./browser.mjs";
import { addresses } from "./addresses.mjs";
import { places } from "./places.mjs";
import * as inspect from "./inspect.mjs";

const WIDE = { width: 1280, height: 800 };
const NARROW = { width: 320, height: 640 };
const SIZE = /(\d+)\s*(?:KB|Ko)\b/gi;

async function look(page, client, language, address) {
  const seen = { language, ...address, url: `/${language}/${address.path}` };
  const noise = listen(page);
  const transfers = [];
  const sent = new Map();
  const asked = ({ requestId, type }) => sent.set(requestId, type);
  const arrived = ({ requestId, encodedDataLength }) => transfers.push({ type: sent.get(requestId), bytes: encodedDataLength });
  client.on("Network.requestWillBeSent", asked).on("Network.loadingFinished", arrived);
  await page.setViewportSize(WIDE);
  const response = await page.goto(seen.url, { waitUntil: "load" });
  seen.answered = response.status();
  seen.structure = await inspect.structure(page);
  seen.cutWide = await inspect.cutBySpacing(page);
  seen.axe = await inspect.axe(page);
  // Colours do not change with the words; the longest words are the Creole ones.
  seen.dark = language === "es" || language === "ht" ? await inspect.axeInTheDark(page) : [];
  await page.setViewportSize(NARROW);
  seen.tooWide = await inspect.tooWide(page);
  seen.cutNarrow = await inspect.cutBySpacing(page);
  seen.tooSmall = await inspect.tooSmall(page);
  seen.kept = await inspect.kept(page);
  const page_ = transfers.find((t) => t.type === "Document");
  seen.bytes = page_?.bytes ?? 0;
  seen.others = transfers.filter((t) => t !== page_).map((t) => t.type);
  seen.blocking = await page.evaluate(() => performance.getEntriesByType("resource").filter((r) => r.renderBlockingStatus === "blocking").map((r) => r.name));
  const sizes = [...(await page.locator("footer").innerText()).matchAll(SIZE)];
  seen.saidKilobytes = sizes.length ? Number(sizes.at(-1)[1]) : null;
  client.off("Network.requestWillBeSent", asked).off("Network.loadingFinished", arrived);
  page.removeAllListeners("request");
  page.removeAllListeners("console");
  page.removeAllListeners("pageerror");
  seen.noise = noise;
  return seen;
}

/** One record for each page and language. */
export async function walk() {
  const all = addresses(places);
  const seen = [];
  await Promise.all(LANGUAGES.map((language) => withPage({ viewport: WIDE }, async (page, context) => {
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.setCacheDisabled", { cacheDisabled: true });
    for (const address of all) seen.push(await look(page, client, language, address));
  })));
  return seen;
}
