// Distances in whole numbers, the same in every engine. Twin of Publication/Search/Indexing/Plane.cs and Kernel/Geography/GeoPoint.cs.
export interface Point {
  latitude: number;
  longitude: number;
}

export const PER_DEGREE = 10_000;
const COSINE_PER_UNIT = 1024;
const METRES_PER_UNIT = 11.1195;
const EARTH_RADIUS = 6371.0088;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export const isValid = (point: Point): boolean => Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;

export const units = (degrees: number): number => toEven(degrees * PER_DEGREE);

export function squaredOf(kilometres: number): number {
  const side = Math.trunc((kilometres * 1000) / METRES_PER_UNIT);
  return side * side;
}

export class Plane {
  private readonly latitude: number;
  private readonly longitude: number;
  private readonly cosine: number;

  constructor(point: Point) {
    this.latitude = units(point.latitude);
    this.longitude = units(point.longitude);
    this.cosine = toEven(Math.cos(radians(this.latitude / PER_DEGREE)) * COSINE_PER_UNIT);
  }

  squared(latitude: number, longitude: number): number {
    const north = latitude - this.latitude;
    let east = Math.abs(longitude - this.longitude);
    if (east > 180 * PER_DEGREE) east = 360 * PER_DEGREE - east;
    east = Math.trunc((east * this.cosine) / COSINE_PER_UNIT);
    return north * north + east * east;
  }

  squaredTo(point: Point): number {
    return this.squared(units(point.latitude), units(point.longitude));
  }

  /** As it is told, to ten metres: sines may differ in their last digit, and what is rounded does not. */
  kilometres(latitude: number, longitude: number): number {
    const [from, to] = [this.latitude / PER_DEGREE, latitude / PER_DEGREE];
    const north = radians(to - from) / 2;
    const east = radians(longitude / PER_DEGREE - this.longitude / PER_DEGREE) / 2;
    const part = Math.sin(north) * Math.sin(north) + Math.cos(radians(from)) * Math.cos(radians(to)) * Math.sin(east) * Math.sin(east);
    return Math.floor(2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(part))) * 100 + 0.5) / 100;
  }
}

/** As a page tells how far one point is from another. */
export const kilometresBetween = (from: Point, to: Point): number => new Plane(from).kilometres(units(to.latitude), units(to.longitude));

/** Halves go to the even side, as .NET rounds them. */
export function toEven(number: number): number {
  const floor = Math.floor(number);
  const rest = number - floor;
  return rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
}
