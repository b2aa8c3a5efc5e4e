// A word as it is heard. Twin of Publication/Search/Understanding/Sound.cs.
const LONGEST = 64;
const isHigh = (letter: string | undefined): boolean => letter === "e" || letter === "i";

export function sound(word: string): string {
  let heard = "";
  for (let i = 0; i < word.length && heard.length < LONGEST; i++) {
    let letter = word[i]!;
    const next = word[i + 1] ?? "";
    const isSoft = isHigh(next) || next === "y";
    if (letter === "h") continue;
    if (letter === "p" && next === "h") [letter, i] = ["f", i + 1];
    else if ((letter === "c" || letter === "s") && next === "h") [letter, i] = ["%", i + 1];
    else if (letter === "s" && next === "c" && isHigh(word[i + 2])) letter = "s";
    else if (letter === "c") letter = isSoft ? "s" : "k";
    else if (letter === "q") [letter, i] = ["k", next === "u" ? i + 1 : i];
    else if (letter === "g" && next === "u" && isHigh(word[i + 2])) i++;
    else if (letter === "g" && isSoft) letter = "j";
    else if (letter === "v" || letter === "w") letter = "b";
    else if (letter === "z") letter = "s";
    else if (letter === "l" && next === "l") [letter, i] = ["y", i + 1];
    else if (letter === "y" && next === "") letter = "i";
    if (heard[heard.length - 1] !== letter) heard += letter;
  }
  return heard;
}
