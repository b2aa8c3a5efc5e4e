// Every journey is walked twice: as most browsers are, and with script switched off.
import { test } from "node:test";
import { withPage } from "./browser.mjs";

export function journey(name, act) {
  test(name, { timeout: 60_000 }, () => withPage({}, act));
  test(`${name}, with script switched off`, { timeout: 60_000 }, () => withPage({ javaScriptEnabled: false }, act));
}
