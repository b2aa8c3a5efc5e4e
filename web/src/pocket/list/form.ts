// The form of the list as the server drew it, with what was asked written into it.
import { escape } from "../say/html";
import type { Asked } from "./asked";

const OPENS_FILTERS = ["public.wrong.kind", "public.wrong.for", "public.wrong.choice"];

export const formOf = (main: string): string => /<form[\s\S]*?<\/form>/.exec(main)?.[0] ?? "";

/** The codes and names (HTML) of the countries that a form offers, in the order in which a reader looks for them. */
export function choicesOf(form: string, select: string): Map<string, string> {
  const options = new RegExp(`<select id="${select}"[\\s\\S]*?</select>`).exec(form)?.[0] ?? "";
  return new Map([...options.matchAll(/<option value="([A-Z]{2})"[^>]*>([^<]*)/g)].map(([, code, name]) => [code!, name!]));
}

export const chosen = (form: string, select: string, code: string | null): string =>
  form.replace(new RegExp(`<select id="${select}"[\\s\\S]*?</select>`), (options) =>
    options.replace(/(<option value="([A-Z]*)")[^>]*>/g, (_, start: string, value: string) => `${start}${value === code ? ' selected="selected"' : ""}>`));

export function filled(form: string, asked: Asked, near: string): string {
  const isTicked = (name: string, value: string): boolean =>
    name === "kind" ? asked.kinds.includes(value) : name === "for" ? asked.for.includes(value) : name === "open" ? asked.openNow : name === "papers" && asked.asksNoPapers;
  const typed = (html: string, id: string, text: string): string => html.replace(new RegExp(`(<input id="${id}"[^>]* value=")[^"]*`), (_, start: string) => start + escape(text));
  const ticked = typed(typed(form, "q", asked.text), "near", near)
    .replace(/(<input type="checkbox" name="([a-z]+)" value="([a-z_]+)")[^>]*>/g, (_, start: string, name: string, value: string) => `${start}${isTicked(name, value) ? ' checked="checked"' : ""}>`)
    .replace(/<details[^>]*>/, asked.wrong.some((key) => OPENS_FILTERS.includes(key)) ? '<details open="open">' : "<details>");
  return chosen(ticked, "country", asked.country);
}
