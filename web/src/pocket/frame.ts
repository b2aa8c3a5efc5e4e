// The server's own page around what the pack says. What of it is about another page (addresses in other languages, what a preview says,
// the place that a complaint is about) is written anew or left out.
import type { Shelf } from "./held/shelf";
import { escape } from "./say/html";
import { LOOK, otherLook, withoutSigns, withSigns, type Signs } from "./signs";

export interface Inside {
  main: string;
  shelf: Shelf;
  now: number;
  /** The address of this page behind the language: `/centres?kind=food`. */
  path: string;
  /** The slug of the place that a complaint from here may be about. */
  about?: string;
  /** Where pictograms lead. */
  signs?: Signs | undefined;
}

/** What stands between the marks of the main part. */
export const mainOf = (frame: string): string => frame.slice(bodyAt(frame), frame.indexOf("</main>"));

// What the page weighed on the line.
const FROM_A_LINE = /<span id="size">[^<]*<\/span>/g;

/** A page of the server's as it was fetched, without what is only true of it on a line. */
export const offTheLine = (html: string): string => html.replace(FROM_A_LINE, "");

export function framed(frame: string, { main, shelf, now, path, about, signs }: Inside): string {
  const { texts, dates } = shelf;
  const warning = shelf.warning(now);
  const bar = warning ? `<div class="bar" role="alert"><div class="wrap">${texts.html(warning)}</div></div>\n` : "";
  const before = frame.slice(0, bodyAt(frame))
    .replace(/<link rel="alternate"[^>]*>\s*|<meta property="og:[^>]*>\s*|<meta name="description"[^>]*>\s*/g, "")
    .replace(/(<li><a href=")[^"]*(" lang="([a-z]+)" hreflang)/g, (_, start: string, end: string, language: string) => `${start}/${language}${escape(path)}${end}`)
    .replace("</header>", () => `${bar}</header>`);
  const after = frame.slice(frame.indexOf("</main>"))
    .replace(/<svg class="sprite"[\s\S]*?<\/svg>/, () => texts.icons)
    .replace(/(<span id="age">)[^<]*/, (_, start: string) => start + escape(texts.say("public.data_of", { when: dates.moment(shelf.made) })))
    .replace(FROM_A_LINE, "")
    .replace(/(<input type="hidden" name="place" value=")[^"]*/, (_, start: string) => start + escape(about ?? ""));
  const own = `/${texts.language}${path}`;
  const page = before + main + after;
  if (signs) return signs.lead(page, escape(withoutSigns(own)));
  return path.endsWith(LOOK) ? page : otherLook(page, escape(withSigns(own)));
}

/** Whether something can stand in it: what came in the place of a page is kept by nobody. */
export const isFrame = (html: string): boolean => /<\/header>[\s\S]*<main[^>]*>[\s\S]*<\/main>[\s\S]*<span id="age">/.test(html);

function bodyAt(frame: string): number {
  const main = frame.indexOf("<main");
  return frame.indexOf(">", main) + 1;
}
