import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve, type Point, polygon } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, group, linear, paint, type Scene, shape, stroke } from '../kit/svg.ts';

type Cave = {
  opening: number;
  surface: number;
  lean: number;
  water: readonly [string, string, string];
  rock: string;
  seed: string;
};

/** A cavern whose roof has fallen in: one shaft of light, still water, stalactites. */
export function cenoteLight(cave: Cave): Scene {
  const random = createRandom(cave.seed);
  const stone = layeredNoise(`${cave.seed} stone`, 5);
  const ripple = layeredNoise(`${cave.seed} ripple`, 4);
  const rock = ramp([
    [0, '#06090c'],
    [0.35, cave.rock],
    [0.7, '#8a7556'],
    [1, '#e3cf9d'],
  ]);
  const water = ramp([
    [0, cave.water[0]],
    [0.55, cave.water[1]],
    [1, cave.water[2]],
  ]);
  const { opening, surface, lean } = cave;
  const beamAt = (y: number): { x: number; half: number } => ({
    x: opening + (lean * y) / surface,
    half: 175 + y * 0.16,
  });
  const ground = shaded((x, y) => {
    const beam = beamAt(Math.min(y, surface));
    const inBeam = glow((x - beam.x) / beam.half);
    const striation = 0.75 + 0.5 * ripple((x - beam.x) / (beam.half * 0.16), 4);
    const hole = Math.hypot((x - opening) / 330, (y + 10) / 128) + (stone(x / 90, y / 90) - 0.5) * 0.7;
    if (y < surface) {
      const texture = stone(x / 130, y / 170) * 0.65 + stone(x / 34, y / 46) * 0.35;
      const near = glow(Math.hypot((x - opening) / 560, (y - 40) / 500));
      const bounce = Math.exp(-((surface - y) / 190)) * glow((x - opening - lean) / 720) * 0.3;
      const layers = Math.sin((y + texture * 240 + x * 0.05) / 27) * 0.05;
      let colour = rock(texture * 0.62 - 0.12 + near * 0.62 * (texture + 0.35) + layers + bounce * texture);
      colour = blend(colour, rgb(cave.water[1]), bounce * 0.55);
      colour = blend(colour, rgb('#fdf2c8'), inBeam * striation * 0.5 * (1 - (y / surface) * 0.25));
      if (hole < 1)
        colour = blend(
          rgb('#fdfbe6'),
          rgb('#a9cf73'),
          smoothstep(0.2, 1, hole + (stone(x / 24, y / 24) - 0.5) * 0.8) * 0.9,
        );
      return colour;
    }
    const depth = (y - surface) / (1333 - surface);
    const across = (x - opening - lean) / (1 + depth * 0.9);
    const wave = ripple(across / 120, Math.log(depth + 0.05) * 9) - 0.5;
    const pool = glow(Math.hypot(across / 470, (depth - 0.25) / 0.62));
    let colour = water(pool * 1.05 + wave * 0.34 - 0.02);
    const mesh = Math.abs(ripple(across / 74, Math.log(depth + 0.09) * 12) - 0.5);
    colour = blend(colour, rgb('#f4fff0'), smoothstep(0.035, 0.004, mesh) * pool * 0.75);
    return blend(colour, rgb('#fdf7d6'), inBeam * striation * 0.42 * (1 - depth) ** 1.6);
  });
  let roof = '';
  let rims = '';
  for (let index = 0; index < 66; index += 1) {
    const x = random.between(-20, 2020);
    const away = Math.abs(x - opening) / 1000;
    if (away < 0.3) continue;
    const long = random.between(60, 250) * (0.4 + away);
    const thick = random.between(12, 34);
    const top = random.between(-20, 60);
    roof += polygon([
      [x - thick, top - 40],
      [x + thick, top - 40],
      [x + thick * 0.32, top + long * 0.6],
      [x, top + long],
      [x - thick * 0.36, top + long * 0.6],
    ]);
    const side = x < opening ? 1 : -1;
    rims += stroke(
      `M${x + side * thick * 0.7} ${top}L${x + side * thick * 0.26} ${top + long * 0.6}L${x} ${top + long}`,
      '#d9c08a',
      3,
      { opacity: Math.max(0.08, 0.6 - away * 0.7) },
    );
  }
  let roots = '';
  for (let index = 0; index < 17; index += 1) {
    const start = opening + random.between(-300, 300);
    const fall = random.between(260, surface - 40);
    const points = Array.from(
      { length: 9 },
      (_, step): Point => [start + (ripple(step / 2, index * 5) - 0.5) * 90, (step / 8) * fall],
    );
    const bark = index % 3 ? '#241a12' : '#6d5433';
    roots +=
      stroke(curve(points), bark, random.between(1.5, 3)) +
      stroke(curve(points.slice(0, 5)), bark, random.between(4, 7));
  }
  let leaves = '';
  for (let index = 0; index < 240; index += 1) {
    const angle = random.between(0, Math.PI);
    const reach = random.between(0.84, 1.2);
    const [x, y] = [opening + Math.cos(angle) * 330 * reach, Math.sin(angle) * 126 * reach - 12];
    const size = random.between(10, 26);
    const turn = random.between(0, Math.PI * 2);
    leaves += shape(
      curve(
        [
          [x, y],
          [x + Math.cos(turn) * size, y + Math.sin(turn) * size],
          [x + Math.cos(turn + 0.5) * size * 1.7, y + Math.sin(turn + 0.5) * size * 1.7],
          [x + Math.cos(turn + 1) * size, y + Math.sin(turn + 1) * size],
        ],
        true,
      ),
      random.pick(['#1f3a1d', '#2f5a26', '#6f9a3c', '#14260f']),
    );
  }
  const mist = `<ellipse cx="${opening + lean}" cy="${surface + 6}" rx="420" ry="34" fill="#fff6d2" opacity="0.4" filter="url(#soft)"/>`;
  return {
    ground,
    layers: [
      paint(
        shape(roof, 'url(#rock)') + rims,
        linear('rock', [
          [0, '#0a0c0e'],
          [0.6, '#1d1a17'],
          [1, '#3b3226'],
        ]),
      ),
      paint(roots + leaves),
      paint(group(mist), blur('soft', 24)),
    ],
  };
}
