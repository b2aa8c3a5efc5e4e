// A code on a page, read as another telephone would read it.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const jsQR = require("jsqr");
const { PNG } = require("pngjs");

/** What it says; null where none can be read. */
export async function readCode(page, where = "main svg[role=img]") {
  const picture = PNG.sync.read(await page.locator(where).screenshot());
  return jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)?.data ?? null;
}
