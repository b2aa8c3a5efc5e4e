// The keyboard on the map: arrows move it, plus and minus come closer and go away, Escape closes what is open.
import type { Map as LeafletMap } from "leaflet";

const STEP = 90;
const MOVES: Record<string, [number, number]> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export function listenToKeys(map: LeafletMap, stage: HTMLElement, shut: () => boolean): void {
  stage.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const move = MOVES[event.key];
    if (event.key === "Escape") {
      if (!shut()) return;
    } else if (!map.getContainer().contains(event.target as Node)) return;
    else if (move) map.panBy(move, { animate: false });
    else if (event.key === "+" || event.key === "=") map.zoomIn();
    else if (event.key === "-" || event.key === "_") map.zoomOut();
    else return;
    event.preventDefault();
  });
}
