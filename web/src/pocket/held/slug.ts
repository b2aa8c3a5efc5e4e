// The last piece of an address, of which a pack holds what stands behind the name. Twin of Public/Packs/Drawing/PackSlug.cs.
const LONGEST = 80;

export const slugOf = (cell: string, name: string): string => (cell.startsWith("~") ? `${madeOf(name)}-${cell.slice(1)}` : cell);

function madeOf(name: string): string {
  let slug = "";
  const letters = name.normalize("NFD");
  for (let i = 0; i < letters.length && slug.length < LONGEST; i++) {
    const letter = letters[i]!;
    if (/[a-zA-Z0-9]/.test(letter)) slug += letter.toLowerCase();
    else if (!/\p{Mn}/u.test(letter) && slug !== "" && !slug.endsWith("-")) slug += "-";
  }
  return slug.replace(/-+$/, "");
}
