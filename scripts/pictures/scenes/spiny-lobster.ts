import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve, type Point } from '../kit/path.ts';
import { createRandom } from '../kit/random.ts';
import {
  blur,
  box,
  disc,
  group,
  linear,
  oval,
  paint,
  placed,
  polygonTag,
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';
import { waterColumn } from '../kit/underwater.ts';
import { fishShadow } from '../motifs/fish.ts';

/** A Caribbean spiny lobster in profile, facing left, the body about 520 long. */
function lobster(): string {
  const random = createRandom('lobster');
  const [shell, warm] = ['#a8492c', '#d98a4a'];
  const antenna = (points: Point[], thick: number): string =>
    stroke(curve(points), darker(shell, 0.1), thick) +
    stroke(curve(points), lighter(warm, 0.4), thick * 0.3, { opacity: 0.7 });
  let legs = '';
  for (let leg = 0; leg < 5; leg += 1) {
    const x = -120 + leg * 44;
    legs +=
      stroke(
        `M${x} 40L${x - 62 + leg * 22} 96L${x - 92 + leg * 30} 190`,
        leg % 2 ? '#c9713a' : '#8f3f28',
        13,
      ) + stroke(`M${x - 62 + leg * 22} 96L${x - 92 + leg * 30} 190`, '#f0c48a', 4, { opacity: 0.7 });
  }
  let tail = '';
  for (let ring = 0; ring < 6; ring += 1) {
    const x = 70 + ring * 56;
    const [top, drop] = [-78 + ring * 6, ring * ring * 3.4];
    tail +=
      shape(
        curve(
          [
            [x - 20, top + drop],
            [x + 40, top + 8 + drop],
            [x + 54, 10 + drop],
            [x + 36, 66 + drop],
            [x - 22, 62 + drop],
            [x - 36, 0 + drop],
          ],
          true,
        ),
        ring % 2 ? '#9a4028' : shell,
      ) +
      stroke(`M${x + 34} ${top + 10 + drop}Q${x + 54} ${10 + drop} ${x + 32} ${62 + drop}`, '#f3d9a0', 5, {
        opacity: 0.8,
      }) +
      disc(x + 4, top + 36 + drop, 9, '#f7e3b0') +
      disc(x + 4, top + 36 + drop, 5, '#5a2418');
  }
  const fan = [-30, 0, 30, 58]
    .map((turn) =>
      placed(
        oval(58, 0, 66, 25, '#8f3f28') +
          stroke('M10 0L112 0', '#f0c48a', 4, { opacity: 0.7 }) +
          oval(104, 0, 18, 20, '#d98a4a'),
        410,
        108,
        1,
        turn,
      ),
    )
    .join('');
  let spines = '';
  for (let row = 0; row < 34; row += 1) {
    const [x, y] = [random.between(-160, 60), random.between(-80, 44)];
    spines += polygonTag(
      [
        [x - 7, y + 5],
        [x - 22, y - 12],
        [x + 5, y - 6],
      ],
      row % 3 ? '#f0b56a' : '#6b2a1c',
    );
  }
  const carapace: Point[] = [
    [-190, -10],
    [-168, -66],
    [-96, -96],
    [10, -94],
    [74, -66],
    [84, 10],
    [52, 66],
    [-60, 74],
    [-150, 46],
  ];
  return (
    antenna(
      [
        [-176, -40],
        [-300, -160],
        [-430, -300],
        [-640, -420],
      ],
      24,
    ) +
    antenna(
      [
        [-170, -56],
        [-250, -220],
        [-300, -380],
        [-420, -560],
      ],
      22,
    ) +
    antenna(
      [
        [-186, -14],
        [-260, -50],
        [-330, -40],
      ],
      8,
    ) +
    antenna(
      [
        [-186, -6],
        [-250, -14],
        [-310, 10],
      ],
      7,
    ) +
    fan +
    tail +
    legs +
    shape(curve(carapace, true), 'url(#shell)') +
    spines +
    polygonTag(
      [
        [-166, -62],
        [-236, -122],
        [-136, -84],
      ],
      '#c9713a',
    ) +
    polygonTag(
      [
        [-150, -70],
        [-196, -140],
        [-116, -88],
      ],
      '#e0a05a',
    ) +
    disc(-176, -52, 15, '#161a18') +
    disc(-181, -57, 5, '#dfeadf') +
    stroke('M-150 40Q-60 70 50 60', '#5a2418', 6, { opacity: 0.6 })
  );
}

/** A lobster before its casita, in the blue light of the bay. */
export function spinyLobster(): Scene {
  const random = createRandom('casita');
  const noise = layeredNoise('bay water', 4);
  const sand = layeredNoise('bay sand', 4);
  const water = waterColumn({ surface: '#a6e4d6', middle: '#2e98ab', deep: '#0d4a68', source: 640, noise });
  const ground = shaded((x, y) => {
    const floor = 850 + (sand(x / 420, 3) - 0.5) * 70;
    if (y < floor) return water(x, y);
    const ripples = Math.sin((y - floor) / (7 + (y - floor) / 40) + sand(x / 160, y / 80) * 9);
    const caustic = Math.abs(noise(x / 170, y / 70) - 0.5);
    const base = blend(
      rgb('#6db3ac'),
      rgb('#b7c9a2'),
      (y - floor) / 300 + ripples * 0.06 + (sand(x / 60, y / 30) - 0.5) * 0.3,
    );
    return blend(
      blend(base, rgb('#f7ffe6'), smoothstep(0.034, 0.004, caustic) * 0.5),
      rgb('#123f4c'),
      glow(Math.hypot((x - 1380) / 560, (y - 930) / 100)) * 0.6,
    );
  });
  let grass = '';
  for (let index = 0; index < 420; index += 1) {
    const [x, y] = [random.between(-20, 2020), random.between(880, 1320)];
    if (x > 420 && x < 1900 && y < 1190) continue;
    const tall = random.between(40, 120) * (0.4 + (y - 860) / 400);
    grass += stroke(
      `M${x} ${y}Q${x + random.between(-14, 14)} ${y - tall * 0.6} ${x + random.between(-40, 30)} ${y - tall}`,
      random.pick(['#2f6b4c', '#3f8558', '#6a9a54', '#255640']),
      random.between(4, 8),
    );
  }
  let shoal = '';
  for (let index = 0; index < 34; index += 1)
    shoal += placed(
      fishShadow('#1a6a84'),
      420 + random.between(-300, 330),
      330 + random.between(-110, 110),
      random.between(0.2, 0.42),
      -10,
    );
  const casita =
    polygonTag(
      [
        [930, 770],
        [1900, 720],
        [2010, 790],
        [1010, 850],
      ],
      '#b7b7a6',
    ) +
    polygonTag(
      [
        [1010, 850],
        [2010, 790],
        [2010, 836],
        [1010, 900],
      ],
      '#7f8478',
    ) +
    polygonTag(
      [
        [930, 770],
        [1010, 850],
        [1010, 900],
        [930, 816],
      ],
      '#63695f',
    ) +
    box(1040, 880, 64, 84, '#5a6058') +
    box(1900, 826, 70, 84, '#4d534c') +
    polygonTag(
      [
        [1104, 896],
        [1900, 846],
        [1900, 900],
        [1104, 960],
      ],
      '#0a2c38',
    );
  let crust = '';
  for (let index = 0; index < 90; index += 1) {
    const t = random.next();
    crust += oval(
      960 + t * 950 + random.between(0, 60),
      770 - t * 40 + random.between(-4, 60),
      random.between(8, 26),
      random.between(5, 12),
      random.pick(['#8f9a6a', '#b8875a', '#6a8a72', '#c9b98a']),
      { opacity: 0.65 },
    );
  }
  const defs =
    linear('shell', [
      [0, '#d98a4a'],
      [0.45, '#a8492c'],
      [1, '#5f2519'],
    ]) + blur('soft', 14);
  const shade = group(oval(1010, 1180, 480, 40, '#0f3a44'), { filter: 'url(#soft)', opacity: 0.6 });
  return {
    ground,
    layers: [paint(shoal + casita + crust + shade + grass + placed(lobster(), 960, 1010, 0.98, -2), defs)],
  };
}
