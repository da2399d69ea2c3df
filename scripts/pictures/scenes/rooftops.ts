import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { box, linear, oval, paint, placed, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';
import { palm } from '../motifs/palm.ts';

const tank =
  shape('M-46 0V-84Q-46 -104 -20 -112L-16 -124H16L20 -112Q46 -104 46 -84V0Z', '#1d2022') +
  [-70, -48, -26].map((y) => box(-46, y, 92, 6, '#34393c')).join('') +
  box(-38, -96, 12, 92, '#ffffff', { opacity: 0.14 }) +
  oval(0, -124, 18, 6, '#34393c');

function washing(random: Random, wide: number): string {
  let art = stroke(`M0 0Q${wide / 2} 26 ${wide} 0M0 0V70M${wide} 0V70`, '#4a4038', 4);
  for (let x = 16; x < wide - 40; x += random.between(34, 52)) {
    const drop = 26 * 4 * (x / wide) * (1 - x / wide) * 0.5;
    const colour = random.pick(['#f4efe2', '#c9512f', '#2f7f8f', '#e0b04a', '#8fb0c9', '#d98a9a']);
    art += random.chance(0.5)
      ? polygonTag(
          [
            [x, drop],
            [x + 30, drop],
            [x + 33, drop + 50],
            [x - 2, drop + 52],
          ],
          colour,
        )
      : polygonTag(
          [
            [x - 8, drop + 4],
            [x + 4, drop],
            [x + 26, drop],
            [x + 38, drop + 4],
            [x + 34, drop + 18],
            [x + 27, drop + 15],
            [x + 28, drop + 44],
            [x + 2, drop + 44],
            [x + 3, drop + 15],
            [x - 4, drop + 18],
          ],
          colour,
        );
  }
  return art;
}

function house(random: Random, wide: number, tall: number, colour: string): string {
  const side = wide * 0.26;
  let art =
    box(0, -tall, wide, tall + 400, colour) +
    polygonTag(
      [
        [wide, -tall],
        [wide + side, -tall - side * 0.5],
        [wide + side, 400],
        [wide, 400],
      ],
      darker(colour, 0.32),
    ) +
    polygonTag(
      [
        [0, -tall],
        [side, -tall - side * 0.5],
        [wide + side, -tall - side * 0.5],
        [wide, -tall],
      ],
      lighter(colour, 0.5),
    ) +
    polygonTag(
      [
        [12, -tall - 3],
        [side + 4, -tall - side * 0.5 + 6],
        [wide + side - 14, -tall - side * 0.5 + 6],
        [wide - 8, -tall - 3],
      ],
      '#cfc5b4',
    );
  for (let x = 30; x < wide - 60; x += 96) {
    if (random.chance(0.75))
      art +=
        box(x, -tall + 50, 52, 66, '#2f3a42') +
        box(x, -tall + 50, 52, 66, 'none', { stroke: lighter(colour, 0.6), 'stroke-width': 7 }) +
        stroke(`M${x + 26} ${-tall + 50}V${-tall + 116}`, lighter(colour, 0.5), 4);
    else art += box(x, -tall + 60, 62, 40, '#e9e4d9') + box(x + 5, -tall + 66, 52, 22, '#9aa3a6');
  }
  for (let rod = 0; rod < 5; rod += 1)
    if (random.chance(0.6))
      art += stroke(`M${random.between(10, wide)} ${-tall - 4}v${-random.between(30, 56)}`, '#6d5a4a', 4);
  return art;
}

/** Flat roofs with black tanks and washing under the clouds of a summer afternoon. */
export function rooftops(): Scene {
  const random = createRandom('rooftops');
  const cloud = layeredNoise('rooftop cloud', 6);
  const sky = ramp([
    [0, '#2f6f9c'],
    [0.6, '#8fbccb'],
    [1, '#f1dfc0'],
  ]);
  const ground = shaded((x, y) => {
    const tower = cloud(x / 460, y / 330);
    const lift = smoothstep(0, 620, y) * 0.16 + glow((x - 1300) / 560) * 0.2;
    const body = smoothstep(0.52, 0.6, tower + lift - 0.08);
    const lit = cloud(x / 460 + 0.09, y / 330 + 0.12) - tower;
    const tone = blend(rgb('#fffaf0'), rgb('#8796a8'), 0.34 + lit * 5 + smoothstep(260, 720, y) * 0.34);
    return blend(sky(y / 820), tone, body);
  });
  const palette = [
    '#e0a05a',
    '#d9705a',
    '#6fa8a6',
    '#e9d9b8',
    '#8fa4c4',
    '#d98aa0',
    '#c9b458',
    '#b8c9a0',
  ] as const;
  let [far, middle, near] = ['', '', ''];
  for (let x = -60; x < 2000; x += 150)
    far +=
      placed(
        house(random, random.between(120, 190), random.between(40, 130), darker(random.pick(palette), 0.05)),
        x,
        800,
        0.8,
      ) + (random.chance(0.6) ? placed(tank, x + 70, 700 + random.between(-40, 20), 0.5) : '');
  for (let x = -90; x < 2000; x += 300) {
    const tall = random.between(60, 170);
    middle += placed(
      house(random, 250, tall, random.pick(palette)) +
        placed(tank, 90, -tall - 18, 0.9) +
        (random.chance(0.5)
          ? placed(washing(random, 150), 140, -tall - 86, 0.9)
          : placed(palm(random, 90, 8, '#2f6b3a', '#6b4a2e'), 190, -tall - 12)),
      x,
      960,
    );
  }
  for (const [x, tall, index] of [
    [-80, 120, 1],
    [520, 60, 3],
    [1080, 150, 2],
    [1600, 80, 5],
  ] as const) {
    near += placed(
      house(random, 420, tall, palette[index]) +
        placed(tank, 120, -tall - 24, 1.15) +
        placed(washing(random, 230), 200, -tall - 112, 1.2) +
        placed(
          polygonTag(
            [
              [-24, -44],
              [24, -44],
              [17, 0],
              [-17, 0],
            ],
            '#a9512f',
          ) + palm(random, 80, 6, '#3a7f44', '#6b4a2e'),
          48,
          -tall - 16,
        ),
      x,
      1230,
    );
  }
  const wires =
    stroke('M-20 690Q500 800 1010 706T2020 730', '#2a2d33', 4) +
    stroke('M-20 720Q500 836 1010 736T2020 766', '#2a2d33', 4) +
    stroke('M-20 748Q500 870 1010 762T2020 798', '#2a2d33', 3);
  const pole =
    box(998, 640, 24, 700, '#6d655c') +
    box(930, 690, 160, 14, '#4a443e') +
    oval(960, 684, 9, 12, '#c9c2b4') +
    oval(1060, 684, 9, 12, '#c9c2b4') +
    box(1026, 760, 44, 70, '#7f858a', { rx: 8 });
  return {
    ground,
    layers: [
      paint(
        far + middle + pole + wires + near + box(0, 0, 2000, 1333, 'url(#warm)'),
        linear('warm', [
          [0, '#ffe2a8', 0],
          [0.7, '#ffe2a8', 0.06],
          [1, '#2a1a1c', 0.34],
        ]),
      ),
    ],
  };
}
