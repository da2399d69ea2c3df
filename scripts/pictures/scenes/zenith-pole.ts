import { blend, glow, ramp, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import {
  blur,
  box,
  disc,
  group,
  linear,
  oval,
  paint,
  placed,
  polygonTag,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';
import { palm } from '../motifs/palm.ts';

/** A courtyard at noon when the sun is overhead: a pole, and no shadow but a pool at its foot. */
export function zenithPole(): Scene {
  const random = createRandom('courtyard');
  const stone = layeredNoise('flagstones', 4);
  const stucco = layeredNoise('stucco', 4);
  const slab = ramp([
    [0, '#cdb58a'],
    [0.5, '#e9d8b2'],
    [1, '#fbf2d9'],
  ]);
  const floor = 640;
  const ground = shaded((x, y) => {
    if (y < 150) return blend(rgb('#3f9fc4'), rgb('#a9dbe4'), y / 150);
    if (y < floor) {
      const wash = stucco(x / 190, y / 260) * 0.6 + stucco(x / 26, y / 30) * 0.4;
      const bleach = blend(rgb('#c7683f'), rgb('#e79b63'), wash * 1.2 - 0.1);
      return blend(bleach, rgb('#7d3a2a'), glow((y - floor) / 60) * 0.5 + (y < 176 ? 0.32 : 0));
    }
    const depth = (y - floor) / 693;
    const scale = 0.36 + depth * 1.2;
    const [u, v] = [(x - 1000) / scale / 170, Math.log(depth + 0.34) * 6.4];
    const row = Math.floor(v);
    const column = Math.floor(u + (row % 2) * 0.5);
    const edge = Math.min(
      u + (row % 2) * 0.5 - column,
      column + 1 - u - (row % 2) * 0.5,
      (v - row) * 0.8,
      (row + 1 - v) * 0.8,
    );
    const tone = stone(column * 3.7, row * 2.9) * 0.5 + stone(u * 6, v * 5) * 0.5;
    return blend(slab(tone * 0.9 + 0.12), rgb('#8f7650'), edge < 0.03 ? 0.7 : Math.max(0, 0.16 - edge) * 0.7);
  });
  const arch = (x: number): string =>
    shape(`M${x - 90} ${floor}V400A90 90 0 0 1 ${x + 90} 400V${floor}Z`, 'url(#inside)') +
    stroke(`M${x - 96} ${floor}V400A96 96 0 0 1 ${x + 96} 400V${floor}`, '#f1dcb6', 16);
  const pot = (x: number, size: number): string =>
    placed(
      oval(0, 6, 70, 13, '#5d3b25', { opacity: 0.5 }) +
        polygonTag(
          [
            [-46, -88],
            [46, -88],
            [34, 0],
            [-34, 0],
          ],
          '#8f3f2a',
        ) +
        box(-52, -100, 104, 20, '#a9512f', { rx: 4 }) +
        palm(random, 150, 12, '#2f6b3c', '#54402a').replace(
          '<g transform="translate(',
          '<g transform="translate(',
        ),
      x,
      floor + 34,
      size,
    );
  const pole =
    oval(1000, 1090, 60, 17, '#6b5331', { filter: 'url(#soft)', opacity: 0.85 }) +
    oval(1000, 1088, 30, 9, '#3f2f1c', { opacity: 0.8 }) +
    box(988, 230, 24, 862, 'url(#rod)', { rx: 4 }) +
    disc(1000, 226, 26, '#d9a441') +
    disc(992, 218, 10, '#fff0c4');
  let ring = '';
  for (let mark = 0; mark < 24; mark += 1) {
    const angle = (mark / 24) * Math.PI * 2;
    ring += stroke(
      `M${1000 + Math.cos(angle) * 300} ${1090 + Math.sin(angle) * 92}L${1000 + Math.cos(angle) * (mark % 6 ? 336 : 366)} ${1090 + Math.sin(angle) * (mark % 6 ? 103 : 112)}`,
      '#00626a',
      8,
      { opacity: 0.75 },
    );
  }
  const defs =
    linear('inside', [
      [0, '#2a1a1c'],
      [1, '#5a3327'],
    ]) +
    linear(
      'rod',
      [
        [0, '#5b4227'],
        [0.35, '#c9a878'],
        [1, '#3f2c18'],
      ],
      [0, 0, 1, 0],
    ) +
    blur('soft', 9);
  return {
    ground,
    layers: [
      paint(
        box(0, 148, 2000, 30, '#f1dcb6') +
          arch(420) +
          arch(1580) +
          group(
            ring + oval(1000, 1090, 300, 92, 'none', { stroke: '#00626a', 'stroke-width': 6, opacity: 0.55 }),
          ) +
          pot(140, 1.15) +
          pot(1860, 1.25) +
          pole,
        defs,
      ),
    ],
  };
}
