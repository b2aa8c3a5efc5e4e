// The nearest town, on the unit sphere and in single precision as Kernel/Geography/NearestIndex.cs measures it.
import { isValid, type Point } from "./plane";

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const { fround } = Math;

export class Nearest<T extends Point> {
  private axes: Float32Array | undefined;

  constructor(private readonly places: T[]) {}

  to(point: Point): T | undefined {
    if (!isValid(point)) return undefined;
    const axes = (this.axes ??= this.unit(this.places));
    const [x, y, z] = this.unit([point]) as unknown as [number, number, number];
    let best = Infinity;
    let found: T | undefined;
    for (let i = 0; i < this.places.length; i++) {
      const [a, b, c] = [fround(x - axes[3 * i]!), fround(y - axes[3 * i + 1]!), fround(z - axes[3 * i + 2]!)];
      const squared = fround(fround(fround(a * a) + fround(b * b)) + fround(c * c));
      if (squared < best) [best, found] = [squared, this.places[i]];
    }
    return found;
  }

  private unit(points: Point[]): Float32Array {
    const axes = new Float32Array(points.length * 3);
    points.forEach((point, i) => {
      const [latitude, longitude] = [radians(point.latitude), radians(point.longitude)];
      axes[3 * i] = Math.cos(latitude) * Math.cos(longitude);
      axes[3 * i + 1] = Math.cos(latitude) * Math.sin(longitude);
      axes[3 * i + 2] = Math.sin(latitude);
    });
    return axes;
  }
}
