// What a page of this site is answered with. Where a pack is kept its pages come from it, with a network as without: the addresses
// that leave the phone are then the same whatever somebody looks for.
import { offTheLine } from "../pocket/frame";
import { asset, keepWhatDrawsTheMap } from "./assets";
import { eraseEverything } from "./erasing";
import { standing } from "./keeping";
import { pocketOf, shellFor, type Pocket } from "./pockets";
import { mapPage, pointsOf } from "./map";
import { heard, isSound, sound } from "./recordings";
import { sharePage } from "./share";
import { isAnyKept, isAnything, packOf, packs, shellOf, type Shell, type ShellPage } from "./store";
import { now } from "./trust";

const LANGUAGE = /^\/(es|en|fr|pt|ht)(\/.*)?$/;
/** What needs the server, because something is sent there or because it is about what can be fetched. */
const SERVERS = /^\/(packs|complaint|report|claim|q|done|poster|print)(\/|$)|^\/centres\/[^/]+\/(report|claim)$/;
/** What is drawn anew each time: all that a clock or a question changes. */
const DRAWN = /^\/(centres|consulates|danger|child|emergency)(\/|$)/;
/** What is nothing without the entries of a pack: the server's own page of it is of the hour in which the pack was kept. */
const OF_ENTRIES = /^\/(centres|consulates|map)(\/|$)/;
const PACK_FILE = /^\/packs\/([a-z-]{5,40})\.pack$/;

/** Whether this worker has anything to say to it. */
export function isOurs(request: Request): boolean {
  const { origin, pathname } = new URL(request.url);
  return origin === location.origin && (LANGUAGE.test(pathname) || pathname.startsWith("/assets/") || isSound(pathname) || PACK_FILE.test(pathname));
}

export async function answer(request: Request): Promise<Response> {
  const url = new URL(request.url);
  try {
    if (url.pathname.startsWith("/assets/")) return (await asset(url.pathname)) ?? (await keepWhatDrawsTheMap(url.pathname, await fetch(request)));
    if (isSound(url.pathname)) return (await sound(request)) ?? (await fetch(request));
    const pack = PACK_FILE.exec(url.pathname);
    if (pack) return await packFile(request, pack[1]!);
    if (request.method !== "GET") return await sent(request, url);
    return await page(request, url);
  } catch {
    return fromServer(request, url);
  }
}

async function page(request: Request, url: URL): Promise<Response> {
  const [, language, rest = "/"] = LANGUAGE.exec(url.pathname)!;
  if (rest === "/gone") return leaveNothing(request);
  const isLive = request.headers.has("x-live");
  const shell = (await isAnything()) ? await shellFor(language!) : undefined;
  if (!shell) return isLive ? new Response(null, { status: 204 }) : fromServer(request, url);
  if (SERVERS.test(rest) || url.searchParams.has("net")) return fromServer(request, url);
  if (OF_ENTRIES.test(rest) && !(await pocketOf(language!))) return withdrawn(shell.pages, language!);
  if (rest === "/map/points") {
    const points = (await pocketOf(language!))?.pages.points(new URL(`/${language}/centres${url.search}`, url), await now());
    return points ? pointsOf(points) : fromServer(request, url);
  }
  const kept = shell.pages[url.pathname + url.search] ?? shell.pages[`/${language}${rest}`];
  if (kept && !DRAWN.test(rest)) return html(await stamped(rest === "/map" ? mapPage(kept.html, language!, url.search) : kept.html, language!, url), kept);
  const pocket = await pocketOf(language!);
  const drawn = pocket && drawnBy(pocket, shell, url, await now());
  if (drawn) return drawn;
  if (kept) return html(kept.html, kept);
  return rest.startsWith("/centres/") ? missing(shell.pages, language!, rest) : fromServer(request, url);
}

function drawnBy(pocket: Pocket, shell: Shell, url: URL, at: number): Promise<Response> | undefined {
  const [, path, what] = /^(\/[a-z]{2}\/centres\/[^/]+)\/(share|print)$/.exec(url.pathname) ?? [];
  // What is printed is the page itself, which has the styles of paper.
  const drawn = pocket.pages.page(path ? new URL(path, url) : url, at);
  if (!drawn || drawn.missing === "centre") return undefined;
  const language = url.pathname.slice(1, 3);
  const share = shell.pages[`/${language}/offline/share`];
  if (what === "share" && share) return html(sharePage(share.html, path!, /<h1>([^]*?)<\/h1>/.exec(drawn.html)?.[1] ?? ""), share);
  return html(drawn.html, shell.pages[`/${language}/centres`]!, drawn.status);
}

/** A place that this pack does not hold: it is said, with the way to ask the server. */
async function missing(pages: Record<string, ShellPage>, language: string, rest: string): Promise<Response> {
  const page = pages[`/${language}/offline/missing`];
  if (!page) return Response.error();
  return html(page.html.replaceAll("\uE007", encodeURI(decodeURI(rest.slice("/centres/".length)))), page, 404);
}

/** Nothing of what is kept may be shown, and what somebody looks for is not told to the server for it. */
async function withdrawn(pages: Record<string, ShellPage>, language: string): Promise<Response> {
  const page = pages[`/${language}/offline/withdrawn`];
  return page ? html(page.html, page, 503) : Response.error();
}

/** A form: it goes to the server or nowhere, and what was typed stays in the page behind. */
async function sent(request: Request, url: URL): Promise<Response> {
  const [, language] = LANGUAGE.exec(url.pathname) ?? [];
  try {
    return await fetch(request);
  } catch {
    const page = (await someShell(language))?.[`/${language}/offline/form`];
    return page ? html(page.html, page, 503) : Response.error();
  }
}

async function fromServer(request: Request, url: URL): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const [, language] = LANGUAGE.exec(url.pathname) ?? [];
    const pages = await someShell(language).catch(() => undefined);
    const page = pages && ((OF_ENTRIES.test(url.pathname.slice(3)) ? undefined : pages[url.pathname]) ?? Object.entries(pages).find(([path]) => path.endsWith("/offline"))?.[1]);
    return page ? html(page.html, page, 503) : Response.error();
  }
}

// In the language that was asked for, else in the one that is kept.
async function someShell(language: string | undefined): Promise<Record<string, ShellPage> | undefined> {
  const own = language === undefined ? undefined : await shellFor(language);
  const [any] = own ? [] : await packs();
  return (own ?? (any && (await shellOf(any.name))))?.pages;
}

/** To be handed on: what the phone has costs nothing and comes whole. What is over gives way to a newer one; what was called back is handed to nobody. */
async function packFile(request: Request, name: string): Promise<Response> {
  const kept = (await isAnyKept()) ? await packOf(name) : undefined;
  const pack = kept && !(await standing(kept)) ? kept : undefined;
  const own = (): Response => new Response(pack!.file as BodyInit, { headers: { "content-type": "application/octet-stream", "content-disposition": `attachment; filename=${name}.pack` } });
  if (pack && Date.parse(pack.expiresAt) > (await now())) return own();
  try {
    return await fetch(request);
  } catch {
    return pack ? own() : Response.error();
  }
}

/** Everything goes from this phone; the server's answer makes the browser forget its own copies too. */
async function leaveNothing(request: Request): Promise<Response> {
  await eraseEverything();
  try {
    return await fetch(request);
  } catch {
    return new Response("", { status: 302, headers: { location: "/" } });
  }
}

async function html(text: string, { policy, referrer }: ShellPage, status = 200): Promise<Response> {
  return new Response(await heard(text), {
    status, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy, "referrer-policy": referrer, "x-content-type-options": "nosniff", "cache-control": "no-store" },
  });
}

// Such a page needs no pack, so it is there at once; what is over is said on top of it all the same.
async function stamped(page: string, language: string, url: URL): Promise<string> {
  const at = await now();
  const isOver = (await packs()).some((pack) => pack.language === language && (pack.forgotten || Date.parse(pack.expiresAt) <= at));
  const pocket = isOver ? await pocketOf(language) : undefined;
  return pocket ? pocket.pages.around(page, url, at) : offTheLine(page);
}
