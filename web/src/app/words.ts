export type Words = Record<string, string | undefined>;

/** What a script may have to say stands in the page, in the page's language. */
export const said = (of: ParentNode): Words =>
  Object.fromEntries([...of.querySelectorAll<HTMLElement>("[data-code]")].map((element) => [element.dataset.code!, element.textContent ?? ""]));

/** The text with what belongs in its gap. */
export const filled = (text: string, what: string): string => text.replace("{}", () => what);
