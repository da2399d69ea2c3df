import { blend, glow, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { blur, box, disc, group, linear, oval, paint, type Scene, shape, stroke } from '../kit/svg.ts';
import { canopy } from '../motifs/forest.ts';

/** One coach 330 long, wheels on y = 0; the first has a nose. */
function coach(x: number, nose: boolean): string {
  const roof = nose
    ? `M${x} -20C${x + 4} -110 ${x + 70} -152 ${x + 150} -152H${x + 330}V-20Z`
    : `M${x} -20V-140Q${x} -152 ${x + 12} -152H${x + 318}Q${x + 330} -152 ${x + 330} -140V-20Z`;
  let windows = '';
  for (let pane = nose ? 120 : 24; pane < 300; pane += 52)
    windows +=
      box(x + pane, -122, 40, 42, '#1b3a44', { rx: 6 }) +
      box(x + pane, -122, 40, 16, '#ffe2a8', { rx: 6, opacity: 0.55 });
  return (
    shape(roof, 'url(#coach)') +
    shape(
      nose
        ? `M${x + 2} -64C${x + 40} -70 ${x + 120} -66 ${x + 330} -66V-34H${x}Z`
        : `M${x} -66H${x + 330}V-34H${x}Z`,
      '#0f7a5f',
    ) +
    shape(`M${x} -34H${x + 330}V-26H${x}Z`, '#e0b04a') +
    (nose
      ? shape(`M${x + 24} -80C${x + 40} -118 ${x + 74} -132 ${x + 110} -132V-84Z`, '#16323c') +
        oval(x + 12, -46, 12, 7, '#fff3c4')
      : '') +
    windows +
    box(x + 10, -20, 310, 12, '#20282b') +
    [60, 110, 230, 280]
      .map((wheel) => disc(x + wheel, -6, 15, '#161b1d') + disc(x + wheel, -6, 6, '#5d6a6e'))
      .join('')
  );
}

/** A train on a low viaduct, forest to the horizon, mist between the crowns. */
export function trainForest(): Scene {
  const random = createRandom('train');
  const cloud = layeredNoise('train sky', 5);
  const sky = ramp([
    [0, '#6fa9b8'],
    [0.55, '#f4d9ab'],
    [1, '#fbc98a'],
  ]);
  const ground = shaded((x, y) => {
    const bank = smoothstep(0.5, 0.72, cloud(x / 520, y / 70));
    const light = glow(Math.hypot((x - 1480) / 460, (y - 440) / 300));
    return blend(blend(sky(y / 560), rgb('#fff8df'), bank * 0.55), rgb('#fff4c9'), light * 0.85);
  });
  let [viaduct, train] = ['', ''];
  for (let x = 60; x < 2000; x += 250)
    viaduct +=
      box(x, 790, 46, 420, '#a89a86') + box(x, 790, 15, 420, '#d8cbb2') + box(x - 18, 780, 82, 26, '#b8aa94');
  viaduct +=
    box(-20, 742, 2040, 40, '#c9bca4') +
    box(-20, 742, 2040, 10, '#efe3c9') +
    box(-20, 776, 2040, 10, '#7f7362');
  for (let x = 10; x < 2000; x += 42) viaduct += box(x, 724, 4, 20, '#8d806c');
  viaduct += stroke('M-20 724H2020', '#8d806c', 4);
  for (let index = 4; index >= 0; index -= 1) train += coach(300 + index * 338, index === 0);
  let mast = '';
  for (let x = 180; x < 2000; x += 400) mast += stroke(`M${x} 742V520M${x} 540H${x - 90}`, '#5d6a6e', 7);
  mast += stroke('M-20 548Q190 566 380 548T780 548T1180 548T1580 548T2020 548', '#46545a', 3);
  const mist = [
    [420, 690, 520, 40],
    [1280, 640, 700, 46],
    [300, 930, 600, 60],
    [1500, 980, 760, 66],
  ]
    .map(([x, y, rx, ry]) => oval(x ?? 0, y ?? 0, rx ?? 0, ry ?? 0, '#fff3d6', { opacity: 0.5 }))
    .join('');
  const defs =
    linear('coach', [
      [0, '#fffdf5'],
      [0.6, '#f1eadb'],
      [1, '#c9c0ae'],
    ]) +
    blur('mist', 34) +
    linear('close', [
      [0.55, '#0b1f1c', 0],
      [1, '#0b1f1c', 0.5],
    ]);
  const misty = group(mist, { filter: 'url(#mist)' });
  return {
    ground,
    layers: [
      paint(
        disc(1480, 440, 70, '#fffbe6') +
          canopy(random, { y: 590, sway: 24, size: 46, leaf: '#4f7f58', haze: '#f3d6a6', far: 0.62 }) +
          canopy(random, { y: 660, sway: 26, size: 66, leaf: '#3f7548', haze: '#e9c898', far: 0.4 }) +
          misty,
        defs,
      ),
      paint(
        canopy(random, { y: 800, sway: 30, size: 96, leaf: '#336b3c', haze: '#d9bd8a', far: 0.2 }) +
          mast +
          viaduct +
          `<g transform="translate(0 736)">${train}</g>`,
        defs,
      ),
      paint(
        canopy(random, { y: 1010, sway: 40, size: 140, leaf: '#28602f', haze: '#d9bd8a', far: 0.08 }) +
          canopy(random, { y: 1220, sway: 50, size: 210, leaf: '#1c4a2a', haze: '#d9bd8a', far: 0 }) +
          `<rect width="2000" height="1333" fill="url(#close)"/>`,
        defs,
      ),
    ],
  };
}
