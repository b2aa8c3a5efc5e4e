// The page on which somebody chooses what to keep: it works without this script too, by files.
import { filled, said as wordsOf, type Words } from "./words";
import type { Asked, Begun, KeptSaid, Said } from "./said";
import { ask, canKeep, start, there } from "./worker";

export async function packsPage(): Promise<void> {
  const section = document.querySelector<HTMLElement>("#keep");
  if (!section) return;
  const words = wordsOf(section);
  if (!canKeep()) {
    say(words.cannot_here);
    return;
  }
  const cards = [...document.querySelectorAll<HTMLElement>("[data-pack]")];
  section.hidden = false;
  for (const card of cards) wire(card, words, refresh);
  wireFile(section, words, refresh);
  wireWifi(section, refresh);
  const worker = await there();
  if (worker) await ask(worker, { do: "tell" }, refresh);

  function refresh(heard: Said): void {
    if (heard.is === "cannot") say(words[heard.code] ?? words.failed);
    if (heard.is === "taken") say(words.taken);
    if (heard.is === "state") show(cards, heard.packs, heard.wifiOnly, words);
  }
}

function wire(card: HTMLElement, words: Words, hear: (said: Said) => void): void {
  const button = part<HTMLButtonElement>(card, "[data-keep]");
  const remove = part<HTMLButtonElement>(card, "[data-remove]");
  const bar = part<HTMLProgressElement>(card, "progress");
  const name = card.dataset.pack!;
  let begun: Begun | undefined;
  button.hidden = false;
  button.addEventListener("click", () => void run(async () => {
    say("");
    [bar.hidden, button.disabled] = [false, true];
    bar.removeAttribute("value");
    await navigator.storage?.persist?.().catch(() => false);
    const hearing = (heard: Said): void => {
      if (heard.is === "progress") [bar.value, bar.max] = [heard.done, heard.of];
      else hear(heard);
      if (heard.is === "cannot") ({ begun } = heard);
      if (heard.is === "state") say(filled(words.kept!, card.dataset.label ?? ""));
    };
    const keep = async (): Promise<boolean> => ask(await start(), { do: "keep", name, begun }, hearing);
    // Where a worker was ended in the middle the next one finds out what is there and goes on.
    if (!(await keep()) && !(await keep())) hear({ is: "cannot", code: "failed" });
  }).finally(() => ([bar.hidden, button.disabled] = [true, false])));
  remove.addEventListener("click", () => void (async () => {
    if (await done({ do: "remove", name }, hear)) say(words.removed);
    button.focus();
  })());

  async function run(act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => hear({ is: "cannot", code: codeOf(error) }));
  }
}

function wireFile(section: HTMLElement, words: Words, hear: (said: Said) => void): void {
  const input = part<HTMLInputElement>(section, "input[type=file]");
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (!file) return;
    say(words.looking);
    const take = async (): Promise<boolean> => ask(await start(), { do: "take", file: await file.arrayBuffer() }, hear);
    void (async () => (await take()) || (await take()) || hear({ is: "cannot", code: "failed" }))().catch((error: unknown) => hear({ is: "cannot", code: codeOf(error) })).finally(() => (input.value = ""));
  });
}

function wireWifi(section: HTMLElement, hear: (said: Said) => void): void {
  const box = part<HTMLInputElement>(section, "input[name=wifi]");
  box.addEventListener("change", () => void (async () => {
    const wifiOnly = box.checked;
    if (!(await done({ do: "choose", wifiOnly }, hear))) box.checked = !wifiOnly;
  })());
}

/** Whether the worker did it; where it could not, or was ended twice, that is said. */
async function done(asked: Asked, hear: (said: Said) => void): Promise<boolean> {
  const worker = await there();
  let isDone = false;
  const listen = (said: Said): void => {
    isDone = said.is === "state";
    hear(said);
  };
  if (worker && ((await ask(worker, asked, listen)) || (await ask(worker, asked, listen)))) return isDone;
  hear({ is: "cannot", code: "failed" });
  return false;
}

// The program of the worker is fetched too.
const codeOf = (error: unknown): string => (error instanceof TypeError ? "network" : "failed");

function show(cards: HTMLElement[], kept: KeptSaid[], wifiOnly: boolean, words: Words): void {
  for (const card of cards) {
    const mine = kept.find((pack) => pack.name === card.dataset.pack);
    part(card, "[data-remove]").hidden = !mine;
    part(card, "[data-share]").hidden = !mine || mine.code !== undefined;
    const state = part(card, "[data-kept]");
    state.hidden = !mine;
    state.textContent = mine ? (mine.code ? (words[mine.code] ?? words.failed!) : filled(words.kept_until!, dayOf(mine.expiresAt))) : "";
    part(card, "[data-keep]").textContent = (mine && !mine.code ? words.renew : card.dataset.keepLabel) ?? "";
  }
  part<HTMLInputElement>(document.querySelector("#keep")!, "input[name=wifi]").checked = wifiOnly;
  part(document.querySelector("#keep")!, "[data-wifi]").hidden = kept.length === 0;
}

// The languages of the pages, of which one is not known to browsers.
function dayOf(time: string): string {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "ht" ? "fr" : lang, { day: "numeric", month: "numeric", year: "numeric" }).format(new Date(time));
}

function say(text: string | undefined): void {
  const line = document.querySelector<HTMLElement>("#said");
  if (line) [line.textContent, line.hidden] = [text ?? "", !text];
}

function part<T extends HTMLElement = HTMLElement>(of: ParentNode, what: string): T {
  return of.querySelector<T>(what)!;
}
