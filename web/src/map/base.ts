// The base map as a canvas draws it. Everything lies in the plane of web maps, in pixels of zoom 0 from the middle of the region:
// near it numbers are small, and a canvas counts with few digits.
import { Bytes, type Point } from "./bytes";

export type Box = [left: number, top: number, right: number, bottom: number];
export interface Piece { path: Path2D; box: Box }
export interface Named { name: string; x: number; y: number; zoom: number }
export interface Base { ours: Piece[]; others: Piece[]; coasts: Piece[]; borders: Piece[]; countries: Named[]; towns: Named[] }

const SCALE = 1000;
export const FIRST_ZOOM = 5, LAST_ZOOM = 12;
// Of a coast that only crosses a corner of a tile the rest is not drawn.
const POINTS_A_PIECE = 48;
export const MIDDLE: Point = [61.3, 113.8];

export function plane(longitude: number, latitude: number): Point {
  const sin = Math.sin((latitude * Math.PI) / 180);
  return [256 * (longitude / 360 + 0.5) - MIDDLE[0], 256 * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) - MIDDLE[1]];
}

const flat = ([x, y]: Point): Point => plane(x / SCALE, y / SCALE);

function piece(points: Point[]): Piece {
  const path = new Path2D();
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  points.forEach(([x, y], i) => {
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    box[0] = Math.min(box[0], x); box[1] = Math.min(box[1], y); box[2] = Math.max(box[2], x); box[3] = Math.max(box[3], y);
  });
  return { path, box };
}

function pieces(points: Point[]): Piece[] {
  const parts: Piece[] = [];
  for (let i = 0; i < points.length - 1; i += POINTS_A_PIECE) parts.push(piece(points.slice(i, i + POINTS_A_PIECE + 1)));
  return parts;
}

export function readBase(drawing: ArrayBuffer): Base {
  const bytes = new Bytes(new Uint8Array(drawing));
  if (bytes.text(4) !== "AMB1") throw new Error("this is no base map of this version");
  let first: Point = [0, 0];
  const lines = bytes.times(() => {
    const head = bytes.unsigned();
    const points = bytes.points(Math.floor(head / 2), first);
    first = points[0] ?? first;
    return { points: points.map(flat), isBorder: head % 2 === 1 };
  });
  const ring = (): Piece => piece(bytes.times(() => {
    const number = bytes.signed();
    const points = lines[number < 0 ? ~number : number]?.points ?? [];
    return number < 0 ? [...points].reverse() : points;
  }).flat());
  const [ours, others] = [bytes.times(ring), bytes.times(ring)];
  const countries = bytes.times((): Named => {
    const name = bytes.text(2);
    const [x, y] = flat([bytes.signed(), bytes.signed()]);
    return { name, x, y, zoom: 0 };
  });
  const zooms: number[] = [];
  for (let zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) for (let left = bytes.unsigned(); left > 0; left--) zooms.push(zoom);
  const where = bytes.points(zooms.length, [0, 0]).map(flat);
  const names = bytes.text().split("\n");
  const towns = zooms.map((zoom, i): Named => ({ name: names[i] ?? "", x: where[i]?.[0] ?? 0, y: where[i]?.[1] ?? 0, zoom }));
  const drawn = (isBorder: boolean): Piece[] => lines.filter((line) => line.isBorder === isBorder).flatMap((line) => pieces(line.points));
  return { ours, others, coasts: drawn(false), borders: drawn(true), countries, towns };
}
