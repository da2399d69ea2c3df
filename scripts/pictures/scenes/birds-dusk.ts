import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { below, waver } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { paint, placed, type Scene, shape } from '../kit/svg.ts';
import { bird } from '../motifs/birds.ts';
import { palm } from '../motifs/palm.ts';

/** A river of small birds across the evening. */
export function birdsDusk(): Scene {
  const random = createRandom('passing');
  const cloud = layeredNoise('dusk cloud', 5);
  const hills = layeredNoise('dusk trees', 4);
  const sky = ramp([
    [0, '#1f2a52'],
    [0.35, '#5b4a80'],
    [0.62, '#c2607a'],
    [0.84, '#f29a63'],
    [1, '#fbd08a'],
  ]);
  const ground = shaded((x, y) => {
    const bank = cloud(x / 640 + y / 400, y / 90);
    const base = blend(
      sky(y / 1120 + (bank - 0.5) * 0.16),
      rgb('#fff0bf'),
      glow(Math.hypot((x - 380) / 420, (y - 1120) / 240)) * 0.8,
    );
    const streak = blend(base, rgb(y < 620 ? '#38365f' : '#8f4a66'), smoothstep(0.52, 0.72, bank) * 0.6);
    return pixelNoise(x >> 1, y >> 1, 4) > 0.9994 && y < 420 ? blend(streak, rgb('#fff6df'), 0.7) : streak;
  });
  let flock = '';
  for (let index = 0; index < 330; index += 1) {
    const along = random.next();
    const spread = (random.next() + random.next() + random.next() - 1.5) * 250 * (0.5 + along);
    const x = -60 + along * 2150;
    const y = 860 - along * 620 + Math.sin(along * 7) * 90 + spread * 0.72;
    const size = 0.16 + along * 0.5 * random.between(0.6, 1.15);
    flock += placed(
      bird(random.pick(['#1b1a30', '#2a2440', '#141427']), random.between(-1, 1)),
      x,
      y,
      size,
      -22 + random.between(-12, 12),
    );
  }
  const far = below(
    waver(hills, { from: -20, to: 2020, y: 1120, height: 40, scale: 70, row: 2, steps: 200 }),
    1340,
  );
  const near = below(
    waver(hills, { from: -20, to: 2020, y: 1230, height: 60, scale: 54, row: 9, steps: 220 }),
    1340,
  );
  const ink = '#120f1e';
  return {
    ground,
    layers: [
      paint(
        shape(far, '#4a2f4c') +
          shape(near, '#1c1626') +
          placed(palm(random, 470, 60, ink, ink, false), 1690, 1340) +
          placed(palm(random, 330, -50, ink, ink, false), 1840, 1340) +
          flock,
      ),
    ],
  };
}
