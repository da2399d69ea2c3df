import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import { blur, disc, group, paint, placed, type Scene, shape, stroke } from '../kit/svg.ts';

type Pose = 'feeding' | 'watching' | 'preening';

/** A flamingo facing left, feet at (0,0), about 520 tall when it looks up. */
function flamingo(pose: Pose, pink: string): string {
  const [deep, pale] = ['#c9504f', '#f9c9ba'];
  const legs =
    stroke('M-8 -232L-14 -118L-4 0M22 -228L26 -112L18 0', '#d9737a', 9) +
    disc(-14, -118, 8, '#c9606a') +
    disc(26, -112, 8, '#c9606a');
  const body =
    shape(
      curve(
        [
          [-74, -268],
          [-40, -318],
          [30, -330],
          [96, -292],
          [132, -238],
          [84, -232],
          [20, -222],
          [-44, -232],
        ],
        true,
      ),
      pink,
    ) +
    shape(
      curve(
        [
          [-30, -296],
          [30, -314],
          [90, -284],
          [136, -232],
          [70, -244],
          [0, -252],
        ],
        true,
      ),
      '#f29a8f',
    ) +
    stroke('M-10 -276Q50 -280 118 -238M0 -262Q50 -262 100 -236', deep, 5, { opacity: 0.6 }) +
    shape(
      curve(
        [
          [96, -268],
          [142, -232],
          [120, -226],
          [84, -236],
        ],
        true,
      ),
      '#33222a',
    );
  const neck = {
    watching: 'M-56 -280C-130 -300 -150 -370 -96 -410C-60 -440 -70 -500 -112 -500',
    feeding: 'M-60 -266C-140 -300 -196 -240 -176 -160C-166 -110 -172 -70 -190 -48',
    preening: 'M-56 -284C-120 -320 -110 -400 -50 -404C0 -404 20 -360 6 -322',
  }[pose];
  const head =
    shape(
      curve(
        [
          [-26, -16],
          [8, -22],
          [26, 0],
          [8, 16],
          [-22, 12],
        ],
        true,
      ),
      pink,
    ) +
    shape('M-20 -10C-46 -14 -66 6 -62 34C-50 30 -34 20 -18 12Z', pale) +
    shape('M-58 6C-68 16 -68 30 -62 36C-54 34 -48 26 -44 20Z', '#1d181c') +
    disc(-2, -5, 4.4, '#f4d35e') +
    disc(-2, -5, 2.2, '#141012');
  const [hx, hy, turn] = { watching: [-116, -498, -6], feeding: [-194, -42, -64], preening: [8, -312, -140] }[
    pose
  ] as [number, number, number];
  return (
    legs +
    stroke(neck, pink, 32) +
    stroke(neck, pale, 8, { opacity: 0.5, transform: 'translate(-6 -4)' }) +
    body +
    placed(head, hx, hy, 1.1, turn)
  );
}

/** Flamingos in a lagoon without wind. */
export function flamingos(): Scene {
  const random = createRandom('lagoon');
  const calm = layeredNoise('lagoon calm', 4);
  const cloud = layeredNoise('lagoon cloud', 5);
  const horizon = 470;
  const sky = ramp([
    [0, '#8fb6c9'],
    [0.5, '#f2d3c2'],
    [1, '#fbe6c4'],
  ]);
  const water = ramp([
    [0, '#f6d9c2'],
    [0.35, '#efb0a8'],
    [0.75, '#c98a98'],
    [1, '#7d6a88'],
  ]);
  const ground = shaded((x, y) => {
    if (y < horizon)
      return blend(
        blend(sky(y / horizon), rgb('#fffaf0'), smoothstep(0.5, 0.7, cloud(x / 420, y / 70)) * 0.75),
        rgb('#fff2cc'),
        glow(Math.hypot((x - 1420) / 420, (y - 430) / 190)) * 0.7,
      );
    const depth = (y - horizon) / 863;
    const wave = calm((x - 1000) / (60 + depth * 460), Math.log(depth + 0.03) * 7);
    const shore = horizon + 26 + (calm(x / 90, 2) - 0.5) * 26;
    if (y < shore) return blend(rgb('#5f7a5c'), rgb('#8f9a72'), calm(x / 20, y / 6));
    const base = water(depth + (wave - 0.5) * 0.42);
    return blend(
      base,
      rgb('#fff6de'),
      glow((x - 1420) / (200 + depth * 500)) * 0.5 * smoothstep(0.46, 0.66, wave),
    );
  });
  const birds: readonly (readonly [number, number, number, Pose, number])[] = [
    [330, 800, 0.52, 'watching', 1],
    [470, 830, 0.56, 'feeding', 1],
    [610, 800, 0.5, 'preening', -1],
    [1640, 790, 0.5, 'feeding', -1],
    [1780, 820, 0.54, 'watching', -1],
    [900, 760, 0.4, 'feeding', 1],
    [1010, 756, 0.4, 'watching', -1],
    [760, 1150, 1.16, 'feeding', 1],
    [1190, 1080, 1.02, 'watching', -1],
    [1510, 1190, 1.2, 'preening', 1],
    [330, 1220, 1.02, 'watching', -1],
  ];
  let [standing, mirrored, rings] = ['', '', ''];
  for (const [x, y, size, pose, flip] of birds) {
    const art = flamingo(pose, random.pick(['#f07f73', '#e8695f', '#f2938a']));
    standing += `<g transform="translate(${x} ${y}) scale(${size * flip} ${size})">${art}</g>`;
    mirrored += `<g transform="translate(${x} ${y}) scale(${size * flip} ${-size * 0.82})">${art}</g>`;
    for (const ring of [26, 54, 88])
      rings += `<ellipse cx="${x}" cy="${y}" rx="${ring * size * 1.5}" ry="${ring * size * 0.3}" fill="none" stroke="#fff3e2" stroke-width="${(3.4 * size).toFixed(1)}" opacity="${0.7 - ring / 160}"/>`;
  }
  return {
    ground,
    layers: [
      paint(group(mirrored, { opacity: 0.36, filter: 'url(#wet)' }) + rings + standing, blur('wet', 4)),
    ],
  };
}
