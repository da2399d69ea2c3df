import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { below, waver } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { blur, disc, group, oval, paint, placed, type Scene, shape } from '../kit/svg.ts';
import { pelican } from '../motifs/birds.ts';
import { ferry } from '../motifs/boats.ts';

/** A ferry on a lively sea, the island ahead. */
export function ferryCrossing(): Scene {
  const random = createRandom('ferry');
  const cloud = layeredNoise('crossing cloud', 5);
  const waves = layeredNoise('crossing sea', 4);
  const horizon = 560;
  const sky = ramp([
    [0, '#3a86a8'],
    [0.6, '#a6d3d6'],
    [1, '#f5ead0'],
  ]);
  const sea = {
    horizon,
    noise: waves,
    far: rgb('#2f8fa3'),
    near: rgb('#0d5d74'),
    trough: rgb('#0a4a63'),
    crest: rgb('#a9e6dc'),
    light: { x: 520, spread: 260, colour: rgb('#fff7de'), strength: 0.8 },
  };
  const ground = shaded((x, y) => {
    if (y >= horizon) return seaColour(sea, x, y);
    const heap = cloud(x / 380 + 5, y / 150);
    const base = blend(sky(y / horizon), rgb('#fffdf4'), smoothstep(0.5, 0.66, heap) * 0.9);
    return blend(
      blend(base, rgb('#9fb6bf'), smoothstep(0.62, 0.78, cloud(x / 380 + 5.1, y / 150 + 0.16)) * 0.45),
      rgb('#fff2c9'),
      glow(Math.hypot((x - 520) / 420, (y - 500) / 240)) * 0.5,
    );
  });
  const island = below(waver(waves, { from: 60, to: 900, y: 548, height: 16, scale: 60, row: 3 }), 563);
  let spray = '';
  for (let index = 0; index < 330; index += 1) {
    const side = random.chance(0.62);
    const t = random.next() ** 1.4;
    const [x, y] = side
      ? [650 - t * 250 + random.between(-40, 40), 868 - random.between(0, 150) * (1 - t)]
      : [random.between(640, 1600), 876 + random.between(-8, 16)];
    spray += disc(x, y, random.between(2, side ? 15 : 10) * (1 - t * 0.6), '#fbfffb', {
      opacity: random.between(0.3, 0.9).toFixed(2),
    });
  }
  let wake = '';
  for (let index = 0; index < 80; index += 1)
    wake += oval(
      random.between(560, 2040),
      890 + random.next() ** 2 * 110,
      random.between(30, 150),
      random.between(3, 9),
      '#f4fffa',
      { opacity: random.between(0.15, 0.6).toFixed(2) },
    );
  const birds =
    placed(pelican('#4a4038'), 430, 330, 0.8, -6) +
    placed(pelican('#4a4038'), 640, 270, 0.6, -4) +
    placed(pelican('#5a5046'), 800, 310, 0.46, -8);
  const body =
    oval(1110, 900, 560, 34, '#062f42', { opacity: 0.55, filter: 'url(#soft)' }) +
    placed(ferry(), 1120, 872, 1.16, -1.6);
  return {
    ground,
    layers: [
      paint(
        shape(island, '#5f8a7a') + group(wake) + body + group(spray, { filter: 'url(#fine)' }) + birds,
        blur('soft', 10) + blur('fine', 1.2),
      ),
    ],
  };
}
