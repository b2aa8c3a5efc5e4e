// The worker behind the pages: it is there only on a phone whose owner chose to keep a pack.
import { answer, isOurs } from "./worker/answers";
import { obey } from "./worker/messages";
import { lookAround } from "./worker/updates";
import type { Asked } from "./app/said";

const worker = self as unknown as ServiceWorkerGlobalScope;

// A newer version takes over at once: what it keeps has one shape, and a download that it interrupts goes on in it.
worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (event) => {
  if (!isOurs(event.request)) return;
  const said = answer(event.request);
  event.respondWith(said);
  if (event.request.mode === "navigate") event.waitUntil(said.then(() => lookAround(new URL(event.request.url).pathname), () => undefined));
});

worker.addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port) event.waitUntil(obey(event.data as Asked, port));
});
