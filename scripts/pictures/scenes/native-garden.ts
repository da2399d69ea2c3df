import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { blur, disc, group, linear, oval, paint, placed, type Scene, shape, stroke } from '../kit/svg.ts';

const leaf = (long: number, wide: number, green: string): string =>
  shape(
    curve(
      [
        [0, 0],
        [wide, -long * 0.35],
        [wide * 0.7, -long * 0.75],
        [0, -long],
        [-wide * 0.7, -long * 0.75],
        [-wide, -long * 0.35],
      ],
      true,
    ),
    green,
  ) +
  stroke(`M0 0V${-long * 0.94}`, lighter(green, 0.4), 4) +
  [0.25, 0.45, 0.65]
    .map((t) =>
      stroke(
        `M0 ${-long * t}L${wide * 0.62} ${-long * (t + 0.16)}M0 ${-long * t}L${-wide * 0.62} ${-long * (t + 0.16)}`,
        lighter(green, 0.25),
        2.4,
        { opacity: 0.7 },
      ),
    )
    .join('');

/** Turk's cap: red petals that never open, a column out of the middle. */
const cap =
  shape(
    curve(
      [
        [0, 0],
        [30, -34],
        [26, -84],
        [8, -112],
        [-18, -108],
        [-30, -70],
        [-28, -28],
      ],
      true,
    ),
    '#d3202c',
  ) +
  shape(
    curve(
      [
        [6, -8],
        [24, -40],
        [18, -88],
        [2, -100],
        [-4, -50],
      ],
      true,
    ),
    '#f0483f',
  ) +
  stroke('M0 -100V-152', '#f6c0a0', 6) +
  [-152, -144, -136].map((y) => disc(y % 16 ? 6 : -6, y, 5, '#f9d85a')).join('') +
  shape(
    curve(
      [
        [0, 12],
        [22, -6],
        [16, -22],
        [0, -10],
        [-16, -22],
        [-22, -6],
      ],
      true,
    ),
    '#3f7a3c',
  );
/** Siricote: an orange trumpet cluster. */
const trumpet =
  [0, 60, 120, 180, 240, 300]
    .map((turn) =>
      placed(
        shape(
          curve(
            [
              [0, 0],
              [24, -34],
              [16, -66],
              [0, -74],
              [-16, -66],
              [-24, -34],
            ],
            true,
          ),
          '#f2751f',
        ) + stroke('M0 -10V-58', '#c9501a', 4),
        0,
        0,
        1,
        turn,
      ),
    )
    .join('') +
  disc(0, 0, 15, '#f9c25a') +
  disc(0, 0, 7, '#a8501a');
/** Beach lily: six white ribbons round a cup. */
const lily =
  [0, 60, 120, 180, 240, 300]
    .map((turn) =>
      placed(
        shape(
          curve(
            [
              [0, 0],
              [10, -60],
              [4, -120],
              [0, -142],
              [-4, -120],
              [-10, -60],
            ],
            true,
          ),
          '#fdfcf4',
        ) + stroke('M0 -14V-120', '#d9dfc0', 3),
        0,
        0,
        1,
        turn,
      ),
    )
    .join('') +
  disc(0, 0, 34, '#f4f6e2') +
  disc(0, 0, 20, '#dfe9b8') +
  [0, 60, 120, 180, 240, 300]
    .map((turn) =>
      placed(stroke('M0 -30V-56', '#f0d9a0', 4) + oval(0, -60, 4, 9, '#e0a53f'), 0, 0, 1, turn + 30),
    )
    .join('');

function butterfly(random: Random, colour: string): string {
  const wing =
    shape(
      curve(
        [
          [0, 0],
          [30, -62],
          [86, -74],
          [96, -30],
          [54, 4],
        ],
        true,
      ),
      '#1d1a1c',
    ) +
    shape(
      curve(
        [
          [8, -6],
          [34, -54],
          [78, -64],
          [86, -32],
          [50, -4],
        ],
        true,
      ),
      colour,
    ) +
    shape(
      curve(
        [
          [0, 4],
          [46, 10],
          [74, 44],
          [50, 72],
          [16, 46],
        ],
        true,
      ),
      '#1d1a1c',
    ) +
    shape(
      curve(
        [
          [8, 10],
          [44, 18],
          [62, 44],
          [46, 60],
          [18, 40],
        ],
        true,
      ),
      lighter(colour, 0.2),
    ) +
    [
      [80, -66],
      [90, -50],
      [66, 60],
    ]
      .map(([x, y]) => disc(x ?? 0, y ?? 0, 4, '#fdf6e4'))
      .join('');
  return (
    wing +
    `<g transform="scale(${-random.between(0.7, 1)} 1)">${wing}</g>` +
    oval(0, 6, 7, 40, '#1d1a1c') +
    stroke('M-3 -30Q-16 -58 -30 -64M3 -30Q16 -58 30 -64', '#1d1a1c', 3.4)
  );
}

const hummingbird =
  shape(
    curve(
      [
        [-40, -34],
        [-10, -56],
        [40, -40],
        [90, 10],
        [120, 70],
        [70, 44],
        [20, 30],
        [-24, 6],
      ],
      true,
    ),
    '#2f8f5a',
  ) +
  shape(
    curve(
      [
        [-30, -20],
        [-4, -2],
        [36, 18],
        [60, 36],
        [10, 26],
        [-24, 4],
      ],
      true,
    ),
    '#efe9d4',
  ) +
  shape(
    curve(
      [
        [-48, -30],
        [-30, -14],
        [-14, 4],
        [-30, 2],
        [-46, -12],
      ],
      true,
    ),
    '#c9203f',
  ) +
  stroke('M-52 -34L-150 -20', '#1d1a1c', 6) +
  disc(-34, -38, 6, '#0f0d0e') +
  disc(-36, -40, 2, '#ffffff') +
  shape(
    curve(
      [
        [10, -40],
        [60, -150],
        [150, -210],
        [130, -120],
        [60, -26],
      ],
      true,
    ),
    '#5f7a6a',
    { opacity: 0.78 },
  ) +
  shape(
    curve(
      [
        [0, -36],
        [10, -140],
        [70, -230],
        [70, -140],
        [40, -34],
      ],
      true,
    ),
    '#7f9a86',
    { opacity: 0.6 },
  ) +
  shape('M100 50L170 120L120 96L128 140L86 66Z', '#1f5a44');

/** A corner of a garden of native plants, with visitors. */
export function nativeGarden(): Scene {
  const random = createRandom('natives');
  const back = layeredNoise('native back', 5);
  const ground = shaded((x, y) => {
    const clump = back(x / 210, y / 190) * 0.6 + back(x / 60, y / 60) * 0.4;
    const sun = glow(Math.hypot((x - 620) / 760, (y - 260) / 520));
    return blend(
      blend(rgb('#153a2a'), rgb('#5f9a4a'), clump * 1.15 - 0.08),
      rgb('#fbf2b8'),
      sun * (0.25 + clump * 0.62),
    );
  });
  const bush = (
    x: number,
    y: number,
    count: number,
    spread: number,
    greens: readonly [string, ...string[]],
    size: number,
  ): string => {
    let art = '';
    for (let index = 0; index < count; index += 1)
      art += placed(
        leaf(random.between(130, 220), random.between(44, 70), random.pick(greens)),
        x + random.between(-spread, spread),
        y + random.between(-spread * 0.7, spread * 0.4),
        size,
        random.between(-80, 80),
      );
    return art;
  };
  let grass = '';
  for (let index = 0; index < 130; index += 1) {
    const x = random.between(680, 1420);
    grass += stroke(
      `M${x} 1345Q${x + random.between(-60, 60)} ${random.between(980, 1120)} ${x + random.between(-190, 190)} ${random.between(760, 1040)}`,
      random.pick(['#3f7a3f', '#6a9f4a', '#2f6236', '#8fb85a']),
      random.between(9, 20),
    );
  }
  let [far, flowers] = ['', ''];
  for (let index = 0; index < 22; index += 1)
    far += placed(
      random.chance(0.5) ? trumpet : cap,
      random.between(0, 2000),
      random.between(420, 900),
      random.between(0.4, 0.62),
      random.between(-30, 30),
    );
  for (const [x, y, size, turn] of [
    [210, 610, 1.3, -10],
    [360, 760, 1.1, 14],
    [120, 850, 1.2, -20],
    [450, 560, 1, 20],
    [290, 980, 1.25, 6],
    [520, 900, 1, -14],
  ] as const)
    flowers += placed(cap, x, y, size, turn);
  for (const [x, y, size] of [
    [1600, 520, 1.15],
    [1760, 640, 1.3],
    [1500, 690, 1],
    [1880, 480, 1.05],
    [1660, 820, 1.1],
    [1900, 830, 1.2],
  ] as const)
    flowers += placed(trumpet, x, y, size, random.between(0, 60));
  for (const [x, y, size] of [
    [880, 830, 1.15],
    [1120, 760, 1.3],
    [1010, 990, 1.2],
    [1280, 960, 1],
    [790, 1060, 0.95],
  ] as const)
    flowers +=
      stroke(`M${x} ${y}Q${x - 10} ${y + 220} ${x + 30} 1345`, '#6a9a4f', 13) +
      placed(lily, x, y, size, random.between(0, 60));
  const visitors =
    placed(hummingbird, 720, 470, 1.25, 6) +
    placed(butterfly(random, '#f29a2b'), 1330, 420, 1.1, 24) +
    placed(butterfly(random, '#f6d65a'), 1010, 330, 0.72, -30) +
    placed(butterfly(random, '#5fb0d9'), 1420, 1120, 0.86, 40);
  const defs =
    blur('far', 5) +
    linear('close', [
      [0, '#0a1a10', 0.1],
      [0.5, '#0a1a10', 0],
      [1, '#0a1a10', 0.5],
    ]);
  return {
    ground,
    layers: [
      paint(
        group(
          bush(300, 560, 40, 420, ['#3f7a44', '#2f6a3c', '#6a9a4f'], 0.9) +
            bush(1720, 560, 46, 430, ['#3f7a44', '#4f8a48', '#28583a'], 0.9) +
            far,
          { filter: 'url(#far)' },
        ),
        defs,
      ),
      paint(
        bush(260, 930, 56, 420, ['#2f7040', '#3f8548', '#5f9a4a', '#255a36'], 1.15) +
          bush(1760, 900, 56, 420, ['#3a7a44', '#6a9f4f', '#28603c', '#8aa84f'], 1.15) +
          grass +
          flowers +
          visitors +
          `<rect width="2000" height="1333" fill="url(#close)"/>` +
          oval(1000, 1380, 1200, 90, darker('#3a2a1c', 0.2)),
        defs,
      ),
    ],
  };
}
