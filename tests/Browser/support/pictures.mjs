import { mkdirSync } from "node:fs";
import { artifacts } from "./figures.mjs";

/** A picture for people to look at, where AMPARO_PICTURES asks for them: artifacts/screens/NAME.png. */
export async function picture(page, name) {
  if (!process.env.AMPARO_PICTURES) return;
  mkdirSync(`${artifacts}screens`, { recursive: true });
  await page.screenshot({ path: `${artifacts}screens/${name}.png`, fullPage: true });
}
