// Draws the base map, one canvas a tile. It shows land, coasts, borders and towns, and nothing that could lead anybody anywhere.
import { GridLayer, type Coords } from "leaflet";
import { MIDDLE, type Base, type Box, type Named, type Piece } from "./base";

const TILE = 256;
const SHARPEST = 2;
// A name may begin this far outside of the tile that shows its end.
const NAME_ROOM = 150, NAME_HEIGHT = 26;
const COUNTRIES_UNTIL = 7;
// From afar the names of the small ones would lie over each other.
const COUNTRIES_FROM: Record<string, number> = { MX: 3, US: 3, CO: 4, VE: 6, HT: 6, DO: 6, JM: 7 };
const OTHERS_FROM = 5;
const LARGE_UNTIL = 6;

export class Ground extends GridLayer {
  constructor(private readonly base: Base, private readonly countries: Record<string, string>, private readonly frame: HTMLElement) {
    super({ tileSize: TILE, keepBuffer: 1, updateWhenZooming: false });
  }

  createTile({ x, y, z }: Coords): HTMLElement {
    const ratio = Math.min(window.devicePixelRatio || 1, SHARPEST);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = TILE * ratio;
    const pen = canvas.getContext("2d");
    if (!pen) return canvas;
    const zoomed = 2 ** z;
    // The corner of the tile, in the plane of the base map.
    const [left, top] = [(x * TILE) / zoomed - MIDDLE[0], (y * TILE) / zoomed - MIDDLE[1]];
    const scale = ratio * zoomed;
    const room = 2 / zoomed;
    const seen: Box = [left - room, top - room, left + TILE / zoomed + room, top + TILE / zoomed + room];
    const colour = this.colours();
    pen.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    pen.lineJoin = "round";
    for (const [lands, fill] of [[this.base.others, "--abroad"], [this.base.ours, "--land"]] as const) {
      pen.fillStyle = colour(fill);
      for (const { path } of lands.filter((land) => meet(land.box, seen))) pen.fill(path, "evenodd");
    }
    this.stroke(pen, this.base.coasts, seen, colour("--coast"), 1 / zoomed);
    this.stroke(pen, this.base.borders, seen, colour("--border"), 1.6 / zoomed);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const at = ({ x: townX, y: townY }: Named): [number, number] => [(townX - left) * zoomed, (townY - top) * zoomed];
    this.names(pen, z, at, colour);
    return canvas;
  }

  private stroke(pen: CanvasRenderingContext2D, pieces: Piece[], seen: Box, style: string, width: number): void {
    pen.strokeStyle = style;
    pen.lineWidth = width;
    for (const { path } of pieces.filter((piece) => meet(piece.box, seen))) pen.stroke(path);
  }

  private names(pen: CanvasRenderingContext2D, zoom: number, at: (named: Named) => [number, number], colour: (name: string) => string): void {
    pen.textAlign = "center";
    pen.lineWidth = 3;
    pen.lineJoin = "round";
    pen.strokeStyle = colour("--halo");
    const write = (text: string, x: number, y: number, font: string, fill: string): void => {
      pen.font = `${font} system-ui, sans-serif`;
      pen.fillStyle = fill;
      pen.strokeText(text, x, y);
      pen.fillText(text, x, y);
    };
    const isNear = ([x, y]: [number, number]): boolean => x > -NAME_ROOM && x < TILE + NAME_ROOM && y > -NAME_HEIGHT && y < TILE + NAME_HEIGHT;
    for (const town of this.base.towns) {
      if (town.zoom > zoom) continue;
      const [x, y] = at(town);
      if (!isNear([x, y])) continue;
      pen.fillStyle = colour("--town");
      pen.beginPath();
      pen.arc(x, y, 2, 0, 7);
      pen.fill();
      write(town.name, x, y - 6, town.zoom <= LARGE_UNTIL ? "600 13px" : "12px", colour("--town"));
    }
    if (zoom > COUNTRIES_UNTIL) return;
    for (const country of this.base.countries.filter(({ name }) => zoom >= (COUNTRIES_FROM[name] ?? OTHERS_FROM))) {
      const [x, y] = at(country);
      if (isNear([x, y])) write((this.countries[country.name] ?? "").toUpperCase(), x, y, "600 11px", colour("--border"));
    }
  }

  private colours(): (name: string) => string {
    const styles = getComputedStyle(this.frame);
    return (name) => styles.getPropertyValue(name).trim();
  }
}

const meet = (a: Box, b: Box): boolean => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1];
