import { darker, lighter } from '../kit/colour.ts';
import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { blur, box, group, paint, placed, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';

/** A thatched roof on posts, its floor at y = 0. */
function palapa(): string {
  const random = createRandom('palapa');
  let straw = '';
  for (let index = 0; index < 420; index += 1) {
    const t = random.next();
    const half = 20 + t * 220;
    const x = random.between(-half, half);
    const y = -330 + t * 190;
    straw += stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}l${(x * 0.16).toFixed(0)} ${random.between(26, 54).toFixed(0)}`,
      random.pick(['#d9b878', '#b8935a', '#8f6d3f', '#e6cf98', '#a37d4a']),
      random.between(2, 5),
      { opacity: 0.8 },
    );
  }
  const posts = [-180, -70, 70, 180].map((x) => box(x - 7, -150, 14, 152, '#5f4329')).join('');
  const hammock =
    stroke('M-176 -96Q-120 -30 -66 -96', '#c9512f', 9) + stroke('M-176 -96Q-120 -38 -66 -96', '#f0c04a', 4);
  return (
    posts +
    hammock +
    polygonTag(
      [
        [0, -344],
        [-262, -136],
        [262, -136],
      ],
      '#8f6d3f',
    ) +
    polygonTag(
      [
        [0, -344],
        [60, -136],
        [262, -136],
      ],
      '#6f5230',
    ) +
    straw +
    shape('M-20 -330L0 -366L20 -330Z', '#5f4329')
  );
}

/** Bacalar: bands of blue, a pier, a roof of palm. */
export function bacalarPier(): Scene {
  const random = createRandom('bacalar');
  const calm = layeredNoise('bacalar calm', 4);
  const cloud = layeredNoise('bacalar cloud', 5);
  const horizon = 430;
  const bands = ramp([
    [0, '#27507a'],
    [0.1, '#1f6f96'],
    [0.2, '#2496ab'],
    [0.36, '#43bcbd'],
    [0.55, '#84dccb'],
    [0.78, '#bdeed6'],
    [1, '#e8f7dd'],
  ]);
  const sky = ramp([
    [0, '#4fa0c6'],
    [0.7, '#bfe0e2'],
    [1, '#f6efd8'],
  ]);
  const ground = shaded((x, y) => {
    if (y < horizon) {
      const tower = cloud(x / 330, y / 170 + 2);
      const white =
        smoothstep(0.5, 0.64, tower - (y - 300) / 2400) * smoothstep(430, 330, y) +
        smoothstep(0.58, 0.7, tower) * 0.5;
      return blend(
        blend(sky(y / horizon), rgb('#ffffff'), white * 0.92),
        rgb('#b9c9d2'),
        smoothstep(0.6, 0.76, cloud(x / 330 + 0.1, y / 170 + 2.14)) * 0.4,
      );
    }
    const depth = (y - horizon) / 903;
    const stepped = depth ** 0.72 + (calm(x / 520, depth * 5) - 0.5) * 0.2;
    const shore = horizon + 16 + (calm(x / 70, 2) - 0.5) * 20;
    if (y < shore) return blend(rgb('#2f5a45'), rgb('#5f8257'), calm(x / 16, y / 5));
    const wave = calm((x - 1000) / (40 + depth * 300), Math.log(depth + 0.03) * 11);
    const mesh = Math.abs(calm((x - 1000) / (30 + depth * 190), Math.log(depth + 0.06) * 8 + 30) - 0.5);
    const base = blend(
      bands(stepped + (wave - 0.5) * 0.1),
      rgb('#fdfff2'),
      smoothstep(0.03, 0.004, mesh) * smoothstep(0.25, 0.8, depth) * 0.55,
    );
    const rocks =
      smoothstep(0.6, 0.66, calm((x - 1000) / (60 + depth * 260) + 70, Math.log(depth + 0.05) * 9)) *
      smoothstep(0.66, 0.9, depth) *
      smoothstep(900, 300, x);
    return blend(base, rgb('#a8a67c'), rocks * 0.8);
  });
  const vanish = { x: 1180, y: 560 };
  const near = { left: 560, right: 1010, y: 1345 };
  const at = (side: 'left' | 'right', t: number): [number, number] => {
    const half = side === 'left' ? -40 : 40;
    const start = near[side];
    return [start + (vanish.x + half - start) * t, near.y + (vanish.y + 90 - near.y) * t];
  };
  let planks = '';
  const [nl, nr, fl, fr] = [at('left', 0), at('right', 0), at('left', 1), at('right', 1)];
  planks += polygonTag([nl, nr, fr, fl], '#a98358');
  for (let board = 0; board < 74; board += 1) {
    const t = 1 - (1 - board / 74) ** 1.9;
    const [a, b] = [at('left', t), at('right', t)];
    const tone = random.pick(['#b9936a', '#a37d55', '#c9a67a', '#8f6b47']);
    const thick = 24 * (1 - t) + 2;
    planks +=
      stroke(`M${a[0]} ${a[1]}L${b[0]} ${b[1]}`, tone, thick, { 'stroke-linecap': 'butt' }) +
      stroke(`M${a[0]} ${a[1] + thick / 2}L${b[0]} ${b[1] + thick / 2}`, '#4a3220', 2 + 2 * (1 - t));
  }
  for (const side of ['left', 'right'] as const) {
    for (let post = 0; post < 9; post += 1) {
      const t = 1 - (1 - post / 9) ** 1.7;
      const [x, y] = at(side, t);
      const size = 1 - t * 0.8;
      planks +=
        box(x - 13 * size, y - 110 * size, 26 * size, 200 * size, '#6b4a2e') +
        box(x - 13 * size, y - 110 * size, 8 * size, 200 * size, '#a37d55') +
        box(x - 15 * size, y - 116 * size, 30 * size, 12 * size, lighter('#6b4a2e', 0.3));
    }
  }
  const deck =
    polygonTag(
      [
        [900, 652],
        [1470, 652],
        [1520, 690],
        [860, 690],
      ],
      '#b08a5c',
    ) +
    polygonTag(
      [
        [860, 690],
        [1520, 690],
        [1520, 706],
        [860, 706],
      ],
      darker('#b08a5c', 0.4),
    ) +
    [890, 1030, 1180, 1330, 1480].map((x) => box(x, 704, 16, 60, '#5a3f28')).join('');
  const shadow = group(
    polygonTag(
      [
        [880, 730],
        [1500, 730],
        [1420, 800],
        [980, 800],
      ],
      '#12566b',
    ),
    { opacity: 0.35, filter: 'url(#soft)' },
  );
  const canoe =
    shape('M-170 0C-110 34 110 34 170 0C120 10 -120 10 -170 0Z', '#a8321f') +
    shape('M-170 0C-120 10 120 10 170 0C110 -4 -110 -4 -170 0Z', '#5f1f18') +
    stroke('M-150 44Q0 66 150 44', '#0f5a70', 8, { opacity: 0.35 });
  return {
    ground,
    layers: [
      paint(
        shadow + deck + placed(palapa(), 1190, 668, 1.02) + placed(canoe, 1630, 960, 1.15, -5) + planks,
        blur('soft', 12),
      ),
    ],
  };
}
