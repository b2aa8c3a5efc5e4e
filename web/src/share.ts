// The code of the page that hands a place on, where the phone made that page itself: another telephone reads it. Only that page loads this.
import { encode } from "uqr";

const QUIET_ZONE = 4;
const link = document.querySelector<HTMLInputElement>("#link")?.value;
const room = document.querySelector("[data-code]");

if (link && room) room.innerHTML = codeOf(link);

// One path, as the server draws it.
function codeOf(text: string): string {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  let path = "";
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      if (data[row]![column]) path += `M${column} ${row}h1v1h-1z`;
  return `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path}"/></svg>`;
}
