// The line from a page to the worker behind it.
import type { Asked, Said } from "./said";

/** Whether this browser can keep a pack at all: over plain http, and in old browsers, it cannot. */
export const canKeep = (): boolean => "serviceWorker" in navigator && isSecureContext && "DecompressionStream" in window && "indexedDB" in window;

/** The worker where one is there already; nothing is left on a phone whose owner keeps nothing. */
export const there = async (): Promise<ServiceWorker | undefined> => (await navigator.serviceWorker.getRegistration("/"))?.active ?? undefined;

export async function start(): Promise<ServiceWorker> {
  await navigator.serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  const { active } = await navigator.serviceWorker.ready;
  return active!;
}

/** Asks, and hears how far it is until it is done. */
export function ask(worker: ServiceWorker, asked: Asked, hear: (said: Said) => void): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Said>): void => {
      hear(data);
      if (data.is !== "state" && data.is !== "cannot") return;
      port1.close();
      resolve();
    };
    worker.postMessage(asked, asked.do === "take" ? [port2, asked.file] : [port2]);
  });
}
