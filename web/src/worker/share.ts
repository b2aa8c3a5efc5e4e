// The page that hands a place on, with a code that another telephone reads. It carries the place and nothing of what was searched.
import { encode } from "uqr";

/** Where the server's page has left room: the address, the name, the code. */
const [ADDRESS, NAME, CODE] = [/\uE007/g, /\uE001/g, "\uE002"];
const QUIET_ZONE = 4;

/** @param name as HTML. */
export function sharePage(page: string, path: string, name: string): string {
  const slug = encodeURI(path.split("/").at(-1)!);
  const filled = page.replace(ADDRESS, () => slug).replace(NAME, () => name);
  const link = /<input id="link"[^>]* value="([^"]*)"/.exec(filled)?.[1];
  return link === undefined ? filled : filled.replace(CODE, () => codeOf(link));
}

// One path, as the server draws it.
function codeOf(link: string): string {
  const { size, data } = encode(link, { ecc: "M", border: QUIET_ZONE });
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (data[row]![column]) path += `M${column} ${row}h1v1h-1z`;
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
