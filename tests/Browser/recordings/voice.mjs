// A voice, from the desk of who brought it to the ear of who cannot read: with a network and without script, and without a network.
import assert from "node:assert/strict";
import { test } from "node:test";
import { newContext, site, withPage } from "../support/browser.mjs";
import { atDesk } from "../support/desk.mjs";
import { axe, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { keep, stored, whenPacked, withPhone } from "../support/pocket.mjs";
import { openLine } from "../support/line.mjs";
import { atHub } from "../support/site.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 300_000;
const NAME = "gt-es";

/** Silence that every browser plays: MPEG 1, layer III, 32 kbit/s, one channel. */
const mp3 = (seconds) => Buffer.concat(Array.from({ length: Math.ceil((seconds * 44100) / 1152) }, () => Buffer.concat([Buffer.from([0xff, 0xfb, 0x10, 0xc4]), Buffer.alloc(100)])));

let slug = "";

async function record(page, path, language, seconds) {
  await page.goto(path);
  await page.selectOption("[id='Form.Language']", language);
  await page.setInputFiles("[id='Form.Sound']", { name: "voz.mp3", mimeType: "audio/mpeg", buffer: Buffer.concat([Buffer.from("ID3\x03\0\0\0\0\0\x10Juana Inventada."), mp3(seconds)]) });
  await page.fill("[id='Form.Speaker']", "Doña Inventada");
  for (const box of await page.locator("main form input[type=checkbox]").all()) await box.check();
  await page.locator("main form[method=post] button").click();
  await page.waitForURL(/done=recording_brought/);
}

async function until(what, act) {
  const end = Date.now() + 150_000;
  while (Date.now() < end) {
    if (await act()) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  assert.fail(`${what}: not in time`);
}

/** How long it lasts, as a player finds out that has read its bytes; zero where it cannot. */
async function lasts(audio) {
  await audio.evaluate((it) => { it.preload = "auto"; it.load(); });
  for (let i = 0; i < 40; i++) {
    const { duration, error } = await audio.evaluate((it) => ({ duration: Number.isFinite(it.duration) ? it.duration : 0, error: it.error?.message }));
    if (duration > 0 || error) return duration;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return 0;
}

test("An editor brings a voice, a second person hears it beside its words, and readers hear it", { timeout: WAIT }, async () => {
  await atDesk({}, async (page, context) => {
    await steward(page, context, "editor");
    await page.goto("/console/places?state=published&kind=food&country=GT");
    const place = await page.locator("main tbody a").first().getAttribute("href");
    const name = (await page.locator("main tbody a").first().innerText()).trim();
    await record(page, `${place}/record`, "mam", 4);
    await record(page, "/console/places/recordings/page?Of=danger", "mam", 3);
    assert.equal(await page.locator("main a[href$='/check']").count(), 0, "she may check her own");
    slug = await (async () => {
      const list = await (await fetch(`${site}/es/centres?kind=food&country=GT&q=${encodeURIComponent(name)}`)).text();
      return [...list.matchAll(/href="\/es\/centres\/([^"?/]+)"[^>]*>([^<]+)</g)].find(([, , said]) => said.trim() === name)?.[1];
    })();
    assert.ok(slug, `${name} is not among the readers' places`);
  });
  await atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console");
    await page.locator("a.queue[href='/console/places/recordings']").click();
    const paths = await Promise.all((await page.locator("main a[href$='/check']").all()).map((link) => link.getAttribute("href")));
    assert.equal(paths.length, 2);
    for (const path of paths) {
      await page.goto(path);
      assert.ok((await lasts(page.locator("main audio"))) > 2, "the second person hears nothing");
      assert.deepEqual([...(await axe(page)), ...(await structure(page))], []);
      for (const box of await page.locator("main form input[type=checkbox]").all()) await box.check();
      await page.locator("main form input[value=yes]").check();
      await page.locator("main form[method=post] button").click();
      await page.waitForURL(/done=recording_published/);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    assert.deepEqual([...(await tooWide(page)), ...(await tooSmall(page))], []);
  });
  await until("the voice is laid beside the page", async () => (await (await fetch(`${site}/es/centres/${slug}`, { headers: { "cache-control": "no-cache" } })).text()).includes("data-sound"));
});

test("At 320 pixels and without script a page asks for no sound until somebody taps, and then its bytes play", { timeout: WAIT }, () =>
  withPage({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } }, async (page) => {
    const asked = [];
    page.on("request", (request) => { if (request.url().includes("/recordings/")) asked.push(request.url()); });
    for (const [path, seconds] of [["danger", 3], [`centres/${slug}`, 4]]) {
      await page.goto(`/es/${path}`);
      const audio = page.locator("[data-sound] audio");
      assert.equal(await audio.count(), 1);
      assert.deepEqual(asked, [], "it asked before anybody tapped");
      assert.ok(Math.abs((await lasts(audio)) - seconds) < 0.5, "it does not play");
      assert.deepEqual(await tooWide(page), []);
      assert.ok((await audio.boundingBox()).height >= 44);
      asked.length = 0;
    }
  }));

test("At a hub the same pages play, also once the server is not to be reached", { timeout: WAIT }, async () => {
  const line = await openLine(site);
  try {
    await atHub(line.at, async (hub) => {
      await until("the voices are at the hub", async () => (await fetch(`${hub}/packs/audio-mam.pack`, { method: "HEAD" })).ok);
      line.isCut = true;
      for (const javaScriptEnabled of [true, false]) {
        const context = await newContext({ baseURL: hub, locale: "es-MX", viewport: { width: 320, height: 640 }, javaScriptEnabled });
        try {
          const page = await context.newPage();
          for (const [path, seconds] of [["danger", 3], [`centres/${slug}`, 4]]) {
            await page.goto(`/es/${path}`);
            assert.ok(Math.abs((await lasts(page.locator("[data-sound] audio"))) - seconds) < 0.5, `${path} is silent at the hub`);
          }
        } finally {
          await context.close();
        }
      }
    });
  } finally {
    await line.close();
  }
});

test("A phone keeps the recordings of a language, plays them without a network and asks for none singly; what is withdrawn leaves it", { timeout: WAIT }, async () => {
  await whenPacked(NAME);
  // Packs follow an edition by a minute or so.
  await until("the pack knows of the voice", async () => (await (await fetch(`${site}/packs/${NAME}.html`)).text()).includes("data-sound"));
  await withPhone(async ({ page, line }) => {
    await page.goto("/es/packs");
    assert.ok(await page.locator("[data-audio=mam] [data-audio-keep]").isHidden(), "it offers recordings to who keeps no country");
    await keep(page, NAME);
    const [danger, centre] = ["/es/danger", `/es/centres/${slug}`];
    await page.goto(centre);
    assert.equal(await page.locator("audio").count(), 0, "a pocket offers a sound that it does not have");
    await page.locator("[data-heard] a[href='/es/packs#recordings']").click();
    await page.waitForURL(/packs#recordings$/);
    const card = page.locator("[data-audio=mam]");
    await card.locator("[data-audio-keep]").click();
    await card.locator("[data-audio-kept]").waitFor({ state: "visible", timeout: 60_000 });
    const before = line.asked.length;
    for (const isCut of [false, true]) {
      line.isCut = isCut;
      for (const [path, seconds] of [[danger, 3], [centre, 4]]) {
        await page.goto(path);
        assert.ok(Math.abs((await lasts(page.locator("[data-sound] audio"))) - seconds) < 0.5, `${path} is silent, ${isCut ? "without" : "with"} a network`);
      }
    }
    assert.deepEqual(line.asked.slice(before).filter((path) => path.includes("recordings") || path.includes("audio-")), [], "the line was told what she listens to");
    line.isCut = false;

    await atDesk({}, async (desk, context) => {
      await steward(desk, context);
      await desk.goto("/console/places/recordings");
      await desk.goto(await desk.locator("section", { hasText: "peligro" }).locator("a[href$='/withdraw']").getAttribute("href"));
      await desk.locator("input[value=consent]").check();
      await desk.locator("main form[method=post] button").click();
      await desk.waitForURL(/done=recording_withdrawn/);
    });
    await until("the server has taken it away", async () => (await (await fetch(`${site}/packs/audio-mam.json`)).json()).recordings.length === 1);
    // An hour later it looks around.
    await page.evaluate(() => new Promise((done, fail) => {
      const open = indexedDB.open("kept");
      open.onsuccess = () => {
        const facts = open.result.transaction("facts", "readwrite").objectStore("facts");
        const read = facts.get("all");
        read.onsuccess = () => Object.assign(facts.put({ ...read.result, lookedAt: 0 }, "all"), { onsuccess: () => { open.result.close(); done(); }, onerror: fail });
      };
      open.onerror = fail;
    }));
    await until("the phone forgets it", async () => {
      await page.goto(danger);
      return (await page.locator("[data-sound]").count()) === 0;
    });
    await page.goto(centre);
    assert.ok((await lasts(page.locator("[data-sound] audio"))) > 3, "the other one went too");

    // Nothing of the voice stays when nothing else does.
    await page.goto("/es/packs");
    await page.locator(`[data-pack="${NAME}"] [data-remove]`).click();
    await until("everything is erased", async () => JSON.parse(await stored(page)).databases.length === 0);
  });
});

test("A file of sounds that was changed on the way is refused in words, and nothing of it is kept", { timeout: WAIT }, async () => {
  await whenPacked(NAME);
  for (const at of [90, -20]) {
    await withPhone(async ({ page }) => {
      await keep(page, NAME);
      await page.addInitScript((where) => {
        const own = window.fetch;
        window.fetch = async (path, options) => {
          const answer = await own(path, options);
          if (!/audio-mam/.test(path)) return answer;
          const bytes = new Uint8Array(await answer.arrayBuffer());
          bytes[where < 0 ? bytes.length + where : where] ^= 1;
          return new Response(bytes, { headers: { etag: '"changed"' } });
        };
      }, at);
      await page.goto("/es/packs");
      await page.locator("[data-audio=mam] [data-audio-keep]").click();
      await page.locator("#said:not([hidden])").waitFor();
      assert.match(await page.locator("#said").innerText(), /dañado|cambiado/i);
      assert.ok(await page.locator("[data-audio=mam] [data-audio-kept]").isHidden());
      assert.ok(!(await stored(page)).includes('"kept-audio","sounds",["'), "a changed sound is kept");
    });
  }
});
