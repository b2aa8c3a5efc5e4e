// One form for singular and plural, by endings alone. Twin of Publication/Search/Understanding/Stem.cs.
const BEFORE_ES = "lrndzjy";

export function stem(word: string): string {
  const length = word.length;
  if (length < 4 || word[length - 1] !== "s" && !word.endsWith("aux")) return word;
  if (length >= 6 && (word.endsWith("aux") || word.endsWith("ais"))) return word.slice(0, -3) + "al";
  if (length >= 5 && word.endsWith("oes")) return word.slice(0, -3) + "ao";
  if (length >= 6 && word.endsWith("ies")) return word.slice(0, -3) + "y";
  if (length >= 5 && word.endsWith("es") && BEFORE_ES.includes(word[length - 3]!)) return word.slice(0, -2);
  return word[length - 1] === "s" && word[length - 2] !== "s" ? word.slice(0, -1) : word;
}
