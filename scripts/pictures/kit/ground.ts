import { height, width } from './svg.ts';

export type Rgb = readonly [number, number, number];

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1, 7), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function blend(from: Rgb, to: Rgb, part: number): Rgb {
  const t = clamp(part);
  return [
    Math.sqrt(from[0] ** 2 * (1 - t) + to[0] ** 2 * t),
    Math.sqrt(from[1] ** 2 * (1 - t) + to[1] ** 2 * t),
    Math.sqrt(from[2] ** 2 * (1 - t) + to[2] ** 2 * t),
  ];
}

/** A scale of colours: `ramp([[0, '#…'], [1, '#…']])(0.4)`. */
export function ramp(stops: readonly (readonly [number, string])[]): (at: number) => Rgb {
  const scale = stops.map(([offset, colour]) => ({ offset, colour: rgb(colour) }));
  const table = Array.from({ length: 512 }, (_, index) => {
    const at = index / 511;
    const after = scale.findIndex((stop) => stop.offset >= at);
    const upper = scale[after === -1 ? scale.length - 1 : after];
    const lower = scale[after === -1 ? scale.length - 1 : Math.max(0, after - 1)];
    if (!upper || !lower) return [0, 0, 0] as const;
    const span = upper.offset - lower.offset;
    return blend(lower.colour, upper.colour, span === 0 ? 0 : (at - lower.offset) / span);
  });
  return (at) => table[Math.round(clamp(at) * 511)] ?? [0, 0, 0];
}

export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** Every pixel coloured by a rule: for water, clouds and whatever has no outline. */
export function shaded(rule: (x: number, y: number) => Rgb): Uint8Array {
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [red, green, blue] = rule(x, y);
      const at = (y * width + x) * 3;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
    }
  }
  return pixels;
}

/** 1 at no distance, fading softly to 0 at about twice the unit. */
export const glow = (distance: number): number => Math.exp(-(distance ** 2));
