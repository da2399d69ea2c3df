import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { box, linear, paint, placed, polygonTag, type Scene, stroke } from '../kit/svg.ts';
import { crown } from '../motifs/forest.ts';

/** A pavement under trees: spots of light on coloured walls. */
export function shadeStreet(): Scene {
  const random = createRandom('shade');
  const wall = layeredNoise('shade wall', 4);
  const spots = layeredNoise('shade spots', 3);
  const colours = ramp([
    [0, '#c98a3f'],
    [0.33, '#d9a060'],
    [0.34, '#b8606a'],
    [0.66, '#c97a7f'],
    [0.67, '#5f8f8f'],
    [1, '#7fa8a0'],
  ]);
  const ground = shaded((x, y) => {
    const dapple = spots(x / 34 + y / 110, y / 30) * 0.62 + spots(x / 150, y / 150) * 0.38;
    const sun = smoothstep(0.53, 0.66, dapple);
    if (y < 880) {
      const house = colours(Math.min(0.999, x / 2000));
      const base = blend(
        house,
        rgb('#3a2c30'),
        0.28 + (wall(x / 130, y / 160) - 0.5) * 0.36 + (y < 330 ? 0.1 : 0),
      );
      const band = y > 800 ? blend(base, rgb('#3f2f30'), 0.5) : base;
      return blend(band, rgb('#ffe9b4'), sun * 0.5);
    }
    const kerb = y > 1085 && y < 1108;
    const depth = (y - 880) / 453;
    const slab = Math.min(Math.abs(((x - 1000) / (1 + depth) / 190) % 1), 1) < 0.012 || Math.abs(y - 975) < 2;
    const base =
      y < 1085
        ? blend(rgb('#8f7f78'), rgb('#6d5f60'), wall(x / 60, y / 30) - 0.3)
        : kerb
          ? rgb('#b8a898')
          : blend(rgb('#4a4650'), rgb('#38353f'), wall(x / 40, y / 14));
    return blend(
      slab && y < 1085 ? rgb('#544a4c') : base,
      rgb('#fff0c4'),
      sun * (y < 1085 ? 0.62 : 0.4) + glow((y - 1333) / 60) * 0.1,
    );
  });
  let fronts = '';
  for (const [x, w, shutter] of [
    [130, 150, '#2f5a5c'],
    [430, 170, '#5a2f2c'],
    [800, 150, '#e9dcc0'],
    [1130, 170, '#3a4f6b'],
    [1480, 150, '#6b3f2c'],
    [1780, 150, '#e9dcc0'],
  ] as const) {
    const door = w === 170;
    const [top, tall] = door ? [470, 412] : [470, 250];
    fronts +=
      box(x - 16, top - 16, w + 32, tall + (door ? 16 : 32), '#efe2c6', { opacity: 0.75 }) +
      box(x, top, w, tall, darker(shutter, 0.2)) +
      box(x, top, w / 2 - 3, tall, shutter) +
      box(x + w / 2 + 3, top, w / 2 - 3, tall, lighter(shutter, 0.08));
    for (let slat = top + 16; slat < top + tall - 20; slat += 17)
      fronts +=
        box(x + 10, slat, w / 2 - 24, 5, darker(shutter, 0.45)) +
        box(x + w / 2 + 14, slat, w / 2 - 24, 5, darker(shutter, 0.45));
    if (!door)
      fronts += Array.from({ length: 7 }, (_, bar) =>
        box(x - 6 + bar * ((w + 8) / 6), top - 10, 5, tall + 34, '#20242a', { opacity: 0.75 }),
      ).join('');
  }
  let trees = '';
  for (const [x, size] of [
    [250, 1.05],
    [980, 1.2],
    [1700, 1.1],
  ] as const) {
    trees +=
      polygonTag(
        [
          [x - 60 * size, 1082],
          [x + 60 * size, 1082],
          [x + 76 * size, 1104],
          [x - 76 * size, 1104],
        ],
        '#3a2c24',
      ) +
      stroke(`M${x} 1092C${x - 20} 860 ${x + 24} 620 ${x} 360`, '#4a3a34', 62 * size) +
      stroke(`M${x - 14 * size} 1080C${x - 34} 860 ${x + 8} 620 ${x - 12} 380`, '#8f7a68', 13 * size, {
        opacity: 0.6,
      }) +
      stroke(
        `M${x} 620Q${x - 150} 460 ${x - 280} 330M${x} 560Q${x + 160} 420 ${x + 310} 300`,
        '#4a3a34',
        30 * size,
      );
  }
  let leaves = '';
  for (let index = 0; index < 62; index += 1) {
    const x = random.between(-60, 2060);
    leaves += placed(
      crown(random, random.between(90, 190), random.pick(['#3f7a3f', '#2f6638', '#5a8f44', '#285832'])),
      x,
      random.between(-60, 250) + Math.abs(Math.sin(x / 330)) * 60,
    );
  }
  const bench =
    box(1240, 980, 250, 16, '#7a4a2c') +
    box(1240, 1004, 250, 14, '#8f5a36') +
    box(1240, 920, 250, 16, '#8f5a36') +
    box(1262, 916, 12, 140, '#20242a') +
    box(1456, 916, 12, 140, '#20242a');
  const bicycle = placed(
    `${stroke('M0 0m-62 0a62 62 0 1 0 124 0a62 62 0 1 0 -124 0M190 0m-62 0a62 62 0 1 0 124 0a62 62 0 1 0 -124 0', '#1c2024', 7)}${stroke('M0 0L56 -104H150L190 0M56 -104L88 0L150 -104M88 0H0M150 -104L142 -136H172M44 -128H76', '#a8321f', 8)}`,
    560,
    1030,
    0.9,
  );
  return {
    ground,
    layers: [
      paint(
        fronts + bench + bicycle + trees + leaves + box(0, 0, 2000, 1333, 'url(#cool)'),
        linear('cool', [
          [0, '#0f2a24', 0.3],
          [0.4, '#0f2a24', 0],
          [1, '#141018', 0.3],
        ]),
      ),
    ],
  };
}
