// Elements that the clock shows, hides or replaces: `data-live` in a page as the server drew it for packs. None holds another of its name.
const LIVE = /<([a-z]+)([^>]*) data-live="([a-z]+)"([^>]*)>([\s\S]*?)<\/\1>/g;

/** What stands in the place of each sort; true shows it as it is, false leaves it out. */
export type Shown = Record<string, string | boolean>;

export const shown = (page: string, what: Shown): string =>
  page.replace(LIVE, (whole, name: string, before: string, sort: string, after: string, inner: string) => {
    const is = what[sort] ?? true;
    if (typeof is === "string") return is;
    return is ? `<${name}${(before + after).replace(/ hidden(="[^"]*")?/, "")}>${inner}</${name}>` : "";
  });
