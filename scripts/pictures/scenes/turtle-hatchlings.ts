import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { blur, disc, group, oval, paint, placed, type Scene } from '../kit/svg.ts';
import { turtleFromAbove } from '../motifs/turtle.ts';

/** A beach under the moon and a dozen hatchlings on their way to the water. */
export function turtleHatchlings(): Scene {
  const random = createRandom('hatchlings');
  const noise = layeredNoise('night sea', 4);
  const dunes = layeredNoise('night sand', 4);
  const sky = ramp([
    [0, '#0b1730'],
    [0.6, '#173355'],
    [1, '#40627c'],
  ]);
  const sand = ramp([
    [0, '#6f7f8d'],
    [0.25, '#5a6472'],
    [1, '#262a36'],
  ]);
  const moon = { x: 1390, y: 190 };
  const sea = {
    horizon: 420,
    noise,
    far: rgb('#4d7088'),
    near: rgb('#123a52'),
    trough: rgb('#0c2a40'),
    crest: rgb('#6f9aab'),
    light: { x: moon.x, spread: 190, colour: rgb('#fff3d6'), strength: 1 },
  };
  const shoreAt = (x: number): number => 742 + (dunes(x / 520, 2) - 0.5) * 150 + (x - 1000) * -0.05;
  const ground = shaded((x, y) => {
    if (y < sea.horizon) {
      const halo = glow(Math.hypot(x - moon.x, y - moon.y) / 330);
      const cloud = smoothstep(0.52, 0.78, noise(x / 420, y / 80 + 9)) * 0.35;
      const base = blend(blend(sky(y / sea.horizon), rgb('#e8d9b8'), halo * 0.62), rgb('#6d8398'), cloud);
      const star = pixelNoise(x >> 2, y >> 2, 3) > 0.9985 && y < 380 ? 0.75 * (1 - halo) : 0;
      return blend(base, rgb('#fdf6e3'), star);
    }
    const shore = shoreAt(x);
    const water = seaColour(sea, x, y);
    const edge = y - shore + (noise(x / 40, y / 26) - 0.5) * 30;
    if (edge < 0) {
      const wash = smoothstep(-60, -4, edge) * smoothstep(0.34, 0.62, noise(x / 60, y / 14));
      return blend(water, rgb('#dfe6e2'), wash * 0.8);
    }
    const dip = dunes(x / 150, y / 60);
    const ripple = Math.sin((y + dip * 150 + x * 0.12) / 9) * 0.05;
    const base = sand((y - shore) / 560 + (dip - 0.5) * 0.3 + ripple);
    const sheen = glow((x - moon.x) / 520) * (1 - smoothstep(0, 120, edge)) * 0.6;
    return blend(base, rgb('#d8d3c0'), sheen + (pixelNoise(x, y, 8) > 0.985 ? 0.18 : 0));
  });
  let tracks = '';
  let shadows = '';
  let turtles = '';
  const places = [
    [360, 1140, 0.74],
    [700, 1010, 0.6],
    [1010, 1180, 0.8],
    [560, 890, 0.42],
    [1240, 960, 0.5],
    [1560, 1120, 0.7],
    [930, 880, 0.38],
    [1500, 880, 0.36],
    [1790, 960, 0.46],
    [1180, 820, 0.28],
    [250, 900, 0.4],
    [1330, 1250, 0.86],
  ] as const;
  for (const [x, y, size] of places) {
    const turn = ((moon.x - x) / 900) * 24 + random.between(-14, 14);
    for (let step = 1; step < 16; step += 1) {
      const back = step * 30 * size;
      const [px, py] = [
        x - Math.sin((turn * Math.PI) / 180) * back,
        y + Math.cos((turn * Math.PI) / 180) * back * 0.72 + 50 * size,
      ];
      for (const side of [-1, 1]) {
        tracks += oval(
          px + side * 40 * size,
          py + (step % 2) * side * 7 * size,
          17 * size,
          5 * size,
          '#141823',
          { opacity: 0.5 - step * 0.028 },
        );
      }
    }
    shadows += oval(x - 22 * size, y + 34 * size, 92 * size, 46 * size, '#070a12', { opacity: 0.6 });
    turtles += `<g transform="translate(${x} ${y}) scale(1 0.72) rotate(${turn}) scale(${size * 0.72})">${turtleFromAbove('#3a4a4c', '#4f5f60', random.next())}</g>`;
  }
  return {
    ground,
    layers: [
      paint(
        disc(moon.x, moon.y, 150, '#fff1cf', { opacity: 0.2, filter: 'url(#glow)' }) +
          disc(moon.x, moon.y, 58, '#fdf3da'),
        blur('glow', 40),
      ),
      paint(tracks),
      paint(group(shadows, { filter: 'url(#soft)' }), blur('soft', 9)),
      paint(placed(turtles, 0, 0)),
    ],
  };
}
