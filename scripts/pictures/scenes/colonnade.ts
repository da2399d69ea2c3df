import { darker, lighter } from '../kit/colour.ts';
import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { blur, box, group, linear, oval, paint, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';

/** Columns of a public building; evening sun draws their shadows over an empty square. */
export function colonnade(): Scene {
  const random = createRandom('columns');
  const stone = layeredNoise('square stone', 4);
  const wall = layeredNoise('portico', 4);
  const sky = ramp([
    [0, '#5f7fa0'],
    [0.6, '#d9b6a0'],
    [1, '#f8dca8'],
  ]);
  const floor = 900;
  const ground = shaded((x, y) => {
    if (y < floor) {
      if (x > 1520 - (y - 300) * 0.1 || y < 120) return sky(y / floor);
      const tone = wall(x / 190, y / 240) * 0.6 + wall(x / 24, y / 24) * 0.4;
      return blend(
        rgb('#4a3a3e'),
        rgb('#8f6a58'),
        tone * 0.8 + smoothstep(400, 900, y) * 0.24 + (x - 700) / 4200,
      );
    }
    const depth = (y - floor) / 433;
    const scale = 0.34 + depth;
    const [u, v] = [(x - 1900) / scale / 150, Math.log(depth + 0.2) * 5.6];
    const seam = Math.min(Math.abs(u - Math.round(u)), Math.abs(v - Math.round(v)) * 0.8);
    const lit = blend(rgb('#f2c98f'), rgb('#c98f6a'), (stone(u * 4, v * 4) - 0.3) * 0.9 + depth * 0.24);
    const along = (x + (y - floor) * 3.1 - 150) / 236;
    const phase = along - Math.floor(along);
    const shadow =
      smoothstep(0.5, 0.53, phase) * smoothstep(0.98, 0.95, phase) * (x + (y - floor) * 3.1 < 2900 ? 1 : 0);
    return blend(blend(lit, rgb('#6b4a4c'), shadow * 0.72), rgb('#5a3a38'), seam < 0.018 ? 0.4 : 0);
  });
  let columns = '';
  for (let index = 0; index < 6; index += 1) {
    const x = 80 + index * 250;
    let shaft = shape(
      `M${x - 58} ${floor - 40}C${x - 62} 640 ${x - 52} 420 ${x - 48} 270H${x + 48}C${x + 52} 420 ${x + 62} 640 ${x + 58} ${floor - 40}Z`,
      'url(#shaft)',
    );
    for (let flute = -4; flute <= 4; flute += 1)
      shaft += stroke(`M${x + flute * 13} ${floor - 44}L${x + flute * 10.6} 276`, '#4a2f2c', 4, {
        opacity: 0.3,
      });
    for (let chip = 0; chip < 12; chip += 1)
      shaft += oval(
        x + random.between(-48, 48),
        random.between(300, 840),
        random.between(3, 9),
        random.between(2, 5),
        random.chance(0.5) ? '#fff0d6' : '#5a3f38',
        { opacity: 0.35 },
      );
    columns +=
      box(x - 84, floor - 44, 168, 26, '#d9b083') +
      box(x - 96, floor - 20, 192, 24, '#b98a62') +
      box(x + 20, floor - 44, 76, 48, '#5a3a34', { opacity: 0.35 }) +
      shaft +
      box(x - 74, 238, 148, 34, '#e6c08f') +
      box(x - 92, 206, 184, 34, '#f2d3a6') +
      box(x + 10, 206, 82, 66, '#5a3a34', { opacity: 0.3 });
  }
  const beam =
    polygonTag(
      [
        [-20, 90],
        [1470, 90],
        [1470, 208],
        [-20, 208],
      ],
      '#d9b083',
    ) +
    box(-20, 74, 1516, 24, '#f6dcb0') +
    box(-20, 150, 1490, 7, darker('#d9b083', 0.3)) +
    polygonTag(
      [
        [1470, 90],
        [1560, 120],
        [1560, 200],
        [1470, 208],
      ],
      '#8a6450',
    ) +
    Array.from({ length: 24 }, (_, index) =>
      box(10 + index * 62, 100, 30, 40, '#8a6450', { opacity: 0.45 }),
    ).join('');
  const steps = [0, 1, 2]
    .map(
      (step) =>
        polygonTag(
          [
            [-20, floor + step * 22],
            [1560 + step * 40, floor + step * 22],
            [1580 + step * 40, floor + 22 + step * 22],
            [-20, floor + 22 + step * 22],
          ],
          lighter('#c9986a', 0.2 - step * 0.12),
        ) + box(-20, floor + step * 22, 1560 + step * 40, 5, '#fbe4bb'),
    )
    .join('');
  const lamp =
    stroke('M1790 1010V560', '#2f2428', 14) +
    box(1740, 1000, 100, 22, '#2f2428') +
    shape('M1756 560L1770 480H1810L1824 560Z', '#ffe9b4') +
    shape('M1750 480H1830L1790 440Z', '#2f2428') +
    stroke('M1756 560H1824', '#2f2428', 9) +
    group(
      polygonTag(
        [
          [1790, 1016],
          [1400, 1140],
          [1380, 1130],
        ],
        '#5a3a38',
      ),
      { opacity: 0.6, filter: 'url(#soft)' },
    );
  const defs =
    linear(
      'shaft',
      [
        [0, '#ffe6bd'],
        [0.28, '#f0c893'],
        [0.6, '#b07f60'],
        [1, '#6b4a44'],
      ],
      [0, 0, 1, 0],
    ) + blur('soft', 5);
  return { ground, layers: [paint(beam + columns + steps + lamp, defs)] };
}
