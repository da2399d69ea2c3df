import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise, pixelNoise } from '../kit/noise.ts';
import { below, curve, type Point, waver } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { box, disc, linear, paint, placed, radial, type Scene, shape, stroke } from '../kit/svg.ts';
import { crown } from '../motifs/forest.ts';

/** A ceiba in a field at night: wide feet, a straight trunk, branches like arms held out. */
export function ceibaNight(): Scene {
  const random = createRandom('ceiba');
  const dust = layeredNoise('ceiba stars', 5);
  const field = layeredNoise('ceiba field', 4);
  const sky = ramp([
    [0, '#0b1434'],
    [0.5, '#1c3a63'],
    [0.85, '#3f7088'],
    [1, '#8fb3a0'],
  ]);
  const ground = shaded((x, y) => {
    const haze = dust(x / 420 + y / 500, y / 300);
    const band = glow((x * 0.35 + y - 620) / 420);
    let colour = blend(sky(y / 1120), rgb('#8f93b8'), band * haze * 0.62);
    const star = pixelNoise(x >> 1, y >> 1, 11);
    if (star > 0.9982 - band * 0.0016 && y < 1040)
      colour = blend(colour, rgb('#fff8e4'), 0.4 + (star - 0.998) * 280);
    return blend(colour, rgb('#f6e3b4'), glow(Math.hypot((x - 1560) / 210, (y - 330) / 210)) * 0.5);
  });
  let rings = '';
  for (const [radius, dots] of [
    [330, 40],
    [410, 52],
    [500, 64],
  ] as const)
    for (let dot = 0; dot < dots; dot += 1) {
      const angle = (dot / dots) * Math.PI * 2;
      rings += disc(880 + Math.cos(angle) * radius * 1.5, 470 + Math.sin(angle) * radius, 3.4, '#ffe9b8', {
        opacity: 0.4,
      });
    }
  const [bark, light] = ['#4f5a5c', '#a9b8a8'];
  let tree = '';
  const limb = (from: Point, to: Point, thick: number, leaves: number): void => {
    const bow: Point = [(from[0] + to[0]) / 2, from[1] - Math.abs(to[0] - from[0]) * 0.06];
    tree +=
      stroke(`M${from[0]} ${from[1]}Q${bow[0]} ${bow[1]} ${to[0]} ${to[1]}`, bark, thick) +
      stroke(
        `M${from[0]} ${from[1] - thick * 0.3}Q${bow[0]} ${bow[1] - thick * 0.3} ${to[0]} ${to[1] - thick * 0.2}`,
        light,
        thick * 0.2,
        { opacity: 0.5 },
      );
    for (let leaf = 0; leaf < leaves; leaf += 1) {
      const t = random.between(0.4, 1.1);
      tree += placed(
        crown(random, random.between(60, 118), random.pick(['#2c5f52', '#234f4c', '#3a7458'])),
        from[0] + (to[0] - from[0]) * t + random.between(-40, 40),
        from[1] + (to[1] - from[1]) * t - random.between(20, 80),
        1,
        0,
        1,
      );
    }
  };
  for (const [y, reach, thick, leaves] of [
    [560, 640, 44, 9],
    [470, 560, 40, 9],
    [390, 430, 34, 7],
    [320, 300, 28, 6],
  ] as const) {
    limb([880, y], [880 - reach, y - 130], thick, leaves);
    limb([880, y - 30], [880 + reach * 0.92, y - 160], thick, leaves);
  }
  for (let top = 0; top < 10; top += 1)
    tree += placed(
      crown(random, random.between(90, 130), '#2f6656'),
      880 + random.between(-190, 190),
      210 + random.between(-70, 70),
    );
  tree += shape(`M806 1170C836 900 836 640 846 240H914C924 640 924 900 954 1170Z`, 'url(#trunk)');
  for (const [foot, top, wide] of [
    [-330, 860, 90],
    [-170, 800, 70],
    [60, 830, 60],
    [230, 810, 80],
    [390, 900, 90],
  ] as const) {
    tree +=
      shape(
        curve(
          [
            [860, top],
            [850 + foot * 0.3, top + 150],
            [880 + foot, 1196],
            [880 + foot + wide * Math.sign(foot), 1204],
            [900, 1210],
            [900, top + 40],
          ],
          true,
        ),
        foot < 0 ? '#5d6a68' : '#39454a',
      ) +
      stroke(`M860 ${top}Q${850 + foot * 0.3} ${top + 150} ${880 + foot} 1196`, light, 6, {
        opacity: foot < 0 ? 0.6 : 0.2,
      });
  }
  for (let top = 0; top < 7; top += 1)
    tree += placed(
      crown(random, random.between(80, 120), '#2f6656'),
      880 + random.between(-130, 130),
      235 + random.between(-50, 40),
    );
  for (let thorn = 0; thorn < 60; thorn += 1) {
    const y = random.between(420, 900);
    tree += stroke(
      `M${random.between(848, 912)} ${y}l8 -5`,
      random.chance(0.5) ? lighter(bark, 0.4) : darker(bark, 0.5),
      4,
      { opacity: 0.7 },
    );
  }
  const land = below(waver(field, { from: -20, to: 2020, y: 1176, height: 26, scale: 330, row: 1 }), 1340);
  const far = below(
    waver(field, { from: -20, to: 2020, y: 1120, height: 34, scale: 60, row: 5, steps: 200 }),
    1340,
  );
  let grass = '';
  for (let index = 0; index < 700; index += 1) {
    const [x, y] = [random.between(-10, 2010), random.between(1176, 1340)];
    grass += stroke(
      `M${x} ${y}l${random.between(-8, 8)} ${-random.between(14, 46)}`,
      random.pick(['#1f3b38', '#2c5148', '#16302f', '#4a7060']),
      random.between(2, 4),
    );
  }
  const moon =
    disc(1560, 330, 200, 'url(#halo)') +
    disc(1560, 330, 70, '#fdf1d0') +
    disc(1540, 312, 12, '#e8d6a8', { opacity: 0.6 }) +
    disc(1580, 350, 18, '#e8d6a8', { opacity: 0.5 });
  const defs =
    linear(
      'trunk',
      [
        [0, '#2c3539'],
        [0.3, '#8a9a90'],
        [0.55, '#5d6a68'],
        [1, '#1f282d'],
      ],
      [0, 0, 1, 0],
    ) +
    radial('halo', [
      [0, '#ffe9b8', 0.5],
      [1, '#ffe9b8', 0],
    ]) +
    linear('close', [
      [0.8, '#0a1420', 0],
      [1, '#0a1420', 0.6],
    ]);
  return {
    ground,
    layers: [
      paint(
        rings +
          moon +
          shape(far, '#1c3f48') +
          tree +
          shape(land, '#16302f') +
          grass +
          box(0, 0, 2000, 1333, 'url(#close)'),
        defs,
      ),
    ],
  };
}
