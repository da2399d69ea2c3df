import { mix } from '../kit/colour.ts';
import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { blob } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, disc, group, height, paint, placed, type Scene, shape, width } from '../kit/svg.ts';
import { palmFromAbove } from '../motifs/palm.ts';

/** A beach from the air, the water's edge running from upper right to lower left, weed drifting in. */
export function sargassumShore(): Scene {
  const random = createRandom('sargassum');
  const bend = layeredNoise('shoreline', 3);
  const swell = layeredNoise('swell', 4);
  const clump = layeredNoise('clump', 3);
  /** Pixels from the water's edge, positive on land. */
  const inland = (x: number, y: number): number =>
    (x - 1250) * 0.62 + (y - 660) * 0.78 + (bend(x / 620, y / 620) - 0.5) * 520;
  const water = ramp([
    [0, '#9fe0d2'],
    [0.1, '#57c9c4'],
    [0.3, '#1fa3ad'],
    [0.58, '#0c7390'],
    [1, '#0a4a6b'],
  ]);
  const sand = ramp([
    [0, '#c9b48c'],
    [0.12, '#e6d5ae'],
    [0.5, '#f3e7c8'],
    [1, '#ead7ab'],
  ]);
  const foam = rgb('#f6fbf4');
  const weed = ramp([
    [0, '#7a5220'],
    [0.5, '#9a6a24'],
    [1, '#bd8a35'],
  ]);
  const ground = shaded((x, y) => {
    const depth = inland(x, y);
    const rough = swell(x / 70, y / 70);
    if (depth > 0) {
      const wet = blend(
        sand(depth / 420 + (rough - 0.5) * 0.12),
        rgb('#a98c5c'),
        (1 - smoothstep(0, 34, depth)) * 0.5,
      );
      const wrack = smoothstep(0.5, 0.62, clump(x / 26, y / 26)) * (1 - Math.abs(depth - 44) / 34);
      return blend(wet, weed(rough), wrack > 0 ? wrack * 1.6 : 0);
    }
    const deep = -depth / 900 + (swell(x / 240, y / 240) - 0.5) * 0.16;
    let colour = water(deep);
    colour = blend(
      colour,
      rgb('#2f7f6d'),
      smoothstep(0.56, 0.66, swell(x / 190 + 40, y / 150)) * 0.42 * smoothstep(60, 240, -depth),
    );
    const surf = Math.sin(-depth / 31 + (swell(x / 110, y / 110) - 0.5) * 7);
    colour = blend(colour, foam, smoothstep(0.86, 0.99, surf) * (1 - smoothstep(30, 250, -depth)) * 0.8);
    colour = blend(colour, foam, (1 - smoothstep(4, 20, -depth + (rough - 0.5) * 26)) * 0.9);
    const rows = [190, 330, 520, 760];
    for (const row of rows) {
      const drift = Math.abs(-depth - row - (bend(x / 300 + row, y / 300) - 0.5) * 150);
      const thick = 30 * clump(x / 160 + row, y / 160);
      const inside =
        smoothstep(thick, thick * 0.3, drift) *
        smoothstep(0.4, 0.56, clump(x / 22 + row, y / 22) + (thick - drift) / 160);
      colour = blend(colour, weed(rough + (0.5 - drift / 60) * 0.3), inside * (1.05 - row / 1900));
    }
    return colour;
  });
  let shadows = '';
  let crowns = '';
  for (let index = 0; index < 46; index += 1) {
    const [x, y] = [random.between(900, width + 60), random.between(420, height + 60)];
    const depth = inland(x, y);
    if (depth < 330 || depth > 1300) continue;
    const radius = random.between(58, 96);
    shadows += placed(palmFromAbove(random, radius, '#3a2f1c'), x - 34, y + 40);
    crowns += placed(palmFromAbove(random, radius, random.pick(['#2c7a4d', '#3a8a4c', '#1f6a50'])), x, y);
  }
  let parasols = '';
  for (let index = 0; index < 26; index += 1) {
    const [x, y] = [random.between(600, width), random.between(300, height)];
    const depth = inland(x, y);
    if (depth < 120 || depth > 250) continue;
    parasols += shape(blob(clump, x - 9, y + 12, 23, 19, 0.05), '#7d6a44', { opacity: 0.45 });
    parasols +=
      disc(x, y, 21, mix('#f4ead2', '#d3603f', random.chance(0.35) ? 0.9 : 0.05)) + disc(x, y, 5, '#fffaf0');
  }
  return {
    ground,
    layers: [
      paint(group(shadows, { opacity: 0.4, filter: 'url(#soft)' }), blur('soft', 6)),
      paint(parasols + crowns),
    ],
  };
}
