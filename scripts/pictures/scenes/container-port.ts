import { darker, lighter, mix } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { box, disc, linear, paint, placed, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';

function containers(random: Random, columns: number, rows: number, wide: number, tall: number): string {
  let art = '';
  for (let column = 0; column < columns; column += 1) {
    const stack = Math.max(
      2,
      rows - Math.floor(random.between(0, 2.4)) - (column === 0 || column === columns - 1 ? 1 : 0),
    );
    for (let row = 0; row < stack; row += 1) {
      const paintwork = random.pick([
        '#b5452c',
        '#c9713a',
        '#2b6a6e',
        '#274a66',
        '#d9a441',
        '#7c8a86',
        '#8c2f38',
        '#e6dcc5',
      ]);
      const [x, y] = [column * (wide + 2), -(row + 1) * (tall + 2)];
      art += box(x, y, wide, tall, paintwork);
      for (let rib = 6; rib < wide - 4; rib += 8)
        art += box(x + rib, y + 3, 2.4, tall - 6, darker(paintwork, 0.28), { opacity: 0.6 });
      art +=
        box(x, y, wide, 4, lighter(paintwork, 0.35)) + box(x, y + tall - 4, wide, 4, darker(paintwork, 0.45));
      art += box(x + wide - 7, y, 7, tall, darker(paintwork, 0.3));
    }
  }
  return art;
}

/** A ship-to-shore crane with its boom over the water, the quay at y = 0. */
function crane(colour: string, boom: number): string {
  const beam = (d: string, thick: number): string => stroke(d, colour, thick);
  const light = (d: string): string => stroke(d, mix(colour, '#ffd9a0', 0.5), 4, { opacity: 0.7 });
  return (
    beam('M-90 0L-60 -470M110 0L80 -470M-90 0L-90 -14M110 0L110 -14', 18) +
    beam('M-84 -150L104 -150M-72 -320L90 -320', 12) +
    beam('M-84 -150L90 -320M104 -150L-72 -320', 6) +
    beam(`M190 -470L${-boom} -470`, 22) +
    beam(`M190 -500L${-boom} -500`, 6) +
    beam('M-20 -470L20 -640L60 -470', 12) +
    beam(`M20 -640L${-boom * 0.9} -480M20 -640L${-boom * 0.5} -480M20 -640L180 -480`, 5) +
    Array.from({ length: Math.floor(boom / 46) }, (_, index) =>
      beam(`M${-index * 46} -470L${-index * 46 - 23} -500L${-index * 46 - 46} -470`, 4),
    ).join('') +
    box(110, -540, 80, 62, colour) +
    light('M-60 -470L-86 -20M80 -470L104 -20') +
    light(`M190 -480L${-boom} -480`)
  );
}

/** The quay at sundown: a loaded ship, its reflection, two cranes. */
export function containerPort(): Scene {
  const random = createRandom('port');
  const noise = layeredNoise('port sky', 5);
  const swell = layeredNoise('port water', 4);
  const sky = ramp([
    [0, '#39566f'],
    [0.45, '#c98d74'],
    [0.8, '#f5b46b'],
    [1, '#fbdc9c'],
  ]);
  const sea = {
    horizon: 800,
    noise: swell,
    far: rgb('#f0b878'),
    near: rgb('#2a4a5c'),
    trough: rgb('#223d50'),
    crest: rgb('#f6c98a'),
    light: { x: 620, spread: 210, colour: rgb('#fff0c2'), strength: 0.95 },
  };
  const ground = shaded((x, y) => {
    if (y >= sea.horizon) return seaColour(sea, x, y);
    const bank = noise(x / 560 + y / 900, y / 74);
    const under = smoothstep(0.5, 0.72, bank);
    const base = blend(
      sky(y / sea.horizon + (bank - 0.5) * 0.08),
      rgb('#fff3cd'),
      glow(Math.hypot((x - 620) / 330, (y - 660) / 260)) * 0.85,
    );
    return blend(base, y < 420 ? rgb('#5b6478') : rgb('#d0705a'), under * 0.6);
  });
  const hull = 'M-40 0L1010 0L1010 -116L930 -116L930 -126L-118 -126Z';
  const ship =
    shape(hull, '#20303c') +
    shape('M-40 0L1010 0L1010 -34L-62 -34Z', '#8a2f2a') +
    shape('M-118 -126L930 -126L930 -112L-108 -112Z', '#e9ddc4') +
    placed(containers(random, 11, 7, 68, 34), 20, -126) +
    box(836, -420, 92, 296, '#efe5d0') +
    box(820, -440, 124, 26, '#d8c9ab') +
    [0, 1, 2, 3, 4, 5].map((row) => box(846, -400 + row * 42, 72, 13, '#3a5566')).join('') +
    box(868, -520, 34, 82, '#b5452c') +
    box(868, -500, 34, 14, '#efe5d0') +
    stroke('M-20 -126L-20 -220M-34 -200L-6 -200', '#20303c', 6);
  const mirrored = `<g transform="translate(560 968) scale(1 -0.62)" opacity="0.34">${ship}</g>`;
  const quay =
    polygonTag(
      [
        [0, 1333],
        [0, 1170],
        [2000, 1090],
        [2000, 1333],
      ],
      '#3b352f',
    ) +
    polygonTag(
      [
        [0, 1170],
        [2000, 1090],
        [2000, 1106],
        [0, 1190],
      ],
      '#b08a5c',
    );
  const bollards = [180, 560, 960, 1370, 1760]
    .map((x) => `<path d="M${x} ${1176 - x * 0.04}h44l-8 -34h8v-12h-44v12h8z" fill="#1d1a18"/>`)
    .join('');
  let stacks = '';
  for (const [x, columns, rows] of [
    [-60, 4, 3],
    [1500, 5, 4],
  ] as const)
    stacks += placed(containers(random, columns, rows, 128, 62), x, 1262 - x * 0.02);
  return {
    ground,
    layers: [
      paint(
        disc(620, 660, 62, '#fff8dc') +
          placed(crane('#54434a', 520), 1790, 806, 0.55) +
          placed(crane('#54434a', 520), 1540, 806, 0.5),
      ),
      paint(
        mirrored +
          placed(ship, 560, 968) +
          placed(crane('#2a2a33', 760), 1640, 1112, 1.22) +
          placed(crane('#33303a', 640), 330, 1160, 1.06),
      ),
      paint(quay + bollards + stacks),
      {
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1333"><defs>${linear('dusk', [
          [0.55, '#1a0f18', 0],
          [1, '#1a0f18', 0.6],
        ])}</defs><rect width="2000" height="1333" fill="url(#dusk)"/></svg>`,
        grain: true,
      },
    ],
  };
}
