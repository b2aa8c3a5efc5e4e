// What the address of a list asks for. What cannot be used is named, so that the page can say it and keep the rest. Twin of
// Public/Centres/Find/Asked.cs.
import { asksForSigns } from "../signs";

const LONGEST_TEXT = 200;
const LAST_PAGE = 500;
const MOST_CHOICES = 12;
const BLANK = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const BLANKS = new RegExp(`^${BLANK}|${BLANK}$`, "g");

export interface Asked {
  text: string;
  kinds: string[];
  for: string[];
  country: string | null;
  /** As it was typed. */
  near: string;
  openNow: boolean;
  asksNoPapers: boolean;
  page: number;
  /** Pictograms lead. */
  signs: boolean;
  /** Keys of what is wrong, in the order of the form. */
  wrong: string[];
}

/** The codes that an address may hold. */
export interface Codes {
  kinds: readonly string[];
  populations: readonly string[];
  countries: readonly string[];
}

/** The values of one name of a query, as the server reads them: the name in any capitals. */
export function valuesOf(url: URL, name: string): string[] {
  const values: string[] = [];
  url.searchParams.forEach((value, key) => { if (key.toLowerCase() === name) values.push(value); });
  return values;
}

export function askedOf(url: URL, codes: Codes): Asked {
  const wrong: string[] = [];
  const values = (name: string): string[] => valuesOf(url, name).map((value) => value.replace(BLANKS, "")).filter((value) => value !== "");
  const words = (name: string, key: string): string => {
    const text = values(name)[0] ?? "";
    const clean = [...text].filter((letter) => !/[\p{Cc}\p{Cs}\ufffd]/u.test(letter)).slice(0, LONGEST_TEXT).join("");
    if (clean !== text) wrong.push(key);
    return clean;
  };
  const many = (name: string, known: readonly string[], key: string): string[] => {
    const said = [...new Set(values(name))].slice(0, MOST_CHOICES + 1);
    if (said.length > MOST_CHOICES || said.some((code) => !known.includes(code))) wrong.push(key);
    return said.filter((code) => known.includes(code)).slice(0, MOST_CHOICES);
  };
  const one = (name: string, known: readonly string[], key: string): string | null => {
    const said = values(name)[0];
    if (said === undefined) return null;
    if (known.includes(said)) return said;
    if (!wrong.includes(key)) wrong.push(key);
    return null;
  };
  const text = words("q", "public.wrong.text");
  const kinds = many("kind", codes.kinds, "public.wrong.kind");
  const populations = many("for", codes.populations, "public.wrong.for");
  const country = one("country", codes.countries, "public.wrong.country");
  const near = words("near", "public.wrong.near");
  const openNow = one("open", ["now"], "public.wrong.choice") !== null;
  const asksNoPapers = one("papers", ["no"], "public.wrong.choice") !== null;
  const said = values("page")[0];
  const page = said !== undefined && /^[0-9]+$/.test(said) && Number(said) >= 1 && Number(said) <= LAST_PAGE ? Number(said) : undefined;
  if (said !== undefined && page === undefined) wrong.push("public.wrong.page");
  return { text, kinds, for: populations, country, near, openNow, asksNoPapers, page: page ?? 1, signs: asksForSigns(url), wrong };
}

/** The address of the same question behind the language, in one spelling. */
export function pathOf(asked: Asked): string {
  const said: [string, string][] = [];
  if (asked.text) said.push(["q", asked.text]);
  for (const kind of asked.kinds) said.push(["kind", kind]);
  for (const who of asked.for) said.push(["for", who]);
  if (asked.country) said.push(["country", asked.country]);
  if (asked.near) said.push(["near", asked.near]);
  if (asked.openNow) said.push(["open", "now"]);
  if (asked.asksNoPapers) said.push(["papers", "no"]);
  if (asked.page > 1) said.push(["page", String(asked.page)]);
  if (asked.signs) said.push(["look", "signs"]);
  return "/centres" + said.map(([name, value], i) => `${i === 0 ? "?" : "&"}${name}=${coded(value)}`).join("");
}

// The server also codes the five signs that a browser leaves.
const coded = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
