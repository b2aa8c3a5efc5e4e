import "./console/cover";
import "./console/keep";
// The console works without this file; with it, paper is one button away, and passkeys can be made and used.
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// On a telephone the menu is one line that slides: where one is stands in view.
const line = document.querySelector<HTMLElement>(".rail nav");
const here = line?.querySelector<HTMLElement>("[aria-current]");
if (line && here) {
  const [outer, inner] = [line.getBoundingClientRect(), here.getBoundingClientRect()];
  line.scrollLeft += inner.left - outer.left - (outer.width - inner.width) / 2;
}

// One box for everything, one key away.
document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const box = document.querySelector<HTMLInputElement>("#find");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// In a queue one key does a row's first deed. Only from within a row, and never while somebody types.
document.addEventListener("keydown", (event) => {
  const at = event.target as HTMLElement;
  if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || at.matches("input, select, textarea")) return;
  at.closest("[data-row]")?.querySelector<HTMLButtonElement>(`button[data-key="${CSS.escape(event.key.toLowerCase())}"]`)?.click();
});

// The picture of a point becomes a way to move it: by a tap, or by arrow keys. Without this the two fields and a button do the same.
for (const map of document.querySelectorAll<SVGSVGElement>("svg[data-map]")) {
  const form = map.closest("form");
  const field = (name: string) => form?.querySelector<HTMLInputElement>(`[name="${name}"]`);
  const [north, east] = [field("Latitude"), field("Longitude")];
  const mark = map.querySelector<SVGCircleElement>("[data-mark]");
  if (!north || !east || !mark) continue;
  const { west, north: top, x: perX, y: perY } = map.dataset as { west: string; north: string; x: string; y: string };
  const box = map.viewBox.baseVal;
  const put = (x: number, y: number) => {
    const [at, up] = [Math.min(Math.max(x, 0), box.width), Math.min(Math.max(y, 0), box.height)];
    mark.setAttribute("cx", String(at));
    mark.setAttribute("cy", String(up));
    east.value = (Number(west) + at / Number(perX)).toFixed(5);
    north.value = (Number(top) - up / Number(perY)).toFixed(5);
  };
  map.setAttribute("tabindex", "0");
  map.setAttribute("role", "application");
  const hint = map.nextElementSibling as HTMLElement | null;
  if (hint?.matches("[data-map-hint]")) {
    hint.hidden = false;
    hint.id = "map-hint";
    map.setAttribute("aria-describedby", hint.id);
  }
  map.addEventListener("click", (event) => {
    const drawn = map.getBoundingClientRect();
    put(((event.clientX - drawn.left) * box.width) / drawn.width, ((event.clientY - drawn.top) * box.height) / drawn.height);
  });
  const ways: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.addEventListener("keydown", (event) => {
    const way = ways[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const isThere = Number(mark.getAttribute("cx")) >= 0;
    const step = event.shiftKey ? 20 : 4;
    put((isThere ? Number(mark.getAttribute("cx")) : box.width / 2) + way[0] * step, (isThere ? Number(mark.getAttribute("cy")) : box.height / 2) + way[1] * step);
  });
}

type Prf = { prf?: { enabled?: boolean; results?: { first?: ArrayBuffer } } };
type Json = Record<string, unknown>;
type FromJson = { parseCreationOptionsFromJSON(json: Json): PublicKeyCredentialCreationOptions; parseRequestOptionsFromJSON(json: Json): PublicKeyCredentialRequestOptions };

// What the passkey's own secret is asked for; it opens the person's sealing key and never leaves the pair of browser and server.
const SALT = new TextEncoder().encode("amparo sealing key, version 1");
const withSecret = () => ({ prf: { eval: { first: SALT } } }) as AuthenticationExtensionsClientInputs;
const secretOf = (credential: PublicKeyCredential) => (credential.getClientExtensionResults() as Prf).prf?.results?.first;
const toText = (bytes: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

async function make(options: Json): Promise<[PublicKeyCredential, ArrayBuffer | undefined]> {
  const publicKey = (PublicKeyCredential as unknown as FromJson).parseCreationOptionsFromJSON(options);
  publicKey.extensions = { ...publicKey.extensions, ...withSecret() };
  const credential = (await navigator.credentials.create({ publicKey })) as PublicKeyCredential;
  const secret = secretOf(credential);
  if (secret || !(credential.getClientExtensionResults() as Prf).prf?.enabled) return [credential, secret];
  // Most keys give their secret only when they are used: they are used once, for that alone.
  const used = (await navigator.credentials.get({
    publicKey: { challenge: crypto.getRandomValues(new Uint8Array(32)), allowCredentials: [{ id: credential.rawId, type: "public-key" }], userVerification: "required", extensions: withSecret() },
  })) as PublicKeyCredential;
  return [credential, secretOf(used)];
}

async function use(options: Json): Promise<[PublicKeyCredential, ArrayBuffer | undefined]> {
  const publicKey = (PublicKeyCredential as unknown as FromJson).parseRequestOptionsFromJSON(options);
  publicKey.extensions = { ...publicKey.extensions, ...withSecret() };
  const credential = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
  return [credential, secretOf(credential)];
}

async function answer(form: HTMLFormElement): Promise<void> {
  const asked = await fetch(form.dataset.question!, { cache: "no-store" });
  if (!asked.ok) throw new Error(String(asked.status));
  const { options, state } = (await asked.json()) as { options: Json; state: string };
  const [credential, secret] = await (form.dataset.passkey === "make" ? make(options) : use(options));
  const json = credential.toJSON() as unknown as { clientExtensionResults?: Json };
  json.clientExtensionResults = {};
  const fill = (name: string, value: string) => { form.querySelector<HTMLInputElement>(`[name="Passkey.${name}"]`)!.value = value; };
  fill("Credential", JSON.stringify(json));
  fill("State", state);
  fill("Prf", secret ? toText(secret) : "");
  form.submit();
}

if (typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential) {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const failed = form.querySelector<HTMLElement>("[data-failed]")!;
      failed.hidden = true;
      answer(form).catch(() => { failed.hidden = false; });
    });
  }
}
export {};
