// What a page asks of this worker, each over a port of its own, on which it hears how far it is.
import { codeOf } from "./cannot";
import { eraseEverything } from "./erasing";
import { keep, take } from "./keeping";
import { facts, isAnything, learn, packs, remove } from "./store";
import { tell } from "./updates";
import type { Asked, Said } from "../app/said";

export async function obey(asked: Asked, port: MessagePort): Promise<void> {
  const say = (said: Said): void => port.postMessage(said);
  try {
    await act(asked, say);
    say({ is: "state", packs: await described(), wifiOnly: (await facts()).wifiOnly ?? false });
  } catch (error) {
    say({ is: "cannot", code: codeOf(error) });
  }
}

async function act(asked: Asked, say: (said: Said) => void): Promise<void> {
  switch (asked.do) {
    case "keep":
      await keep(asked.name, (done, of) => say({ is: "progress", done, of }));
      return tell();
    case "take":
      say({ is: "taken", name: await take(new Uint8Array(asked.file)) });
      return tell();
    case "remove":
      await remove(asked.name);
      if ((await packs()).length === 0) await eraseEverything();
      return tell();
    case "choose":
      return learn({ wifiOnly: asked.wifiOnly });
    case "tell":
      return;
  }
}

async function described(): Promise<{ name: string; madeAt: string; expiresAt: string; bytes: number }[]> {
  return (await isAnything()) ? (await packs()).map(({ name, madeAt, expiresAt, file }) => ({ name, madeAt, expiresAt, bytes: file.length })) : [];
}
