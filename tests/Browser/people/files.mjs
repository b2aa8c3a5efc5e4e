// Two who work in one team, and a file: made without script and by keyboard, seen at 320 pixels, closed when she takes her consent back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { atDesk, desk } from "../support/desk.mjs";
import { axe, axeInTheDark, nameElements, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { picture } from "../support/pictures.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 300_000;
const post = (page) => page.locator("main form[method=post] button.button:not(.quiet)").last().click();

/** Looks at the page as it is without script; what the rules are asked of is its twin with script, since they are one themselves. */
async function look(page, name, wrong) {
  const twin = await page.context().browser().newContext({ baseURL: desk(), locale: "es-MX", storageState: await page.context().storageState() });
  try {
    const same = await twin.newPage();
    await nameElements(same);
    await same.goto(page.url());
    for (const width of [1280, 320]) {
      await same.setViewportSize({ width, height: 800 });
      const found = width === 320 ? [...(await tooWide(same)), ...(await tooSmall(same))] : [...(await axe(same)), ...(await axeInTheDark(same)), ...(await structure(same))];
      wrong.push(...found.map((sentence) => `${name} at ${width}: ${sentence}`));
      await page.setViewportSize({ width, height: 800 });
      await picture(page, `people-${name}-${width}`);
    }
  } finally {
    await twin.close();
  }
}

/** A team of somebody who leads it, with somebody else who keeps its files; and another team in the same country. */
async function team(page, name) {
  await page.goto("/console/teams/new");
  await page.fill("#Name", name);
  await page.selectOption("#Country", "GT");
  await post(page);
  await page.waitForURL(/done=team_made/);
  return new URL(page.url()).pathname;
}

async function add(page, at, mail) {
  await page.goto(at);
  await page.fill("#Email", mail);
  await page.selectOption("#Function", "case_worker");
  await page.locator("form[action$='/add'] button").click();
  await page.waitForURL(/done=member_added/);
}

test("Without script a file is opened for an invented name, given to another team by what she agreed to, and closed when she takes it back", { timeout: WAIT }, async () => {
  const wrong = [];
  await atDesk({ javaScriptEnabled: false }, async (officer, context) => {
    const mail = await steward(officer, context, "protection_officer");
    await atDesk({ javaScriptEnabled: false }, async (other, second) => {
      const theirs = await steward(other, second, "protection_officer");
      await atDesk({ javaScriptEnabled: false }, async (lead, third) => {
        await steward(lead, third, "protection_supervisor");
        const [one, two] = [await team(lead, "Equipo Ceiba"), await team(lead, "Equipo Conacaste")];
        await add(lead, one, mail);
        await add(lead, two, theirs);
        await look(lead, "team", wrong);
        await lead.goto("/console/teams");
        await look(lead, "teams", wrong);
      });

      await officer.goto("/console/people");
      await look(officer, "list-empty", wrong);
      await officer.goto("/console/people/new");
      await look(officer, "new", wrong);
      await officer.fill("#CalledBy", "Golondrina");
      await officer.fill("#Age", "34");
      await officer.fill("[name='Surnames[0]']", "de la Cruz");
      await officer.check("[name=Needed][value=health]");
      // What is missing is said beside what was typed, which is all still there.
      await post(officer);
      await look(officer, "new-refused", wrong);
      assert.match(await officer.locator("[role=alert]").innerText(), /Elija cómo dio su permiso/);
      assert.equal(await officer.inputValue("#CalledBy"), "Golondrina");
      await officer.check("[name=Means][value=verbal]");
      await officer.selectOption("#SpokenIn", "es");
      await post(officer);
      await officer.waitForURL(/done=file_opened/);
      const file = new URL(officer.url()).pathname;
      await look(officer, "file", wrong);
      assert.ok(!officer.url().includes("Golondrina"));
      for (const part of ["identity", "needs", "contact"]) {
        await officer.goto(`${file}/${part}`);
        await look(officer, part, wrong);
      }

      await officer.goto(`${file}/consent/new`);
      await look(officer, "consent-new", wrong);
      await officer.check("[name=Purpose][value=referral]");
      await officer.selectOption("#To", { label: "Equipo Conacaste" });
      await officer.check("[name=Sections][value=identity]");
      await officer.check("[name=Means][value=thumb]");
      await officer.selectOption("#SpokenIn", "mam");
      await post(officer);
      await officer.waitForURL(/done=consent_recorded/);
      await officer.goto(`${file}/access/give`);
      await look(officer, "give", wrong);
      await officer.locator("[name=Consent]").first().check();
      await post(officer);
      await officer.waitForURL(/done=access_given/);
      await look(officer, "access", wrong);

      await other.goto("/console/people/notices");
      await look(other, "notices", wrong);
      await other.goto("/console/people");
      await other.locator("ul.rows h2 a").first().click();
      await look(other, "why", wrong);
      await other.check("[name=Reason][value=referral]");
      await post(other);
      await other.waitForURL(new RegExp(`${file}$`));
      assert.match(await other.locator("main").innerText(), /Golondrina/);

      await officer.goto(`${file}/consent`);
      await look(officer, "consent", wrong);
      await officer.locator("form[action$='/withdraw'] button").first().click();
      await officer.waitForURL(/done=consent_withdrawn/);
      assert.equal((await other.goto(file)).status(), 404);
      await other.goto("/console/people");
      assert.equal(await other.locator("ul.rows li").count(), 0);

      await officer.goto("/console/contacts");
      await look(officer, "contacts", wrong);
      await officer.check("[name=AgeBand][value='5_11']");
      await officer.check("[name=Needed][value=food]");
      await post(officer);
      await officer.waitForURL(/done=contact_saved/);
    });
  });
  assert.deepEqual(wrong, []);
});
