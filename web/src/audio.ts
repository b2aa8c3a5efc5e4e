// Recordings on the page of packs: one file of each language, fetched whole, so that no sound is asked for singly. It comes only with a
// page that offers some, and is no part of what a phone keeps.
import { filled, said as wordsOf, type Words } from "./app/words";
import { audioOf } from "./audio/file";
import { audioOf as keptOf, forget, hasSounds, withSounds, type KeptAudio } from "./audio/store";
import { joined } from "./pack/file";
import { keyOf } from "./pack/signed";
import { ended } from "./worker/database";
import { facts, packs } from "./worker/store";

const MOST = 64 * 1024 * 1024;
/** What came before the line broke; it goes on there while this page is open. */
const begun = new Map<string, { etag: string; pieces: Uint8Array[] }>();
const cards = [...document.querySelectorAll<HTMLElement>("[data-audio]")];
const words = wordsOf(document.querySelector("#keep") ?? document);

if (cards.length > 0 && "indexedDB" in window && isSecureContext) {
  for (const card of cards) wire(card);
  void show();
  // A country was kept, or went.
  navigator.serviceWorker?.addEventListener("message", () => void show());
}

function wire(card: HTMLElement): void {
  const [button, bar] = [part<HTMLButtonElement>(card, "[data-audio-keep]"), part<HTMLProgressElement>(card, "progress")];
  const language = card.dataset.audio!;
  button.addEventListener("click", () => {
    [bar.hidden, button.disabled] = [false, true];
    bar.removeAttribute("value");
    void keep(language, (done, of) => ([bar.value, bar.max] = [done, of]))
      .then(() => say(filled(words.kept!, card.dataset.label!)), (error: unknown) => say(words[codeOf(error)] ?? words.failed))
      .finally(() => {
        [bar.hidden, button.disabled] = [true, false];
        void show();
      });
  });
  part(card, "[data-audio-remove]").addEventListener("click", () => void forget(language, new Set()).then(() => {
    say(words.removed);
    void show();
    button.focus();
  }));
}

async function keep(language: string, told: (done: number, of: number) => void): Promise<void> {
  const [one] = await packs();
  const { root: text, revoked, floor = 0 } = await facts();
  const root = text === undefined ? undefined : await keyOf(text);
  if (!one || !root) throw new Error("needs_site");
  const file = await fetched(language, told);
  const known = await kept(language);
  const audio = await audioOf(file, { root, now: Math.max(Date.now(), floor), language, demonstration: one.demonstration, seenEdition: known?.edition ?? 0, revoked }).catch(() => "unreadable");
  begun.delete(language);
  if (typeof audio === "string") throw new Error(audio);
  await withSounds((db) => {
    const tx = db.transaction(["sounds", "files"], "readwrite", { durability: "strict" });
    for (const [hash, sound] of audio.sounds) tx.objectStore("sounds").put(sound, hash);
    tx.objectStore("files").put({ id: audio.id, edition: audio.edition, madeAt: audio.madeAt, size: file.length }, language);
    return ended(tx);
  });
  await forget(language, new Set(audio.sounds.keys()));
}

async function fetched(language: string, told: (done: number, of: number) => void): Promise<Uint8Array> {
  let before = begun.get(language);
  const length = (pieces: Uint8Array[]): number => pieces.reduce((sum, piece) => sum + piece.length, 0);
  const headers: Record<string, string> = before ? { range: `bytes=${length(before.pieces)}-`, "if-range": before.etag } : {};
  const answer = await fetch(`/packs/audio-${language}.pack`, { cache: "no-store", credentials: "omit", headers }).catch(() => undefined);
  if (!answer?.ok || !answer.body) throw new Error(answer?.status === 404 ? "none" : "network");
  const etag = answer.headers.get("etag") ?? "";
  if (answer.status !== 206 || before?.etag !== etag) before = { etag, pieces: [] };
  begun.set(language, before);
  const of = length(before.pieces) + Number(answer.headers.get("content-length") ?? 0);
  const reader = answer.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(before.pieces);
      before.pieces.push(value);
      if (length(before.pieces) > MOST) throw new Error("unreadable");
      told(length(before.pieces), of);
    }
  } catch (error) {
    throw error instanceof Error && error.message === "unreadable" ? error : new Error("network");
  }
}

const kept = async (language: string): Promise<KeptAudio | undefined> => ((await hasSounds()) ? keptOf(language) : undefined);

async function show(): Promise<void> {
  const isAny = (await packs()).length > 0;
  const first = document.querySelector<HTMLElement>("[data-audio-first]");
  if (first) first.hidden = isAny;
  for (const card of cards) {
    const mine = await kept(card.dataset.audio!);
    part(card, "[data-audio-keep]").hidden = !isAny || mine?.id === card.dataset.id;
    part(card, "[data-audio-keep]").textContent = (mine ? words.renew : card.dataset.keepLabel) ?? "";
    part(card, "[data-audio-remove]").hidden = part(card, "[data-audio-kept]").hidden = !mine;
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "failed";
  return error.name === "QuotaExceededError" ? "full" : error.message;
}

function say(text: string | undefined): void {
  const line = document.querySelector<HTMLElement>("#said");
  if (line) [line.textContent, line.hidden] = [text ?? "", !text];
}

function part<T extends HTMLElement = HTMLElement>(of: ParentNode, what: string): T {
  return of.querySelector<T>(what)!;
}
