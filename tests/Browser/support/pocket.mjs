// A phone that keeps a pack, and the line over which it came.
import { newContext, site } from "./browser.mjs";
import { openLine } from "./line.mjs";

const PATIENCE = 120_000;

/** Packs follow an edition by a minute or so: waits until one of that name can be fetched. */
export async function whenPacked(name) {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const { packs } = await (await fetch(`${site}/packs`)).json();
    if (packs.some((pack) => pack.name === name)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${name} was not made in time`);
}

/** Runs `act` with a phone of its own whose every request goes over a line that can be watched and cut. */
export async function withPhone(act, options = {}) {
  const line = await openLine(site);
  const context = await newContext({ baseURL: line.at, locale: "es-MX", viewport: { width: 360, height: 740 }, serviceWorkers: "allow", ...options });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    return await act({ page, context, line });
  } finally {
    await context.close();
    await line.close();
  }
}

/** Looks again until it is so. */
export async function until(is, what, patience = 60_000) {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 250))) if (await is()) return;
  throw new Error(`it never came that ${what}`);
}

export const keepButton = (page, name) => page.locator(`[data-pack="${name}"] [data-keep]`);
export const keptMark = (page, name) => page.locator(`[data-pack="${name}"] [data-kept]`);

/** Presses, and waits for what the page says of it: whether it is there now, or in which words it is not. */
export async function press(page, name) {
  await keepButton(page, name).click();
  await page.waitForFunction((which) => {
    const said = document.querySelector("#said");
    return !document.querySelector(`[data-pack="${which}"] [data-keep]`).disabled && !said.hidden;
  }, name, { timeout: 90_000 });
  const [text, label] = [await page.locator("#said").innerText(), await page.locator(`[data-pack="${name}"]`).getAttribute("data-label")];
  return { isKept: text === `Guardado: ${label}.`, text };
}

/** The file that the phone hands on: what it keeps, as it keeps it. */
export const handed = (page, name) => page.evaluate(async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())], `/packs/${name}.pack`).then((bytes) => Buffer.from(bytes));

export const served = async (name) => Buffer.from(await (await fetch(`${site}/packs/${name}.pack`)).arrayBuffer());

/** The pages from the pocket are there: the line is cut, and a list has places of which one opens. */
export async function opensWithoutNetwork(page, line) {
  line.isCut = true;
  await page.goto("/es/centres");
  const cards = page.locator(".cards > .card h3 a");
  if (await cards.count() < 3) throw new Error(`the list is empty: ${await page.locator("main").innerText()}`);
  await cards.first().click();
  await page.waitForURL(/\/centres\/[^?]+$/);
  line.isCut = false;
}

/** Keeps a pack as a person does: the page, the button, until it says that it is there. */
export async function keep(page, name) {
  const language = name.slice(-2);
  await page.goto(`/${language}/packs`);
  await page.locator(`[data-pack="${name}"] [data-keep]`).click();
  await page.locator(`[data-pack="${name}"] [data-kept]`).waitFor({ state: "visible", timeout: 60_000 });
}

/** Everything that this site keeps in a browser, as text that can be compared: names, keys, sizes and values, not the times. */
export const stored = (page) => page.evaluate(async () => {
  const plain = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
    if (Array.isArray(value)) return value.map(plain);
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).filter(([key]) => !/At$|^floor$/.test(key)).map(([key, inner]) => [key, plain(inner)]));
    return value;
  };
  const databases = [];
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((resolve, reject) => Object.assign(indexedDB.open(name), { onsuccess: (e) => resolve(e.target.result), onerror: reject }));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      const read = (ask) => new Promise((resolve, reject) => Object.assign(ask, { onsuccess: () => resolve(ask.result), onerror: reject }));
      databases.push([name, store, await read(all.getAllKeys()), plain(await read(all.getAll()))]);
    }
    db.close();
  }
  const caches_ = [];
  for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) caches_.push([name, new URL(request.url).pathname]);
  return JSON.stringify({ databases, caches: caches_.sort(), local: { ...localStorage }, session: { ...sessionStorage }, workers: (await navigator.serviceWorker.getRegistrations()).length });
});
