import type { Noise } from './noise.ts';

export type Point = readonly [number, number];

const at = (value: number): string => value.toFixed(1);
const pair = ([x, y]: Point): string => `${at(x)} ${at(y)}`;

export function polygon(points: readonly Point[]): string {
  return `M${points.map(pair).join('L')}Z`;
}

/** A soft curve through all points (Catmull-Rom as Béziers). */
export function curve(points: readonly Point[], closed = false): string {
  const count = points.length;
  const get = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[wrapped] ?? [0, 0];
  };
  let path = `M${pair(get(0))}`;
  for (let index = 0; index < (closed ? count : count - 1); index += 1) {
    const [before, from, to, after] = [get(index - 1), get(index), get(index + 1), get(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    path += `C${pair(first)} ${pair(second)} ${pair(to)}`;
  }
  return closed ? `${path}Z` : path;
}

/** Points along a wavering line from left to right. */
export function waver(
  noise: Noise,
  line: { from: number; to: number; y: number; height: number; scale: number; row: number; steps?: number },
): Point[] {
  const steps = line.steps ?? 80;
  return Array.from({ length: steps + 1 }, (_, index): Point => {
    const x = line.from + ((line.to - line.from) * index) / steps;
    return [x, line.y + (noise(x / line.scale, line.row) - 0.5) * 2 * line.height];
  });
}

/** The area between a line and a lower edge. */
export function below(line: readonly Point[], bottom: number): string {
  const first = line[0] ?? [0, 0];
  const last = line[line.length - 1] ?? first;
  return `${curve(line)}L${pair([last[0], bottom])}L${pair([first[0], bottom])}Z`;
}

export function blob(
  noise: Noise,
  x: number,
  y: number,
  radiusX: number,
  radiusY: number,
  rough: number,
): string {
  const steps = 22;
  const points = Array.from({ length: steps }, (_, index): Point => {
    const angle = (index / steps) * Math.PI * 2;
    const reach =
      1 + (noise(x / 50 + Math.cos(angle) * 1.4, y / 50 + Math.sin(angle) * 1.4) - 0.5) * 2 * rough;
    return [x + Math.cos(angle) * radiusX * reach, y + Math.sin(angle) * radiusY * reach];
  });
  return curve(points, true);
}
