// The look in which pictograms lead and the same words follow. Twin of Public/Layout/SignsOf.cs, _Signs.cshtml and PublicPage.cs.
import { iconOf } from "./list/icons";
import { icon } from "./say/html";

export const LOOK = "look=signs";
const FIELD = '<input type="hidden" name="look" value="signs">';
const MOST = 4;
/** Stands for whatever has no sign of its own: beside others it would say nothing. */
const ANY = "pin";
const TONES: Record<string, string> = { open: "ok", later: "lock" };
const WHOM: Record<string, string> = { families: "family", unaccompanied_children: "child" };

const CHOICE = /<input type="checkbox" name="(kind|for)" value="([a-z_]+)"[^>]*>([^<]*)/g;
const OTHER_LOOK = /(<li><a href=")[^"]*(" rel="nofollow">)([^<]*)/;

export const asksForSigns = (url: URL): boolean => url.searchParams.get("look") === "signs";
export const withoutSigns = (path: string): string => path.replace(/[?&]look=signs$/, "");
export const withSigns = (path: string): string => `${path}${path.includes("?") ? "&" : "?"}${LOOK}`;

/** The way from a page to its other look, at its foot. */
export const otherLook = (html: string, path: string, said = "$3"): string => html.replace(OTHER_LOOK, `$1${path.replace(/\$/g, "$$$$")}$2${said}`);

export class Signs {
  private readonly icons = new Map<string, string>();
  private readonly back: string;

  /** @param form of the list: what the kinds and those for whom a place is are called in the words of a card. @param led a page of the server's in this look. */
  constructor(form: string, led: string) {
    for (const [, name, code, said] of form.matchAll(CHOICE)) this.icons.set(said!, (name === "kind" ? iconOf(code!) : WHOM[code!]) ?? ANY);
    this.back = OTHER_LOOK.exec(led)?.[3] ?? "";
  }

  /** The same page in this look. @param path of it in the plain one. */
  lead(html: string, path: string): string {
    return otherLook(html, path, this.back).replace('<main class="wrap"', '<main class="wrap signs"').replace(/(<a class="mark" href="[^"?]*)/, `$1?${LOOK}`)
      .replace(/<form [^>]*role="search"[^>]*>/, (form) => form + FIELD);
  }

  /** A place of a list. */
  card(html: string, tone: string): string {
    return html.replace('<li class="card">', (start) => start + this.row(html, tone)).replace(/(<h3><a href="[^"]*)/, `$1?${LOOK}`);
  }

  /** @param card as it stands in a list. */
  row(card: string, tone: string): string {
    const [what = "", whom = ""] = (/<span class="meta">([^<]*)/.exec(card)?.[1] ?? "").split(" — ");
    const [kind = ANY, ...more] = what.split(" · ").map((word) => this.icons.get(word) ?? ANY);
    const signs = new Set([kind, ...[...more, ...whom.split(", ").map((word) => this.icons.get(word) ?? ANY)].filter((sign) => sign !== ANY)]);
    return `<span class="row" aria-hidden="true"><span class="state ${tone}">${icon(TONES[tone] ?? "phone")}</span>${[...signs].slice(0, MOST).map(icon).join("")}</span>`;
  }
}
