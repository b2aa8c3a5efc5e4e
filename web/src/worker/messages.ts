// What a page asks of this worker, each over a port of its own, on which it hears how far it is.
import { codeOf } from "./cannot";
import { eraseEverything, eraseWhereNothingIsKept } from "./erasing";
import { keep, standing, take } from "./keeping";
import { changed } from "./pockets";
import { begin, begunOf, facts, isAnything, learn, packs, remove } from "./store";
import { tell } from "./updates";
import type { Asked, KeptSaid, Said } from "../app/said";

/** A page that hears nothing for long takes this worker as ended: browsers end one in the middle of its work, and say nothing. */
const BEAT = 4_000;

export async function obey(asked: Asked, port: MessagePort): Promise<void> {
  const say = (said: Said): void => port.postMessage(said);
  const beat = setInterval(() => say({ is: "alive" }), BEAT);
  try {
    await act(asked, say);
    say({ is: "state", packs: await described(), wifiOnly: (await facts()).wifiOnly ?? false });
  } catch (error) {
    const code = codeOf(error);
    // The next try is then made by a program that knows it.
    if (code === "too_new") await (self as unknown as ServiceWorkerGlobalScope).registration.update().catch(() => undefined);
    say({ is: "cannot", code, begun: await eraseWhereNothingIsKept(asked.do === "keep" ? asked.name : undefined).catch(() => undefined) });
  } finally {
    clearInterval(beat);
  }
}

async function act(asked: Asked, say: (said: Said) => void): Promise<void> {
  switch (asked.do) {
    case "keep":
      if (asked.begun && !(await begunOf(asked.name))) await begin(asked.name, asked.begun);
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

async function described(): Promise<KeptSaid[]> {
  if (!(await isAnything())) return [];
  return Promise.all((await packs()).map(async (pack) => {
    const { name, madeAt, expiresAt, file } = pack;
    const code = await standing(pack);
    return { name, madeAt, expiresAt, bytes: file.length, ...(code && { code }) };
  }));
}
