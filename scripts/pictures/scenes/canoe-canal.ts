import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, disc, group, oval, paint, placed, type Scene, shape, stroke } from '../kit/svg.ts';
import { crown } from '../motifs/forest.ts';

function paddler(shirt: string, side: number): string {
  return (
    shape(
      curve(
        [
          [-26, 0],
          [-30, -66],
          [-12, -92],
          [12, -92],
          [30, -66],
          [26, 0],
        ],
        true,
      ),
      shirt,
    ) +
    disc(0, -116, 21, '#6b4630') +
    shape(
      curve(
        [
          [-54, -126],
          [-20, -134],
          [-16, -160],
          [16, -160],
          [20, -134],
          [54, -126],
          [0, -116],
        ],
        true,
      ),
      '#e6cf98',
    ) +
    stroke(`M${side * 20} -74L${side * 58} -40`, '#6b4630', 13) +
    stroke(`M${side * 34} -120L${side * 92} 92`, '#8f6b47', 8) +
    oval(side * 95, 104, 11, 32, '#a37d55')
  );
}

/** A canoe on the old channel, reeds and mangrove on both sides, the sky open ahead. */
export function canoeCanal(): Scene {
  const random = createRandom('canal');
  const noise = layeredNoise('canal water', 4);
  const cloud = layeredNoise('canal sky', 5);
  const reed = layeredNoise('canal reed', 5);
  const horizon = 500;
  const sky = ramp([
    [0, '#5aa2b8'],
    [0.6, '#d9e3c9'],
    [1, '#fbeebf'],
  ]);
  const water = ramp([
    [0, '#f4ecc4'],
    [0.25, '#9cc9b0'],
    [0.6, '#3f8f8a'],
    [1, '#1c5a60'],
  ]);
  const bank = (depth: number, side: number): number =>
    1000 +
    side * (46 + depth * 640) +
    Math.sin(depth * 6 + 1) * 90 * (1 - depth) +
    (noise(depth * 12, side + 5) - 0.5) * 70 * depth;
  const ground = shaded((x, y) => {
    if (y < horizon)
      return blend(
        blend(sky(y / horizon), rgb('#ffffff'), smoothstep(0.5, 0.68, cloud(x / 420, y / 130)) * 0.8),
        rgb('#fff4cc'),
        glow(Math.hypot((x - 1000) / 300, (y - 470) / 200)) * 0.8,
      );
    const depth = (y - horizon) / 833;
    const [left, right] = [bank(depth, -1), bank(depth, 1)];
    if (x > left && x < right) {
      const wave = noise((x - 1000) / (36 + depth * 220), Math.log(depth + 0.03) * 9);
      const edge = Math.min(x - left, right - x) / (right - left);
      const base = blend(
        water(depth * 0.95 + (wave - 0.5) * 0.4),
        rgb('#27503a'),
        smoothstep(0.26, 0, edge) * 0.7,
      );
      return blend(
        base,
        rgb('#fffbe2'),
        glow((x - 1000) / (60 + depth * 260)) * smoothstep(0.5, 0.64, wave) * 0.6,
      );
    }
    const away = (x < left ? left - x : x - right) / (40 + depth * 300);
    return blend(rgb('#6f8a45'), rgb('#2c5232'), away * 0.7 + (reed(x / (6 + depth * 20), y / 60) - 0.5));
  });
  let far = '';
  for (let x = -60; x < 2060; x += 54)
    if (Math.abs(x - 1000) > 90)
      far += placed(
        crown(random, random.between(40, 74), random.pick(['#6f9a62', '#5f8a58', '#7fa56a'])),
        x,
        488 - Math.abs(x - 1000) * 0.05 + random.between(-14, 14),
      );
  let walls = '';
  const rows: { y: number; art: string }[] = [];
  for (let index = 0; index < 900; index += 1) {
    const depth = random.next() ** 0.9;
    const side = random.chance(0.5) ? -1 : 1;
    const x = bank(depth, side) + side * random.between(-6, 420) * (0.15 + depth);
    const tall = (50 + 330 * depth) * random.between(0.7, 1.15);
    const y = horizon + depth * 833 + 10;
    const lean = random.between(-0.22, 0.22) * tall - side * tall * 0.12;
    const blade = stroke(
      `M${x} ${y}Q${x + lean * 0.2} ${y - tall * 0.6} ${x + lean} ${y - tall}`,
      random.pick(['#7f9a4a', '#5f8244', '#a3b05a', '#3f6a3c', '#c2bf73']),
      2 + depth * 9,
    );
    rows.push({ y, art: blade });
  }
  for (const row of rows.sort((a, b) => a.y - b.y)) walls += row.art;
  let bushes = '';
  for (const [x, y, size] of [
    [120, 900, 250],
    [-20, 1160, 330],
    [1890, 930, 260],
    [2010, 1180, 340],
    [430, 720, 130],
    [1600, 720, 140],
  ] as const)
    bushes += placed(crown(random, size, random.pick(['#2f6236', '#3a6f3c'])), x, y);
  const canoe =
    shape(
      curve(
        [
          [0, -260],
          [54, -120],
          [70, 60],
          [44, 210],
          [0, 250],
          [-44, 210],
          [-70, 60],
          [-54, -120],
        ],
        true,
      ),
      '#5f3f28',
    ) +
    shape(
      curve(
        [
          [0, -226],
          [38, -110],
          [50, 60],
          [30, 190],
          [0, 216],
          [-30, 190],
          [-50, 60],
          [-38, -110],
        ],
        true,
      ),
      '#2f1f15',
    );
  const people = placed(paddler('#c9512f', 1), 0, -40, 0.72) + placed(paddler('#f0e6c9', -1), 0, 150, 0.95);
  const wake = stroke('M0 -250Q-120 -60 -240 330M0 -250Q120 -60 240 330', '#eef7dc', 7, { opacity: 0.55 });
  return {
    ground,
    layers: [
      paint(far + bushes + walls, ''),
      paint(
        `<g transform="translate(985 1010) scale(1 0.62)">${oval(20, 30, 96, 270, '#0f3a3c', { opacity: 0.5, filter: 'url(#soft)' })}${wake}${canoe}</g>` +
          group(placed(people, 985, 985, 1.05)),
        blur('soft', 14),
      ),
    ],
  };
}
