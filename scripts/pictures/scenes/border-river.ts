import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { disc, oval, paint, type Scene } from '../kit/svg.ts';

/** Dry country under a hot sky, a green river in loops towards the viewer. */
export function borderRiver(): Scene {
  const random = createRandom('river');
  const relief = layeredNoise('mesa', 5);
  const sky = ramp([
    [0, '#7fb3b5'],
    [0.55, '#f0d6a4'],
    [1, '#f6b877'],
  ]);
  const haze = rgb('#e8a86b');
  const ridges = [
    { top: 430, lift: 130, scale: 460, rock: '#b98469', dark: '#9a6a58', row: 1, far: 0.62 },
    { top: 500, lift: 170, scale: 360, rock: '#b06a45', dark: '#7f4534', row: 5, far: 0.36 },
    { top: 600, lift: 150, scale: 300, rock: '#9d5230', dark: '#5f2f22', row: 9, far: 0.12 },
  ];
  /** Mesas: flat tops and steep flanks. */
  const crest = (x: number, row: number, scale: number): number => {
    const raw = relief(x / scale, row * 3.7);
    return (
      smoothstep(0.3, 0.52, raw) * 0.6 +
      smoothstep(0.55, 0.66, raw) * 0.4 +
      (relief(x / 40, row) - 0.5) * 0.08
    );
  };
  const river = (depth: number): { x: number; half: number } => ({
    x: 1000 + Math.sin(depth * 5.4 + Math.log(depth + 0.06) * 2.1 + 0.4) * (70 + 470 * depth),
    half: 8 + 150 * depth ** 1.5,
  });
  const ground = shaded((x, y) => {
    const glare = glow(Math.hypot((x - 560) / 520, (y - 300) / 300));
    let colour = blend(sky(y / 640), rgb('#fff2cf'), glare * 0.7);
    for (const ridge of ridges) {
      const height = ridge.lift * crest(x, ridge.row, ridge.scale);
      const top = ridge.top - height;
      if (y < top) continue;
      const strata = Math.sin((y + relief(x / 120, ridge.row) * 60) / 11) * 0.5 + 0.5;
      const flank = smoothstep(-14, 14, crest(x + 9, ridge.row, ridge.scale) * ridge.lift - height);
      const gully = relief(x / 24, y / 120 + ridge.row);
      const lit = blend(
        rgb(ridge.dark),
        rgb(ridge.rock),
        0.35 + flank * 0.45 + strata * 0.16 + (gully - 0.5) * 0.7,
      );
      colour = blend(lit, haze, ridge.far + smoothstep(top, top + 190, y) * 0.28);
    }
    if (y > 640) {
      const depth = (y - 640) / 693;
      const across = (x - 1000) / (0.25 + depth);
      const tuft = relief(across / 160, Math.log(depth + 0.04) * 7);
      let plain = blend(rgb('#d99b62'), rgb('#a85f34'), depth * 0.8 + (tuft - 0.5) * 0.9);
      const bed = river(depth);
      const away = (Math.abs(x - bed.x) - bed.half) / (18 + 150 * depth);
      plain = blend(plain, rgb('#4f7038'), smoothstep(1.25, 0, away + (tuft - 0.5) * 1.6) * 0.92);
      if (away < 0) {
        const shine = relief(across / 300, Math.log(depth + 0.03) * 22);
        plain = blend(
          blend(rgb('#bcd0b0'), rgb('#2f7f78'), depth ** 0.5 * 0.9 + (shine - 0.5) * 0.7),
          rgb('#f9e6bb'),
          smoothstep(0.62, 0.74, shine) * 0.6,
        );
      }
      colour = blend(plain, haze, Math.exp(-depth * 13) * 0.7);
    }
    return colour;
  });
  let bushes = '';
  for (let index = 0; index < 420; index += 1) {
    const depth = random.next() ** 0.7;
    const y = 652 + depth * 690;
    const bed = river(depth);
    const x = random.between(-20, 2020);
    const away = Math.abs(x - bed.x) - bed.half;
    if (away < 16 + 40 * depth) continue;
    const size = 3 + 26 * depth * random.between(0.5, 1.2);
    bushes += oval(x + size * 0.7, y + size * 0.3, size * 1.2, size * 0.3, '#4a2417', { opacity: 0.4 });
    bushes +=
      oval(x, y, size, size * 0.68, random.pick(['#5b6b34', '#74803f', '#465a30', '#8a8a4a'])) +
      oval(x - size * 0.3, y - size * 0.24, size * 0.5, size * 0.3, '#b9b56a', { opacity: 0.55 });
  }
  return { ground, layers: [paint(disc(560, 286, 54, '#fff7de') + bushes)] };
}
