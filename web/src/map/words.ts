// What the map says, in the reader's language, as the page gave it.
export type Said = Record<"map" | "keys" | "closer" | "farther" | "close" | "shown" | "together" | "area" | "more" | "unplaced" | "none", string>;

/** Fills {name} in a sentence. */
export const say = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

type Child = Node | string | false | undefined;

/** An element with a class and what it holds; words are only ever set as text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: Child[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child): child is Node | string => !!child));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A pictogram of the page's own sprite; words always stand beside it. */
export function icon(name: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}
