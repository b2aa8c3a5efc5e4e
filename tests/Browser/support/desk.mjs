// The console in a browser: a context of its own, a telephone that shows codes, a key that answers for a finger.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { nameElements } from "./inspect.mjs";
import { newContext, site } from "./browser.mjs";
import { runVerb } from "./site.mjs";

export const PASSWORD = "tres gatos miran la lluvia";
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
let made = 0;

/** Passkeys know the machine by its name, not by its number. */
export const desk = () => site.replace("127.0.0.1", "localhost");

/** An administrator's link, as the command line prints it, on this server. */
export async function invitation() {
  const said = await runVerb("accounts", "create-admin", "--email", `admin${++made}@example.org`, "--name", "Administradora Inventada");
  const link = /\/console\/invitation\?code=\S+/.exec(said);
  assert.ok(link, `no link in: ${said}`);
  return desk() + link[0];
}

export const email = () => `admin${made}@example.org`;

export function codeOf(secret, at = Date.now()) {
  let bits = "";
  for (const letter of secret) bits += ALPHABET.indexOf(letter).toString(2).padStart(5, "0");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac("sha1", key).update(counter).digest();
  return String((hash.readInt32BE(hash[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Runs `act` in a browser of its own, and looks afterwards whether a page asked elsewhere or complained. */
export async function atDesk(options, act) {
  const context = await newContext({ baseURL: desk(), locale: "es-MX", viewport: { width: 1024, height: 768 }, ...options });
  context.setDefaultTimeout(15_000);
  const noise = [];
  try {
    const page = await context.newPage();
    await nameElements(page);
    page.on("request", (request) => { if (!request.url().startsWith(desk()) && !request.url().startsWith("data:")) noise.push(`request to ${request.url()}`); });
    page.on("pageerror", (error) => noise.push(`script error: ${error.message}`));
    page.on("console", (message) => { if (["error", "warning"].includes(message.type()) && !message.text().startsWith("Failed to load resource")) noise.push(`console: ${message.text()}`); });
    await act(page, context);
    assert.deepEqual(noise, []);
  } finally {
    await context.close();
  }
}

/** A key inside the machine that says yes at once; with `prf` it also gives its secret. */
export async function withKey(page, context, prf = true) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", { options: { protocol: "ctap2", ctap2Version: "ctap2_1", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, hasPrf: prf, automaticPresenceSimulation: true } });
}

/** The first sign-in with a password; answers with the secret of the codes and the recovery codes. */
export async function begin(page, link) {
  await page.goto(link);
  const secret = await page.locator("input[name=Secret]").getAttribute("value");
  await page.fill("#Password", PASSWORD);
  await page.fill("#Again", PASSWORD);
  await page.fill("#Code", codeOf(secret));
  await page.locator("main form.form:not([data-passkey]) button").click();
  await page.locator(".codes li").first().waitFor();
  const codes = await page.locator(".codes li").allInnerTexts();
  assert.equal(codes.length, 10);
  return { secret, codes };
}

export async function signIn(page, code) {
  await page.goto("/console/sign-in");
  await page.fill("#Email", email());
  await page.fill("#Password", PASSWORD);
  await page.fill("#Code", code);
  await page.locator("main form.form:not([data-passkey]) button").click();
}
