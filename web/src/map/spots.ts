// The buttons on the map: one a place, one for places that lie together, a wide ring for a part of town. They stand in the order
// of the list, so that Tab goes through the nearest first.
import { DomUtil, Layer, type LatLngExpression, type Map as LeafletMap } from "leaflet";
import Supercluster from "supercluster";
import type { Place } from "./asked";
import { nameOf } from "./entry";
import { icon, make, say, type Said } from "./words";

/** What one button stands for: places by their number in the answer. */
export interface Spot { key: string; at: LatLngExpression; places: number[]; isArea: boolean; cluster: number | null; button: HTMLButtonElement }

interface Together { first: number; allAreas: boolean }
interface One extends Together { number: number }

const TOGETHER_PIXELS = 52;
/** How wide a ring is on the ground: whoever looks at it must not be able to say in which street the house is. */
const AREA_METRES = 2500;
const AREA_LEAST = 56, AREA_MOST = 720;
const EQUATOR_METRES = 40_075_016;

export class Spots extends Layer {
  private readonly index: Supercluster<One, Together>;
  private readonly buttons = new Map<string, Spot>();
  private pane!: HTMLElement;
  private map!: LeafletMap;
  seen: Spot[] = [];

  constructor(private readonly places: Place[], private readonly said: Said, lastZoom: number, private readonly onPress: (spot: Spot) => void, private readonly onFocus: (spot: Spot) => void, private readonly onShown: () => void) {
    super();
    this.index = new Supercluster<One, Together>({
      radius: TOGETHER_PIXELS, extent: 256, maxZoom: lastZoom, map: ({ first, allAreas }) => ({ first, allAreas }),
      reduce: (all, one) => {
        all.first = Math.min(all.first, one.first);
        all.allAreas &&= one.allAreas;
      },
    });
    this.index.load(places.map((place, number) => ({
      type: "Feature" as const, geometry: { type: "Point" as const, coordinates: [place.longitude, place.latitude] },
      properties: { number, first: number, allAreas: !!place.area },
    })));
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    this.pane = map.getPane("markerPane") as HTMLElement;
    map.on("zoom viewreset", this.place, this).on("moveend", this.show, this);
    return this;
  }

  /** At which zoom the places of a cluster part. */
  partsAt(cluster: number): number {
    return this.index.getClusterExpansionZoom(cluster);
  }

  show(): void {
    const bounds = this.map.getBounds();
    const found = this.index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], Math.round(this.map.getZoom()));
    found.sort((a, b) => a.properties.first - b.properties.first);
    this.seen = found.map((feature) => {
      const { properties } = feature;
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      const cluster = "cluster_id" in properties ? properties.cluster_id : null;
      const key = cluster === null ? `p${properties.first}` : `c${cluster}`;
      const known = this.buttons.get(key);
      if (known) return known;
      const places = cluster === null ? [properties.first] : this.index.getLeaves(cluster, Infinity).map((leaf) => leaf.properties.number).sort((a, b) => a - b);
      return this.spot(key, [latitude, longitude], places, properties.allAreas, cluster);
    });
    const hadFocus = this.pane.contains(document.activeElement);
    for (const [key, spot] of this.buttons) if (!this.seen.includes(spot)) {
      spot.button.remove();
      this.buttons.delete(key);
    }
    let next = this.pane.firstElementChild;
    for (const spot of this.seen) {
      this.buttons.set(spot.key, spot);
      if (spot.button === next) next = next.nextElementSibling;
      else this.pane.insertBefore(spot.button, next);
    }
    this.place();
    // The button under the reader's finger is gone: she stays on the map and is not thrown to the top of the page.
    if (hadFocus && !this.pane.contains(document.activeElement)) this.map.getContainer().focus({ preventScroll: true });
    this.onShown();
  }

  private place(): void {
    const zoom = this.map.getZoom();
    for (const { button, at, isArea, cluster } of this.buttons.values()) {
      DomUtil.setPosition(button, this.map.latLngToLayerPoint(at));
      if (!isArea || cluster !== null) continue;
      const latitude = (at as [number, number])[0];
      const metres = (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180)) / (256 * 2 ** zoom);
      const side = Math.min(AREA_MOST, Math.max(AREA_LEAST, (2 * AREA_METRES) / metres));
      Object.assign(button.style, { width: `${side}px`, height: `${side}px`, margin: `${-side / 2}px 0 0 ${-side / 2}px` });
    }
  }

  private spot(key: string, at: [number, number], places: number[], isArea: boolean, cluster: number | null): Spot {
    const [first] = places;
    const place = first === undefined ? undefined : this.places[first];
    const button = make("button", `spot${cluster === null ? "" : " many"}${isArea ? " area" : ""}`, cluster === null ? icon(place?.icon ?? "pin") : String(places.length));
    button.type = "button";
    button.setAttribute("aria-label", cluster === null && place ? nameOf(place, this.said) : say(this.said.together, { n: places.length }));
    const spot = { key, at, places, isArea, cluster, button };
    button.addEventListener("click", (event) => {
      // The end of a drag that began here is no press.
      const drag = this.map.dragging as { moved?: () => boolean };
      if (event.detail === 0 || !drag.moved?.()) this.onPress(spot);
    });
    button.addEventListener("focus", () => this.onFocus(spot));
    return spot;
  }
}
