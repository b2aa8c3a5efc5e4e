import { begin, desk, email, invitation } from "./desk.mjs";

/** Looks for an account by its mailbox, which stands in no address. */
export async function account(page, mail) {
  await page.goto("/console/accounts");
  await page.fill("main form[role=search] input[name=Text]", mail);
  await page.locator("main form[role=search] button").click();
  await page.locator("main tbody tr", { hasText: mail }).first().waitFor();
}

/** Signs in somebody who keeps the places of the whole region, or does with them what another role may. Nobody gives a role to themselves: another administrator does. Answers with her mailbox. */
export async function steward(page, context, role = "regional_steward") {
  await begin(page, await invitation());
  const own = email();
  const other = await context.browser().newContext({ baseURL: desk(), locale: "es-MX" });
  try {
    const chief = await other.newPage();
    await begin(chief, await invitation());
    await account(chief, own);
    await chief.goto(`${await chief.locator("main tbody a").first().getAttribute("href")}/roles/give`);
    await chief.selectOption("#Role", role);
    await chief.selectOption("#Scope", "region:");
    await chief.locator("main form button").click();
    await chief.waitForURL(/done=role_given/);
  } finally {
    await other.close();
  }
  return own;
}
