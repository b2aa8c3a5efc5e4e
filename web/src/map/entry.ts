// A place in words: the same card below the map and in it, and the same as in the list of the site.
import type { Place } from "./asked";
import { icon, make, type Said } from "./words";

export const pathOf = (place: Place): string => `/${document.documentElement.lang}/centres/${encodeURIComponent(place.slug)}`;

export function parts(place: Place, said: Said, heading: "h2" | "h3"): HTMLElement[] {
  const link = make("a", "", place.name);
  link.href = pathOf(place);
  return [
    make(heading, "", link),
    make("span", `state ${place.tone ?? ""}`.trim(), place.state),
    make("span", "meta", place.what),
    make("span", "meta", place.where),
    // In the list "the address is given by phone" says it already.
    ...(place.area && heading === "h2" ? [make("span", "meta", said.area)] : []),
    make("span", place.doubt ? "trust doubt" : "trust", icon(place.doubt ? "ask" : "ok"), place.trust),
  ];
}

/** What a button on the map is called: all that its card would say of whether to go there. */
export const nameOf = (place: Place, said: Said): string => [place.name, place.what, place.state, place.area ? said.area : ""].filter(Boolean).join(". ");
