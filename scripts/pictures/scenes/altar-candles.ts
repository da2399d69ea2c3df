import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
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
  radial,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';

function marigold(random: Random, radius: number): string {
  let art = disc(0, 0, radius, '#b8560f');
  for (let ring = 0; ring < 4; ring += 1) {
    const reach = radius * (1 - ring * 0.24);
    const petals = 14 - ring * 2;
    for (let petal = 0; petal < petals; petal += 1) {
      const angle = (petal / petals) * 360 + ring * 17 + random.between(-6, 6);
      art += placed(
        oval(
          0,
          -reach * 0.74,
          reach * 0.22,
          reach * 0.32,
          random.pick(['#f59a1b', '#f7b02c', '#e8801a', '#fbc24a']),
        ),
        0,
        0,
        1,
        angle,
      );
    }
  }
  return art + disc(0, 0, radius * 0.16, '#d9680f');
}

function candle(random: Random, tall: number, wax: string): string {
  const half = 26;
  return (
    box(-half, -tall, half * 2, tall, wax) +
    box(-half, -tall, 16, tall, '#ffffff', { opacity: 0.35 }) +
    box(half - 16, -tall, 16, tall, '#3a1a10', { opacity: 0.3 }) +
    oval(0, -tall, half, 8, lighter(wax, 0.6)) +
    shape(
      `M${half - 4} ${-tall}q8 40 0 ${random.between(50, 90)}q-9 -20 -8 -${random.between(40, 60)}Z`,
      lighter(wax, 0.3),
    ) +
    stroke(`M0 ${-tall}v-16`, '#2b1a14', 5) +
    shape(
      `M0 ${-tall - 84}C26 ${-tall - 44} 22 ${-tall - 12} 0 ${-tall - 10}C-22 ${-tall - 12} -24 ${-tall - 44} 0 ${-tall - 84}Z`,
      '#ffb52e',
    ) +
    shape(
      `M0 ${-tall - 62}C13 ${-tall - 36} 12 ${-tall - 16} 0 ${-tall - 14}C-12 ${-tall - 16} -13 ${-tall - 36} 0 ${-tall - 62}Z`,
      '#fff4c0',
    ) +
    disc(0, -tall - 44, 150, 'url(#flame)')
  );
}

const bread =
  oval(0, 0, 96, 44, '#a8622c') +
  oval(0, -10, 92, 38, '#c98040') +
  oval(-22, -22, 44, 12, '#e9ad68', { opacity: 0.7 }) +
  stroke('M-70 -16Q0 10 70 -16M-34 -40Q0 4 34 -40', '#e0a25a', 15) +
  disc(0, -34, 17, '#d9924c') +
  Array.from({ length: 40 }, (_, grain) =>
    disc(Math.sin(grain * 2.4) * 76, -10 + Math.cos(grain * 1.7) * 22, 2, '#fff6e0'),
  ).join('');
const gourd =
  shape('M-78 -40C-84 20 -40 52 0 52C40 52 84 20 78 -40Z', '#7a4a26') +
  oval(0, -40, 78, 19, '#5a3418') +
  oval(0, -38, 68, 14, '#f0e2c4') +
  stroke('M-50 0Q0 24 50 0', '#a9713f', 5) +
  stroke('M-40 18Q0 38 40 18', '#a9713f', 4);

/** An altar for the days of the dead: a green cross, candles, marigolds, bread, a gourd of atole. */
export function altarCandles(): Scene {
  const random = createRandom('altar');
  const wall = layeredNoise('altar wall', 4);
  const ground = shaded((x, y) => {
    const warm = glow(Math.hypot((x - 1000) / 900, (y - 760) / 620));
    const plaster = wall(x / 160, y / 200) * 0.6 + wall(x / 26, y / 30) * 0.4;
    return blend(
      blend(rgb('#0e1626'), rgb('#28304a'), plaster),
      rgb('#c9662a'),
      warm * (0.28 + plaster * 0.42),
    );
  });
  const arch: string[] = [];
  for (let step = 0; step <= 30; step += 1) {
    const angle = Math.PI + (step / 30) * Math.PI;
    const [x, y] = [1000 + Math.cos(angle) * 790, 760 + Math.sin(angle) * 620];
    arch.push(
      placed(
        stroke('M0 0q30 -60 70 -70M0 0q-30 -60 -64 -80', '#2f5a34', 13) +
          marigold(random, random.between(52, 70)),
        x,
        y,
        1,
        random.between(0, 90),
      ),
    );
  }
  const pillars = [210, 1790]
    .map((x) =>
      Array.from({ length: 5 }, (_, row) =>
        placed(marigold(random, random.between(50, 66)), x + random.between(-14, 14), 800 + row * 92),
      ).join(''),
    )
    .join('');
  const cross =
    box(-30, -330, 60, 400, '#1f6a48') +
    box(-150, -226, 300, 58, '#1f6a48') +
    box(-30, -330, 18, 400, '#4f9a6a', { opacity: 0.8 }) +
    box(-150, -226, 300, 14, '#4f9a6a', { opacity: 0.8 }) +
    shape('M-150 -168H150L120 -96H-120Z', '#fbf6ea') +
    [-108, -54, 0, 54, 108].map((x) => disc(x, -128, 13, '#c9302c') + disc(x, -128, 5, '#f7c948')).join('') +
    stroke('M-130 -152H130', '#2f7f4a', 5);
  const cloth = (y: number, from: number, to: number): string =>
    polygonTag(
      [
        [from, y],
        [to, y],
        [to + 26, y + 170],
        [from - 26, y + 170],
      ],
      '#f3e9d4',
    ) +
    Array.from({ length: Math.floor((to - from) / 60) }, (_, index) =>
      placed(
        disc(0, 0, 14, '#c9302c') +
          [0, 72, 144, 216, 288]
            .map((turn) => placed(oval(0, -20, 9, 13, index % 2 ? '#d6336c' : '#7048a8'), 0, 0, 1, turn))
            .join('') +
          stroke('M-24 26Q0 40 24 26', '#2f7f4a', 5),
        from + 34 + index * 60,
        y + 108,
      ),
    ).join('') +
    polygonTag(
      [
        [from, y],
        [to, y],
        [to - 40, y - 34],
        [from + 40, y - 34],
      ],
      '#fffaf0',
    ) +
    polygonTag(
      [
        [from - 26, y + 158],
        [to + 26, y + 158],
        [to + 27, y + 172],
        [from - 27, y + 172],
      ],
      '#d9c9a4',
    );
  const wax = ['#f6ecd4', '#f6ecd4', '#e9dcc0', '#2f2a2e', '#f3d9a0'] as const;
  let [upper, lower] = ['', ''];
  for (const [x, tall, colour] of [
    [620, 170, 0],
    [740, 120, 1],
    [1260, 130, 4],
    [1380, 180, 0],
  ] as const)
    upper += placed(candle(random, tall, wax[colour]), x, 770);
  for (const [x, tall, colour] of [
    [330, 230, 0],
    [450, 170, 3],
    [820, 140, 1],
    [1180, 150, 4],
    [1540, 180, 3],
    [1670, 240, 0],
  ] as const)
    lower += placed(candle(random, tall, wax[colour]), x, 1010);
  let petals = '';
  for (let index = 0; index < 150; index += 1)
    petals += placed(
      oval(0, 0, 14, 7, random.pick(['#f59a1b', '#e8801a', '#fbc24a'])),
      random.between(60, 1940),
      random.between(1210, 1330),
      random.between(0.7, 1.4),
      random.between(0, 180),
    );
  const table =
    cloth(770, 520, 1480) + cloth(1010, 240, 1760) + box(-10, 1180, 2020, 160, darker('#5a3426', 0.4));
  const offer =
    placed(bread, 600, 960, 1) +
    placed(bread, 700, 990, 1.06) +
    placed(gourd, 1000, 960, 1.06) +
    placed(bread, 1360, 980, 1.1) +
    placed(marigold(random, 50), 900, 1000) +
    placed(marigold(random, 46), 1110, 1004) +
    placed(marigold(random, 54), 1470, 990) +
    placed(marigold(random, 50), 250, 1004) +
    placed(marigold(random, 48), 1752, 1006);
  const defs =
    radial('flame', [
      [0, '#ffcf6a', 0.5],
      [0.4, '#ffb040', 0.16],
      [1, '#ffb040', 0],
    ]) +
    blur('soft', 2) +
    linear('close', [
      [0, '#05080f', 0.5],
      [0.4, '#05080f', 0],
      [1, '#05080f', 0.3],
    ]);
  return {
    ground,
    layers: [
      paint(group(arch.join('') + pillars) + placed(cross, 1000, 700), defs),
      paint(table + upper + lower + offer + petals + box(0, 0, 2000, 1333, 'url(#close)'), defs),
    ],
  };
}
