// The line from a page to the worker behind it.
import type { Asked, Said } from "./said";

const SILENCE = 15_000;

/** Whether this browser can keep a pack at all: over plain http, and in old browsers, it cannot. */
export const canKeep = (): boolean => "serviceWorker" in navigator && isSecureContext && "DecompressionStream" in window && "indexedDB" in window;

/** The worker where one is there already; nothing is left on a phone whose owner keeps nothing. */
export const there = async (): Promise<ServiceWorker | undefined> => (await navigator.serviceWorker.getRegistration("/"))?.active ?? undefined;

export async function start(): Promise<ServiceWorker> {
  await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  return active!;
}

/** Asks, and hears how far it is until it is done. @returns whether it was: a worker that says nothing for so long was ended by the browser. */
export function ask(worker: ServiceWorker, asked: Asked, hear: (said: Said) => void): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    let late: ReturnType<typeof setTimeout>;
    const end = (isDone: boolean): void => {
      clearTimeout(late);
      port1.close();
      resolve(isDone);
    };
    const wait = (): void => {
      clearTimeout(late);
      late = setTimeout(() => end(false), SILENCE);
    };
    port1.onmessage = ({ data }: MessageEvent<Said>): void => {
      hear(data);
      if (data.is === "state" || data.is === "cannot") end(true);
      else wait();
    };
    wait();
    worker.postMessage(asked, asked.do === "take" ? [port2, asked.file] : [port2]);
  });
}
