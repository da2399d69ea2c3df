import { blend, glow, type Rgb, smoothstep } from './ground.ts';
import type { Noise } from './noise.ts';
import { height } from './svg.ts';

type Sea = {
  horizon: number;
  noise: Noise;
  far: Rgb;
  near: Rgb;
  trough: Rgb;
  crest: Rgb;
  /** Where the sun or moon stands, and what it strews on the water. */
  light?: { x: number; spread: number; colour: Rgb; strength: number };
};

/** The colour of open water seen from the shore: swells grow towards the viewer. */
export function seaColour(sea: Sea, x: number, y: number): Rgb {
  const depth = Math.max(0.004, (y - sea.horizon) / (height - sea.horizon));
  const across = (x - 1000) / (30 + depth * 330);
  const along = Math.log(depth + 0.02) * 13;
  const swell = sea.noise(across * 0.55, along);
  const chop = sea.noise(across * 1.7 + 31, along * 2.6);
  let colour = blend(sea.far, sea.near, depth ** 0.62);
  colour = blend(colour, sea.trough, smoothstep(0.52, 0.28, swell) * 0.55);
  colour = blend(colour, sea.crest, smoothstep(0.6, 0.8, swell * 0.7 + chop * 0.3) * 0.5);
  if (sea.light) {
    const { light } = sea;
    const reach = light.spread * (0.35 + depth * 1.5);
    const column = glow((x - light.x) / reach);
    const spark = smoothstep(0.62 - column * 0.2, 0.74 - column * 0.14, chop * 0.65 + swell * 0.35);
    colour = blend(colour, light.colour, spark * column * light.strength + column * 0.14 * light.strength);
  }
  return colour;
}
