import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { seaColour } from '../kit/sea.ts';
import { blur, group, oval, paint, placed, type Scene, shape } from '../kit/svg.ts';
import { lancha } from '../motifs/boats.ts';
import { palm, palmFromAbove } from '../motifs/palm.ts';

/** Three painted boats on the sand, one palm, the reef as a white line far out. */
export function fishingBoats(): Scene {
  const random = createRandom('mahahual');
  const noise = layeredNoise('mahahual sea', 4);
  const sandy = layeredNoise('mahahual sand', 4);
  const cloud = layeredNoise('mahahual sky', 5);
  const horizon = 500;
  const sky = ramp([
    [0, '#3f9cc0'],
    [0.7, '#b9e0de'],
    [1, '#f4f1da'],
  ]);
  const sea = {
    horizon,
    noise,
    far: rgb('#1a6f96'),
    near: rgb('#8fe6d4'),
    trough: rgb('#2fb0b4'),
    crest: rgb('#dcfbef'),
  };
  const ground = shaded((x, y) => {
    if (y < horizon)
      return blend(sky(y / horizon), rgb('#ffffff'), smoothstep(0.54, 0.68, cloud(x / 360, y / 110)) * 0.9);
    const shore = 800 + (sandy(x / 520, 2) - 0.5) * 110 + (x - 1000) * 0.05;
    const edge = y - shore + (noise(x / 60, y / 22) - 0.5) * 28;
    if (edge < 0) {
      const reef =
        smoothstep(6, 0, Math.abs(y - 530 - (noise(x / 130, 3) - 0.5) * 9)) *
        smoothstep(0.36, 0.5, noise(x / 60, 9));
      return blend(
        blend(seaColour(sea, x, y), rgb('#ffffff'), reef * 0.9),
        rgb('#fdfffa'),
        smoothstep(-52, -6, edge) * smoothstep(0.4, 0.6, noise(x / 80, y / 15)),
      );
    }
    const ripple = Math.sin((y + sandy(x / 150, y / 80) * 170 + x * 0.05) / 12) * 0.05;
    const dry = blend(
      rgb('#f6ead0'),
      rgb('#e3cfa3'),
      sandy(x / 130, y / 80) - 0.4 + ripple + (pixelNoise(x, y, 4) - 0.5) * 0.14,
    );
    return blend(dry, rgb('#bfa577'), smoothstep(44, 0, edge) * 0.6);
  });
  const shade = (x: number, y: number, size: number): string =>
    oval(x + 20 * size, y + 8 * size, 330 * size, 30 * size, '#7d6238', { opacity: 0.55 });
  const palmShade = `<g transform="translate(520 1230) scale(1.6 0.42) rotate(20)" opacity="0.35" filter="url(#soft)">${palmFromAbove(random, 230, '#5a4a2c')}</g>`;
  const nets =
    shape('M1500 1236C1560 1150 1760 1150 1840 1230C1860 1276 1480 1280 1500 1236Z', '#4a7f86') +
    Array.from({ length: 46 }, () =>
      oval(
        random.between(1520, 1830),
        random.between(1176, 1262),
        random.between(18, 46),
        random.between(4, 10),
        random.pick(['#6aa3a6', '#3a686e', '#8fc0bd']),
        { opacity: 0.6 },
      ),
    ).join('') +
    [1560, 1650, 1740, 1800].map((x, index) => oval(x, 1184 + (index % 2) * 44, 22, 17, '#e0703a')).join('');
  return {
    ground,
    layers: [
      paint(
        group(shade(1480, 900, 0.8) + shade(870, 985, 1.05) + shade(330, 900, 0.7), {
          filter: 'url(#soft)',
        }) +
          placed(lancha('#e9b53f', '#a8321f'), 330, 900, 0.7, -2) +
          placed(lancha('#f4efe0', '#00737c'), 1480, 900, 0.8, 2, -1) +
          placed(lancha('#1f6f9c', '#f0e6c9'), 870, 990, 1.1, -3),
        blur('soft', 12),
      ),
      paint(
        palmShade + nets + placed(palm(random, 1090, 330, '#2f7f4a', '#7a6242'), 90, 1350),
        blur('soft', 12),
      ),
    ],
  };
}
