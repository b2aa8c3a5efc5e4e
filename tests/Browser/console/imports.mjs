import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, axeInTheDark, structure, tooSmall, tooWide } from "../support/inspect.mjs";
import { atDesk } from "../support/desk.mjs";
import { steward } from "../support/steward.mjs";

const WAIT = 240_000;
const LIST = "COD,NOMBRE DEL LUGAR,TEL\n1,Comedor de la prueba,2233-4455\n2,Comedor de la otra prueba,\n3,,\n";

test("A list is brought, mapped, imported and undone without script by somebody who comes back to it; axe finds nothing on the way", { timeout: WAIT }, () =>
  atDesk({}, async (page, context) => {
    await steward(page, context);
    await page.goto("/console/places/imports");
    await page.setInputFiles("#File", { name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(LIST) });
    await page.selectOption("#Country", "GT");
    await page.getByRole("button", { name: "Subir y revisar" }).click();
    await page.waitForURL(/\/map$/);
    const wrong = [];
    const look = async (what) => {
      for (const width of [1024, 320]) {
        await page.setViewportSize({ width, height: 700 });
        const found = width === 320 ? [...(await tooWide(page)), ...(await tooSmall(page))] : [...(await axe(page)), ...(await axeInTheDark(page)), ...(await structure(page))];
        wrong.push(...found.map((sentence) => `${what} at ${width}: ${sentence}`));
      }
    };
    await look("the mapping");
    await page.selectOption("#Profile", "own");
    await page.selectOption("[id='col.name']", "NOMBRE DEL LUGAR");
    await page.selectOption("[id='col.phone']", "TEL");
    await page.selectOption("[id='set.country']", "GT");
    await page.selectOption("[id='set.kind']", "food");
    await page.locator("button[value=preview]").click();
    await page.locator("#preview").waitFor();
    await look("the preview");
    await page.locator("button[value=start]").click();
    await page.waitForURL(/done=import_started/);
    const own = page.url().split("?")[0];
    for (let i = 0; i < 30 && !(await page.locator("main table").count()); i++) { await page.waitForTimeout(1000); await page.goto(own); }
    await look("the report");
    await page.goto(`${own}?show=findings`);
    await look("the findings");
    await page.goto(`${own}/approve`);
    await look("many at once");
    await page.goto(`${own}/undo`);
    await look("undoing");
    await page.locator("main form button").click();
    await page.waitForURL(/done=import_undo_asked/);
    assert.deepEqual([...new Set(wrong)], []);
  }));
