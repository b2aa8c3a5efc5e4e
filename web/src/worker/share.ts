// The page that hands a place on. It carries the place and nothing of what was searched; its code is drawn there, by its own script.

/** Where the server's page has left room: the address, the name. */
const [ADDRESS, NAME] = [/\uE007/g, /\uE001/g];

/** @param name as HTML. */
export function sharePage(page: string, path: string, name: string): string {
  const slug = encodeURI(path.split("/").at(-1)!);
  return page.replace(ADDRESS, () => slug).replace(NAME, () => name);
}
