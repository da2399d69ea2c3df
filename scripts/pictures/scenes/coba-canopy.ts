import { darker, lighter, mix } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { blur, box, group, linear, oval, paint, placed, polygonTag, type Scene, stroke } from '../kit/svg.ts';
import { bird } from '../motifs/birds.ts';
import { canopy } from '../motifs/forest.ts';

/** A steep pyramid, a wooden stair on its face, the small temple on top; apex at (0,0). */
function pyramid(): string {
  const random = createRandom('nohoch');
  const [stone, dark] = ['#b09a78', '#6d5d48'];
  let art = '';
  for (let tier = 0; tier < 7; tier += 1) {
    const [top, bottom] = [90 + tier * 88, 90 + (tier + 1) * 88];
    const [inner, outer] = [112 + tier * 66, 156 + tier * 66];
    const tone = mix(stone, dark, tier / 14);
    art +=
      polygonTag(
        [
          [-inner, top],
          [inner, top],
          [outer, bottom],
          [-outer, bottom],
        ],
        tone,
      ) +
      polygonTag(
        [
          [inner * 0.2, top],
          [inner, top],
          [outer, bottom],
          [outer * 0.2, bottom],
        ],
        darker(tone, 0.16),
      ) +
      box(-inner - 8, top - 8, inner * 2 + 16, 14, lighter(tone, 0.22));
    for (let block = 0; block < 46; block += 1) {
      const [x, y] = [random.between(-outer, outer), random.between(top + 8, bottom - 10)];
      if (Math.abs(x) > inner + ((outer - inner) * (y - top)) / 88 - 24) continue;
      art += box(
        x,
        y,
        random.between(16, 40),
        random.between(8, 15),
        random.chance(0.5) ? lighter(tone, 0.16) : darker(tone, 0.2),
        { opacity: 0.5 },
      );
    }
    for (let moss = 0; moss < 7; moss += 1)
      art += oval(
        random.between(-outer, outer) * 0.95,
        bottom - random.between(0, 30),
        random.between(16, 44),
        random.between(8, 18),
        random.pick(['#5f7a3f', '#4a6a38', '#7f8f4a']),
        { opacity: 0.75 },
      );
  }
  art +=
    polygonTag(
      [
        [-52, 74],
        [52, 74],
        [150, 706],
        [-150, 706],
      ],
      '#7d5a36',
    ) +
    polygonTag(
      [
        [-6, 74],
        [6, 74],
        [16, 706],
        [-16, 706],
      ],
      '#5a3f26',
    );
  for (let step = 0; step < 60; step += 1) {
    const y = 80 + step * 10.5;
    const half = 50 + ((y - 74) / 632) * 98;
    art += stroke(`M${-half} ${y}H${half}`, step % 2 ? '#a97f4e' : '#5f4329', 3.6);
  }
  art += stroke('M-56 60L-156 700M56 60L156 700M0 60V700', '#4a3422', 6);
  art +=
    box(-84, 4, 168, 76, '#a8926e') +
    box(-92, -8, 184, 16, '#cdb88f') +
    box(-70, -34, 140, 28, '#a08a68') +
    box(-78, -44, 156, 12, '#c9b48a') +
    box(-20, 24, 40, 56, '#2a221a') +
    box(20, 4, 64, 76, '#000000', { opacity: 0.14 });
  return art;
}

/** Cobá at first light: the pyramid stands out of the forest and the mist. */
export function cobaCanopy(): Scene {
  const random = createRandom('coba');
  const cloud = layeredNoise('coba sky', 5);
  const sky = ramp([
    [0, '#5f8f9f'],
    [0.5, '#e9cfa8'],
    [1, '#f6b98a'],
  ]);
  const ground = shaded((x, y) => {
    const bank = smoothstep(0.48, 0.7, cloud(x / 460 + 3, y / 80));
    return blend(
      blend(sky(y / 760), rgb('#fff6e0'), bank * 0.5),
      rgb('#fff1c4'),
      glow(Math.hypot((x - 360) / 560, (y - 640) / 340)) * 0.8,
    );
  });
  const layer = (y: number, size: number, leaf: string, far: number): string =>
    canopy(random, { y, sway: size * 0.35, size, leaf, haze: '#f0d2a4', far });
  const mist = (list: readonly (readonly [number, number, number, number])[]): string =>
    group(list.map(([x, y, rx, ry]) => oval(x, y, rx, ry, '#fff1d4', { opacity: 0.6 })).join(''), {
      filter: 'url(#mist)',
    });
  let flock = '';
  for (const [x, y, size] of [
    [520, 330, 0.7],
    [610, 290, 0.56],
    [690, 350, 0.5],
    [450, 390, 0.46],
  ] as const)
    flock += placed(bird('#3a3330', random.between(-1, 1)), x, y, size, -10);
  const defs =
    blur('mist', 36) +
    linear('close', [
      [0.5, '#0c1f18', 0],
      [1, '#0c1f18', 0.5],
    ]) +
    linear(
      'warm',
      [
        [0, '#ffd58a', 0.42],
        [0.5, '#ffd58a', 0],
      ],
      [0, 0, 1, 0],
    );
  return {
    ground,
    layers: [
      paint(
        layer(700, 34, '#5f8a60', 0.7) +
          layer(760, 50, '#4f8052', 0.52) +
          mist([
            [500, 760, 620, 36],
            [1600, 790, 560, 44],
          ]) +
          flock,
        defs,
      ),
      paint(
        placed(pyramid(), 1180, 300, 1.02) +
          layer(980, 84, '#3f7544', 0.26) +
          mist([
            [1180, 960, 520, 50],
            [240, 1000, 420, 50],
          ]),
        defs,
      ),
      paint(
        layer(1100, 120, '#2f683a', 0.12) +
          layer(1260, 190, '#1d4c2c', 0) +
          box(0, 0, 2000, 1333, 'url(#warm)') +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
