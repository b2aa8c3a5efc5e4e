// A network that goes at any request of an errand: what is kept is the old pack or the new one, what the page says of it is true, and it
// says what to do.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site } from "../support/browser.mjs";
import { asked, atEachCut } from "../support/cuts.mjs";
import { handed, keep, keepButton, keptMark, opensWithoutNetwork, press, served, stored, until, whenPacked, withPhone } from "../support/pocket.mjs";
import { aDayLater } from "../support/site.mjs";

const [NAME, OTHER] = ["gt-es", "bz-es"];
const whole = { timeout: 600_000 };
const AGAIN = /intente de nuevo/i;

const said = (page) => page.locator("#said").innerText();
const idOf = async (name) => (await (await fetch(`${site}/packs`)).json()).packs.find((pack) => pack.name === name).id;

/** The server has made what it makes: two who write what there is would lose one of both. */
async function allPacked() {
  const count = async () => (await (await fetch(`${site}/packs`)).json()).packs.length;
  for (let [before, now, still] = [0, await count(), 0]; still < 8; [before, now] = [now, await count()], still = before === now ? still + 1 : 0) await new Promise((resolve) => setTimeout(resolve, 1_000));
}

/** What lies in the phone under this name, to be put back as it was. */
const record = (page, name) => page.evaluate(async (key) => {
  const db = await new Promise((done, fail) => Object.assign(indexedDB.open("kept"), { onsuccess: (e) => done(e.target.result), onerror: fail }));
  const read = (store) => new Promise((done, fail) => Object.assign(db.transaction(store).objectStore(store).get(key), { onsuccess: (e) => done(e.target.result), onerror: fail }));
  const [pack, shell] = [await read("packs"), await read("shells")];
  db.close();
  return { pack: { ...pack, file: [...pack.file] }, shell };
}, name);

const putBack = (page, name, was) => page.evaluate(async ([key, { pack, shell }]) => {
  const db = await new Promise((done, fail) => Object.assign(indexedDB.open("kept"), { onsuccess: (e) => done(e.target.result), onerror: fail }));
  const tx = db.transaction(["packs", "shells"], "readwrite");
  tx.objectStore("packs").put({ ...pack, file: Uint8Array.from(pack.file) }, key);
  tx.objectStore("shells").put(shell, key);
  await new Promise((done) => (tx.oncomplete = done));
  db.close();
}, [name, was]);

// In a long run only: it needs a server that has made all its packs, and rewrites what that server remembers of them.
const long = { ...whole, skip: process.env.AMPARO_LONG !== "1" };

test("A line that is cut anywhere while changes are fetched leaves the pack of before or the new one, and the page says which", long, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    const [before, id, was] = [await served(NAME), await idOf(NAME), await record(page, NAME)];
    await allPacked();
    await aDayLater(NAME);
    await until(async () => (await idOf(NAME)) !== id, "there is a newer pack");
    // The server makes packs too: the newer one is whichever it has by now.
    const isOld = async () => (await record(page, NAME)).pack.id === id;
    const isKept = async () => ((await isOld()) ? before : served(NAME));
    const requests = await asked(line, async () => assert.ok((await press(page, NAME)).isKept));
    assert.ok(requests.includes(`/packs/${NAME}/from/${id}`) && !requests.some((path) => path.endsWith(".pack")), `no changes were fetched: ${requests}`);
    assert.ok(!(await isOld()));
    await atEachCut(line, requests, async (cut, cutIt, mend) => {
      await putBack(page, NAME, was);
      await page.goto("/es/packs");
      await keptMark(page, NAME).waitFor({ state: "visible" });
      cutIt();
      const { isKept: saysSo, text } = await press(page, NAME);
      mend();
      assert.ok(cut.isMet, `it was not cut ${cut.at}`);
      assert.equal(!(await isOld()), saysSo, `cut ${cut.at} it says "${text}"`);
      if (!saysSo) assert.match(text, AGAIN, `cut ${cut.at}`);
      assert.ok(await keptMark(page, NAME).isVisible(), `cut ${cut.at}: it does not say what is there`);
      assert.ok((await handed(page, NAME)).equals(await isKept()), `cut ${cut.at}: what is kept is neither the old one nor the new one`);
      assert.ok((await press(page, NAME)).isKept, `cut ${cut.at} the next try does not succeed`);
    });
    await opensWithoutNetwork(page, line);
  });
});

test("A line that is cut anywhere while a file is taken keeps all of it or nothing of it, and says which", whole, async () => {
  for (const name of [NAME, OTHER]) await whenPacked(name);
  const file = { name: "pasado.pack", mimeType: "application/octet-stream", buffer: await served(OTHER) };
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    const take = async () => {
      await page.locator("#given").setInputFiles(file);
      await page.waitForFunction(() => {
        const line_ = document.querySelector("#said");
        return !line_.hidden && !/…$/.test(line_.textContent);
      }, undefined, { timeout: 60_000 });
      return said(page);
    };
    const forget = async () => {
      await page.goto("/es/packs");
      await page.locator(`[data-pack="${OTHER}"] [data-remove]`).click();
      await keptMark(page, OTHER).waitFor({ state: "hidden" });
    };
    await page.goto("/es/packs");
    const requests = await asked(line, async () => assert.match(await take(), /auténtico/i));
    assert.ok(requests.length > 0, "nothing is asked while a file is taken: mend this test");
    await atEachCut(line, requests, async (cut, cutIt, mend) => {
      await forget();
      cutIt();
      const text = await take();
      mend();
      assert.ok(cut.isMet, `it was not cut ${cut.at}`);
      const isTaken = /auténtico/i.test(text);
      if (!isTaken) assert.match(text, AGAIN, `cut ${cut.at}`);
      await keptMark(page, OTHER).waitFor({ state: isTaken ? "visible" : "hidden" });
      assert.ok(await keptMark(page, NAME).isVisible(), `cut ${cut.at}: the other one is gone`);
      assert.match(await take(), /auténtico/i, `cut ${cut.at} the next try does not succeed`);
    });
    line.isCut = true;
    assert.ok((await handed(page, OTHER)).equals(file.buffer), "it is handed on as another file");
    assert.match(await take(), /auténtico/i, "of what is there already a file needs no network");
  });
});

test("Without a network a pack is removed and Wi-Fi only is chosen, and the page says what came of it", whole, async () => {
  for (const name of [NAME, OTHER]) await whenPacked(name);
  await withPhone(async ({ page, line }) => {
    await keep(page, NAME);
    await keep(page, OTHER);
    const box = page.locator("input[name=wifi]");
    for (const isChosen of [true, false, true]) {
      line.isCut = true;
      await box.setChecked(isChosen);
      await until(async () => (JSON.parse(await stored(page)).databases.find(([, store]) => store === "facts")[3][0].wifiOnly ?? false) === isChosen, "it is chosen");
      line.isCut = false;
      await page.goto("/es/packs");
      await keptMark(page, NAME).waitFor({ state: "visible" });
      assert.equal(await box.isChecked(), isChosen);
    }
    line.isCut = true;
    await page.locator(`[data-pack="${OTHER}"] [data-remove]`).click();
    await keptMark(page, OTHER).waitFor({ state: "hidden" });
    assert.match(await said(page), /se borró/i);
    assert.ok(await keptMark(page, NAME).isVisible());
    assert.ok((await handed(page, NAME)).length > 0);
    await page.locator(`[data-pack="${NAME}"] [data-remove]`).click();
    await keptMark(page, NAME).waitFor({ state: "hidden" });
    assert.deepEqual(JSON.parse(await stored(page)).databases, []);
  });
});

test("A phone that cannot write says that nothing was removed and nothing chosen, and shows what is", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context }) => {
    await keep(page, NAME);
    await context.serviceWorkers()[0].evaluate(() => {
      for (const act of ["put", "delete"])
        IDBObjectStore.prototype[act] = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
    });
    for (const [act, what] of [[() => page.locator(`[data-pack="${NAME}"] [data-remove]`).click(), "removed"], [() => page.locator("input[name=wifi]").click(), "chosen"]]) {
      await page.evaluate(() => (document.querySelector("#said").hidden = true));
      await act();
      await page.locator("#said:not([hidden])").waitFor();
      assert.match(await said(page), /No se cambió nada/, `it says that it was ${what}`);
    }
    assert.equal(await page.locator("input[name=wifi]").isChecked(), false, "it shows what is not so");
    assert.ok(await keptMark(page, NAME).isVisible());
  });
});

test("A line that is cut anywhere while it is asked what was called back changes nothing, and it is asked again with the next page", whole, async () => {
  await whenPacked(NAME);
  await withPhone(async ({ page, context, line }) => {
    await keep(page, NAME);
    await context.serviceWorkers()[0].evaluate(() => {
      const now = Date.now.bind(Date);
      globalThis.later = 0;
      Date.now = () => now() + globalThis.later;
    });
    // An hour later it looks around, seven hours later it renews too.
    const look = async (hours) => {
      await context.serviceWorkers()[0].evaluate((by) => (globalThis.later += by), hours * 3_600_000);
      await page.goto("/es/");
      await page.waitForTimeout(1_500);
    };
    const requests = (await asked(line, () => look(7))).filter((path) => path.startsWith("/packs"));
    assert.equal(requests[0], "/packs/revoked", `it is not asked first: ${requests}`);
    await atEachCut(line, requests, async (cut, cutIt, mend) => {
      cutIt();
      await look(7);
      mend();
      assert.ok(cut.isMet, `it was not cut ${cut.at}`);
      const next = await asked(line, async () => {
        await page.goto("/es/centres");
        assert.ok(await page.locator(".cards > .card").count() > 3, `cut ${cut.at}: the list is empty`);
        await look(cut.at.includes("request 1 of") ? 0 : 1);
      });
      assert.ok(next.includes("/packs/revoked"), `cut ${cut.at} it is not asked again`);
      assert.ok(next.includes(`/packs/${NAME}/pages`), `cut ${cut.at} it is not renewed with the next look`);
    });
    await opensWithoutNetwork(page, line);
  });
});
