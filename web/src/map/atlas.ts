// Draws the map once it was asked for. It asks for nothing itself: what it shows was handed to it.
import { Map as LeafletMap, type LatLngBoundsExpression } from "leaflet";
import type { Answer } from "./asked";
import { readBase } from "./base";
import { Ground } from "./ground";
import { listenToKeys } from "./keys";
import { Spots, type Spot } from "./spots";
import { Step } from "./step";
import { Tapped } from "./tapped";
import { make, type Said } from "./words";

const REGION: LatLngBoundsExpression = [[6.5, -118.5], [33, -76.5]];
const EDGE: LatLngBoundsExpression = [[-4, -127], [40, -60]];
const FARTHEST = 3, NEAREST = 14, FIRST_NEAREST = 12;
// The first of the answer are the nearest: the map opens on them, and the others lie around.
const OPENS_ON = 15;
// So far from the edges a place is seen whole, and not under the buttons.
const EDGE_ROOM = 30, BUTTON_ROOM = 80;

window.amparoMap = (frame, drawing, answer) => {
  const said = JSON.parse(frame.dataset.said ?? "{}") as Said;
  const places = answer.points ?? [];
  const base = readBase(drawing);
  const stage = make("div", "stage noprint");
  const ground = make("div", "");
  const help = make("p", "meta", said.keys);
  help.id = "map-keys";
  stage.append(ground);
  frame.replaceChildren(stage, help, ...[...frame.children].filter((it) => it.matches(".acts")));
  frame.querySelector("[data-load]")?.remove();

  const map = new LeafletMap(ground, {
    attributionControl: false, zoomControl: false, keyboard: false, scrollWheelZoom: false, boxZoom: false, zoomAnimation: false, fadeAnimation: false, inertia: !matchMedia("(prefers-reduced-motion: reduce)").matches,
    minZoom: FARTHEST, maxZoom: NEAREST, maxBounds: EDGE, maxBoundsViscosity: 1,
  });
  ground.tabIndex = 0;
  ground.setAttribute("role", "application");
  ground.setAttribute("aria-label", said.map);
  ground.setAttribute("aria-describedby", help.id);
  // A page that is scrolled by must not get caught in the map: the wheel is the map's only once somebody is in it.
  ground.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  ground.addEventListener("focusout", () => map.scrollWheelZoom.disable());

  const step = new Step(frame, places, said, answer);
  const tapped = new Tapped(stage, said, () => step.mark([]));
  const press = (spot: Spot): void => {
    const parts = spot.cluster === null ? NEAREST + 1 : spots.partsAt(spot.cluster);
    if (parts <= NEAREST) map.setView(spot.at, parts);
    else {
      tapped.open(spot.places.flatMap((number) => places[number] ?? []), spot.button);
      step.mark(spot.places);
    }
  };
  const focus = (spot: Spot): void => {
    // Who goes on with Tab is done with what was open, and must see where she is.
    tapped.shut();
    step.mark(spot.places);
    if (lastByKey()) clear(map, spot);
  };
  const spots = new Spots(places, said, NEAREST, press, focus, () => step.show(spots.seen));
  const lastByKey = keysOrPointer();
  const land = new Ground(base, JSON.parse(frame.dataset.countries ?? "{}") as Record<string, string>, ground);
  buttons(stage, map, said);
  listenToKeys(map, stage, () => tapped.shut());
  const first = places.slice(0, OPENS_ON).map((place): [number, number] => [place.latitude, place.longitude]);
  map.fitBounds(first.length > 0 ? first : REGION, { maxZoom: FIRST_NEAREST, paddingTopLeft: [EDGE_ROOM, EDGE_ROOM], paddingBottomRight: [BUTTON_ROOM, EDGE_ROOM], animate: false });
  map.addLayer(land).addLayer(spots);
  spots.show();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => land.redraw());
  ground.focus({ preventScroll: true });
};

/** Moves the map as little as is needed for the place to be seen. */
function clear(map: LeafletMap, { at }: Spot): void {
  const [{ x, y }, { x: width, y: height }] = [map.latLngToContainerPoint(at), map.getSize()];
  const by = (value: number, least: number, most: number): number => Math.min(0, value - least) || Math.max(0, value - most);
  const move: [number, number] = [by(x, EDGE_ROOM, width - BUTTON_ROOM), by(y, EDGE_ROOM, height - EDGE_ROOM)];
  if (move[0] !== 0 || move[1] !== 0) map.panBy(move, { animate: false });
}

/** Says whether the reader's last act was with the keyboard: under a finger nothing may move away. */
function keysOrPointer(): () => boolean {
  let byKey = true;
  document.addEventListener("keydown", () => { byKey = true; }, true);
  document.addEventListener("pointerdown", () => { byKey = false; }, true);
  return () => byKey;
}

function buttons(stage: HTMLElement, map: LeafletMap, said: Said): void {
  const button = (sign: string, label: string, act: () => void): HTMLButtonElement => {
    const it = make("button", "button quiet", sign);
    it.type = "button";
    it.setAttribute("aria-label", label);
    it.addEventListener("click", act);
    return it;
  };
  stage.prepend(make("div", "nearer", button("+", said.closer, () => map.zoomIn()), button("−", said.farther, () => map.zoomOut())));
}
