import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import type { Scene } from '../kit/svg.ts';

/** The barrier island of Cancún before it was built on: a seven of sand between sea and lagoon. */
export function sandbar(): Scene {
  const bend = layeredNoise('bar bend', 3);
  const swell = layeredNoise('bar swell', 4);
  const scrub = layeredNoise('bar scrub', 4);
  const sea = ramp([
    [0, '#8fe0d4'],
    [0.07, '#33b9be'],
    [0.2, '#0e86a0'],
    [0.5, '#0b5a80'],
    [1, '#0a3a5f'],
  ]);
  const lagoon = ramp([
    [0, '#d7e6c2'],
    [0.1, '#9ccfb4'],
    [0.4, '#5fae9d'],
    [1, '#3a8c86'],
  ]);
  const forest = ramp([
    [0, '#2c5a3c'],
    [0.5, '#3f7445'],
    [1, '#6d9355'],
  ]);
  const sand = rgb('#f6ecd2');
  const ground = shaded((x, y) => {
    const wander = (bend(x / 520, y / 520) - 0.5) * 190;
    const below = y - (235 + (x - 300) * 0.05) - wander * 0.6;
    const leftOf = 1370 - (y - 250) * 0.3 - ((y - 800) / 620) ** 2 * 120 + wander - x;
    const inside = Math.min(below, leftOf) - 40 * Math.exp(-(((below - leftOf) / 160) ** 2));
    const rough = swell(x / 60, y / 60);
    const wide = 20 + bend(x / 240 + 7, y / 240) * 34;
    const main = 330 + (bend(x / 300 + 3, y / 260) - 0.5) * 420 - x - (y - 700) * 0.1;
    if (inside < -wide) {
      const depth = (-inside - wide) / 820;
      let colour = sea(depth + (swell(x / 260, y / 260) - 0.5) * 0.14);
      const surf = -inside - wide + (rough - 0.5) * 34;
      colour = blend(
        colour,
        rgb('#fbfdf6'),
        smoothstep(20, 2, surf) * 0.95 +
          smoothstep(10, 0, Math.abs(surf - 46)) * 0.6 * smoothstep(0.42, 0.6, rough),
      );
      const waves = Math.sin((inside + (swell(x / 200, y / 200) - 0.5) * 90) / 9) * 0.035;
      return blend(colour, waves > 0 ? rgb('#d6f2ee') : rgb('#052a44'), Math.abs(waves) * 2);
    }
    if (inside < wide) {
      const middle = 1 - Math.abs(inside) / wide;
      const green =
        smoothstep(0.35, 0.6, scrub(x / 30, y / 30) * middle * 1.5) *
        smoothstep(-wide * 0.2, wide * 0.5, inside);
      return blend(
        blend(sand, rgb('#d8c193'), (rough - 0.5) * 0.7 + 0.1),
        forest(scrub(x / 12, y / 12)),
        green * 0.92,
      );
    }
    const depth = (inside - wide) / 520;
    let colour = lagoon(depth + (swell(x / 170, y / 170) - 0.5) * 0.5);
    const meadow = smoothstep(0.52, 0.62, swell(x / 150 + 31, y / 190));
    colour = blend(colour, rgb('#2f6f66'), meadow * 0.45);
    const islet = scrub(x / 230 + 11, y / 200);
    const shore = Math.max(main / 120, (islet - 0.63) * 9);
    if (shore > 0) {
      colour = blend(rgb('#cdd7a4'), forest(scrub(x / 16, y / 16) * 0.9 + 0.05), smoothstep(0, 0.16, shore));
      const creek = Math.abs(bend(x / 130 + 19, y / 130) - 0.5);
      colour = blend(lagoon(0.3), colour, smoothstep(0.008, 0.03, creek));
    } else colour = blend(colour, rgb('#e3ecc9'), smoothstep(-0.2, 0, shore) * 0.5);
    return colour;
  });
  return { ground, layers: [] };
}
