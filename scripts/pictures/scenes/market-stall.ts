import { darker, lighter, mix } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom, type Random } from '../kit/random.ts';
import {
  box,
  disc,
  linear,
  oval,
  paint,
  placed,
  polygonTag,
  radial,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';

const round = (radius: number, colour: string): string =>
  disc(0, 0, radius, darker(colour, 0.22)) +
  disc(-radius * 0.08, -radius * 0.1, radius * 0.9, colour) +
  oval(-radius * 0.34, -radius * 0.4, radius * 0.3, radius * 0.2, lighter(colour, 0.65), { opacity: 0.75 });

const orange = round(44, '#f08c1f') + disc(8, -32, 5, '#5f7a2c');
const lime =
  oval(0, 0, 32, 28, '#4f8a34') +
  oval(-4, -4, 26, 21, '#74ad3f') +
  oval(-12, -10, 9, 6, '#d9ecA0', { opacity: 0.8 });
const avocado =
  shape(
    curve(
      [
        [0, -62],
        [24, -36],
        [42, 14],
        [28, 54],
        [0, 64],
        [-28, 54],
        [-42, 14],
        [-24, -36],
      ],
      true,
    ),
    '#2f4a28',
  ) +
  shape(
    curve(
      [
        [-6, -50],
        [12, -30],
        [24, 10],
        [12, 40],
        [-16, 40],
        [-28, 10],
        [-18, -30],
      ],
      true,
    ),
    '#4a6a34',
  ) +
  oval(-14, 0, 8, 22, '#8fae5f', { opacity: 0.6 });
const papaya =
  shape(
    curve(
      [
        [0, -96],
        [34, -70],
        [58, 0],
        [44, 70],
        [0, 96],
        [-44, 70],
        [-58, 0],
        [-34, -70],
      ],
      true,
    ),
    '#d98a2b',
  ) +
  shape(
    curve(
      [
        [-10, -80],
        [16, -56],
        [34, 0],
        [20, 60],
        [-14, 76],
        [-40, 30],
        [-42, -20],
      ],
      true,
    ),
    '#efae45',
  ) +
  shape(
    curve(
      [
        [20, -70],
        [50, -10],
        [44, 50],
        [24, 30],
      ],
      true,
    ),
    '#8f9a3a',
    { opacity: 0.5 },
  );
const halved =
  shape(
    curve(
      [
        [0, -96],
        [34, -70],
        [58, 0],
        [44, 70],
        [0, 96],
        [-44, 70],
        [-58, 0],
        [-34, -70],
      ],
      true,
    ),
    '#d98a2b',
  ) +
  shape(
    curve(
      [
        [0, -84],
        [28, -60],
        [48, 0],
        [36, 60],
        [0, 82],
        [-36, 60],
        [-48, 0],
        [-28, -60],
      ],
      true,
    ),
    '#f26d3d',
  ) +
  shape(
    curve(
      [
        [0, -52],
        [16, -30],
        [22, 10],
        [0, 52],
        [-22, 10],
        [-16, -30],
      ],
      true,
    ),
    '#c94a2c',
  ) +
  Array.from({ length: 22 }, (_, seed) =>
    disc(Math.sin(seed * 2.4) * 13, -40 + seed * 3.8, 5, '#1d1a1a'),
  ).join('');
const pineapple =
  oval(0, 10, 52, 76, '#c98f2b') +
  Array.from({ length: 7 }, (_, row) =>
    stroke(
      `M-50 ${-46 + row * 18}L50 ${-14 + row * 18}M50 ${-46 + row * 18}L-50 ${-14 + row * 18}`,
      '#7f5a1c',
      3.4,
      { opacity: 0.75 },
    ),
  ).join('') +
  Array.from({ length: 9 }, (_, leaf) =>
    placed(
      polygonTag(
        [
          [-11, 0],
          [0, -96],
          [11, 0],
        ],
        leaf % 2 ? '#3f7a3c' : '#6a9a4a',
      ),
      0,
      -56,
      1,
      -56 + leaf * 14,
    ),
  ).join('') +
  oval(-20, -6, 14, 30, '#f6d98a', { opacity: 0.4 });

function chili(random: Random, colour: string): string {
  const long = random.between(60, 92);
  return (
    shape(`M0 0C18 -10 ${long * 0.5} -22 ${long} 10C${long * 0.5} 4 20 22 0 14Z`, colour) +
    stroke(`M8 2Q${long * 0.4} -10 ${long * 0.75} 2`, lighter(colour, 0.6), 4, { opacity: 0.6 }) +
    stroke('M0 6Q-12 2 -18 -8', '#4f7a34', 6)
  );
}
const habanero = (colour: string): string =>
  shape(
    curve(
      [
        [0, -30],
        [26, -22],
        [30, 6],
        [14, 28],
        [0, 42],
        [-14, 28],
        [-30, 6],
        [-26, -22],
      ],
      true,
    ),
    colour,
  ) +
  stroke('M-12 -20Q-18 4 -6 26M12 -20Q18 4 8 24', darker(colour, 0.25), 3, { opacity: 0.6 }) +
  oval(-12, -8, 6, 13, lighter(colour, 0.7), { opacity: 0.7 }) +
  stroke('M0 -28Q2 -42 12 -46', '#4f7a34', 7);

/** A market stall in front: crates heaped with what grows here. */
export function marketStall(): Scene {
  const random = createRandom('market');
  const back = layeredNoise('market back', 4);
  const ground = shaded((x, y) => {
    const lamp =
      glow(Math.hypot((x - 760) / 700, (y - 330) / 300)) +
      glow(Math.hypot((x - 1560) / 420, (y - 360) / 240)) * 0.7;
    const shelf = Math.abs(((y - 190) % 150) - 75) < 7 ? 0.35 : 0;
    const goods = back(x / 46, Math.floor((y - 190) / 150) * 9 + 2);
    const base = blend(
      rgb('#2a1c22'),
      rgb(goods > 0.56 ? '#8a4a3a' : goods > 0.46 ? '#6a6a4a' : '#3a4a55'),
      0.5 + (back(x / 14, y / 60) - 0.5),
    );
    return blend(blend(base, rgb('#120c10'), shelf), rgb('#ffc978'), lamp * 0.5);
  });
  let awning = '';
  for (let stripe = 0; stripe < 17; stripe += 1) {
    const [x, w] = [-40 + stripe * 124, 124];
    const colour = stripe % 2 ? '#f6ecd4' : '#00737c';
    awning +=
      polygonTag(
        [
          [x + (x - 1000) * -0.14, -10],
          [x + w + (x + w - 1000) * -0.14, -10],
          [x + w, 190],
          [x, 190],
        ],
        colour,
      ) + shape(`M${x} 190H${x + w}V222Q${x + w / 2} 268 ${x} 222Z`, stripe % 2 ? '#e2d3b2' : '#005a62');
  }
  const heap = (
    item: () => string,
    x: number,
    y: number,
    columns: number,
    rows: number,
    gap: number,
    scale: number,
  ): string => {
    let art = '';
    for (let row = rows - 1; row >= 0; row -= 1) {
      const count = columns - row;
      for (let column = 0; column < count; column += 1)
        art += placed(
          item(),
          x + (column - (count - 1) / 2) * gap + random.between(-5, 5),
          y - row * gap * 0.66 + random.between(-4, 4),
          scale * random.between(0.94, 1.06),
          random.between(-18, 18),
        );
    }
    return art;
  };
  const crate = (x: number, y: number, w: number): string =>
    box(x - w / 2, y - 8, w, 120, '#8a5a34') +
    [0, 42, 84]
      .map(
        (slat) =>
          box(x - w / 2, y - 6 + slat, w, 32, mix('#b9834f', '#8f6038', slat / 120)) +
          box(x - w / 2, y - 6 + slat, w, 5, '#e0b47c', { opacity: 0.6 }),
      )
      .join('') +
    box(x - w / 2, y - 10, 16, 124, '#7a4c2a') +
    box(x + w / 2 - 16, y - 10, 16, 124, '#7a4c2a');
  const backRow =
    heap(() => pineapple, 250, 590, 4, 1, 130, 1.02) +
    heap(() => papaya, 790, 620, 5, 2, 118, 0.86) +
    placed(halved, 1010, 560, 0.95, 14) +
    heap(() => pineapple, 1400, 590, 3, 1, 130, 1.02) +
    heap(() => avocado, 1760, 630, 5, 2, 86, 0.94);
  const middle =
    heap(() => orange, 330, 880, 8, 4, 84, 1) +
    heap(() => lime, 960, 890, 8, 4, 66, 1.06) +
    heap(() => avocado, 1500, 890, 6, 2, 90, 1.02) +
    heap(() => orange, 1900, 880, 4, 3, 84, 1);
  const front =
    heap(() => chili(random, random.pick(['#b8231f', '#d13a26', '#8f1a1c'])), 260, 1170, 9, 4, 62, 1.25) +
    heap(
      () => habanero(random.pick(['#f08c1f', '#f2a52b', '#e8641f', '#9ab83f'])),
      860,
      1176,
      10,
      3,
      62,
      1.1,
    ) +
    heap(() => round(40, random.pick(['#c9302c', '#d9482f', '#b8231f'])), 1420, 1176, 7, 3, 78, 1) +
    heap(() => chili(random, random.pick(['#3f7a34', '#5a8f3a', '#2f6230'])), 1870, 1170, 6, 3, 62, 1.25);
  const bulbs = [420, 1000, 1580]
    .map(
      (x) =>
        stroke(`M${x} 190V300`, '#1d1416', 5) + disc(x, 322, 26, '#fff3cf') + disc(x, 322, 90, 'url(#bulb)'),
    )
    .join('');
  const scale =
    stroke('M1180 190V330', '#5d6a6e', 6) +
    disc(1180, 372, 52, '#f6f2e6') +
    disc(1180, 372, 52, 'none', { stroke: '#5d6a6e', 'stroke-width': 9 }) +
    stroke('M1180 372L1204 346', '#a8321f', 6) +
    stroke('M1180 424V470M1120 470H1240M1120 470L1136 506H1224L1240 470', '#5d6a6e', 7);
  const defs =
    radial('bulb', [
      [0, '#ffe9b0', 0.75],
      [1, '#ffe9b0', 0],
    ]) +
    linear('close', [
      [0, '#140a0c', 0.2],
      [0.4, '#140a0c', 0],
      [1, '#140a0c', 0.45],
    ]);
  return {
    ground,
    layers: [
      paint(
        bulbs +
          scale +
          backRow +
          crate(250, 650, 560) +
          crate(860, 670, 620) +
          crate(1440, 650, 480) +
          crate(1880, 670, 380),
        defs,
      ),
      paint(
        middle + crate(330, 920, 700) + crate(1000, 926, 600) + crate(1560, 926, 500) + crate(2010, 920, 380),
        defs,
      ),
      paint(
        front +
          crate(240, 1216, 620) +
          crate(880, 1220, 640) +
          crate(1450, 1216, 500) +
          crate(1920, 1216, 420) +
          awning +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
