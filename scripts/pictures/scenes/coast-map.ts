import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve, type Point } from '../kit/path.ts';
import { box, disc, oval, paint, placed, polygonTag, type Scene, shape, stroke } from '../kit/svg.ts';

type Degrees = readonly [longitude: number, latitude: number];

const at = ([longitude, latitude]: Degrees): Point => [(longitude + 91.75) * 330, (21.95 - latitude) * 352];

/** The shore of the peninsula, simplified by hand: from Campeche round the north to Belize. */
const shore: readonly Degrees[] = [
  [-92.6, 18.6],
  [-91.9, 18.6],
  [-91.3, 18.75],
  [-90.9, 19.2],
  [-90.6, 19.75],
  [-90.5, 20.1],
  [-90.48, 20.55],
  [-90.38, 20.95],
  [-90.05, 21.17],
  [-89.66, 21.29],
  [-89.2, 21.33],
  [-88.8, 21.43],
  [-88.4, 21.56],
  [-88.0, 21.61],
  [-87.55, 21.5],
  [-87.2, 21.47],
  [-87.0, 21.56],
  [-86.86, 21.36],
  [-86.84, 21.18],
  [-86.74, 21.1],
  [-86.82, 20.98],
  [-86.93, 20.78],
  [-87.1, 20.58],
  [-87.3, 20.38],
  [-87.45, 20.18],
  [-87.47, 19.95],
  [-87.43, 19.8],
  [-87.65, 19.74],
  [-87.7, 19.56],
  [-87.47, 19.42],
  [-87.55, 19.28],
  [-87.8, 19.22],
  [-87.52, 19.06],
  [-87.64, 18.8],
  [-87.74, 18.5],
  [-87.86, 18.2],
  [-88.08, 18.24],
  [-88.08, 18.42],
  [-88.3, 18.5],
  [-88.26, 18.2],
  [-88.2, 17.8],
  [-92.6, 17.8],
];

function measure(points: readonly Point[], x: number, y: number): { distance: number; land: boolean } {
  let nearest = Number.POSITIVE_INFINITY;
  let land = false;
  for (let index = 0; index < points.length; index += 1) {
    const from = points[index];
    const to = points[(index + 1) % points.length];
    if (!from || !to) continue;
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const t = Math.min(1, Math.max(0, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy)));
    nearest = Math.min(nearest, (from[0] + t * dx - x) ** 2 + (from[1] + t * dy - y) ** 2);
    if (from[1] > y !== to[1] > y && x < from[0] + ((y - from[1]) / dy) * dx) land = !land;
  }
  return { distance: Math.sqrt(nearest), land };
}

/** The peninsula as a drawn map: shelf and reef, islands, a line of towns down the eastern coast. */
export function coastMap(): Scene {
  const paper = layeredNoise('map paper', 5);
  const wood = layeredNoise('map wood', 4);
  const points = shore.map(at);
  const land = ramp([
    [0, '#8fae70'],
    [0.5, '#b3c182'],
    [1, '#dcd59f'],
  ]);
  const sea = ramp([
    [0, '#d3f0e0'],
    [0.1, '#97d9cf'],
    [0.34, '#4fa9b6'],
    [1, '#2a6f90'],
  ]);
  const ground = shaded((x, y) => {
    const { distance, land: inside } = measure(
      points,
      x + (wood(x / 34, y / 34) - 0.5) * 22,
      y + (wood(x / 34 + 50, y / 34) - 0.5) * 22,
    );
    const texture = wood(x / 190, y / 160);
    let colour = inside
      ? blend(
          land(texture * 0.75 + (wood(x / 16, y / 16) - 0.5) * 0.3 + 0.05),
          rgb('#5f8a57'),
          smoothstep(0.52, 0.68, wood(x / 90 + 9, y / 90)) * smoothstep(800, 1500, x + y * 0.4) * 0.5,
        )
      : sea(distance / 560 + (texture - 0.5) * 0.1);
    if (!inside && distance > 30) {
      const contour = Math.abs(((distance / 66) % 1) - 0.5);
      colour = blend(colour, rgb('#effbf3'), smoothstep(0.035, 0, contour) * 0.4);
    }
    if (!inside && x > 1560 && y > 200) {
      const reef = Math.abs(distance - 21 - (wood(x / 60, y / 60) - 0.5) * 12);
      colour = blend(
        colour,
        rgb('#e0704f'),
        smoothstep(5, 2, reef) * smoothstep(0.4, 0.48, wood(x / 26, y / 26)) * 0.85,
      );
    }
    if (distance < 5) colour = rgb('#fbf3da');
    if (inside && distance > 5 && distance < 9) colour = blend(colour, rgb('#4f6a45'), 0.6);
    const grid = Math.min(Math.abs((x % 330) - 165), Math.abs((y % 352) - 176)) < 1 ? 0.2 : 0;
    const fold =
      smoothstep(5, 0, Math.abs(x - 667)) +
      smoothstep(5, 0, Math.abs(x - 1334)) +
      smoothstep(5, 0, Math.abs(y - 666));
    return blend(
      blend(
        blend(colour, rgb('#1d4454'), grid),
        rgb('#f4e6c4'),
        0.12 + (paper(x / 240, y / 240) - 0.5) * 0.3,
      ),
      rgb('#5a4a34'),
      Math.min(0.4, fold * 0.2),
    );
  });
  const island = (where: Degrees, long: number, wide: number, turn: number): string => {
    const [x, y] = at(where);
    return placed(
      oval(0, 0, long + 9, wide + 9, '#bfe9dc') +
        oval(0, 0, long, wide, '#b3c182') +
        oval(0, 0, long, wide, 'none', { stroke: '#fbf3da', 'stroke-width': 5 }),
      x,
      y,
      1,
      turn,
    );
  };
  const islands =
    island([-86.88, 20.43], 28, 64, 32) +
    island([-86.73, 21.25], 6, 17, -20) +
    island([-87.3, 21.56], 42, 7, -4) +
    island([-87.33, 18.58], 22, 46, 8);
  const towns: readonly (readonly [Degrees, boolean])[] = [
    [[-87.1, 21.44], false],
    [[-86.9, 21.13], true],
    [[-86.95, 20.86], false],
    [[-87.12, 20.64], true],
    [[-87.48, 20.22], true],
    [[-88.05, 19.58], true],
    [[-88.39, 18.68], false],
    [[-88.34, 18.52], true],
  ];
  const spots = towns.map(([where]) => at(where));
  const route =
    stroke(curve(spots), '#f8efd8', 13, { opacity: 0.8 }) +
    stroke(curve(spots), '#a8321f', 6, { 'stroke-dasharray': '17 14' });
  const dots = spots
    .map(
      ([x, y], index) =>
        disc(x, y, towns[index]?.[1] ? 17 : 11, '#fdf8ea') +
        disc(x, y, towns[index]?.[1] ? 11 : 6, '#a8321f'),
    )
    .join('');
  const rose =
    Array.from({ length: 8 }, (_, index) =>
      placed(
        polygonTag(
          [
            [0, index % 2 ? -66 : -118],
            [13, -14],
            [0, 0],
            [-13, -14],
          ],
          index % 2 ? '#5f7f86' : '#00626a',
        ) +
          polygonTag(
            [
              [0, index % 2 ? -66 : -118],
              [13, -14],
              [0, 0],
            ],
            '#f6ecd0',
          ),
        0,
        0,
        1,
        index * 45,
      ),
    ).join('') +
    disc(0, 0, 15, '#a8321f') +
    disc(0, 0, 134, 'none', { stroke: '#00626a', 'stroke-width': 4 }) +
    polygonTag(
      [
        [0, -160],
        [-13, -140],
        [13, -140],
      ],
      '#a8321f',
    );
  const ship =
    shape('M-60 0H60L44 26H-44Z', '#6b4a2e') +
    stroke('M0 0V-92', '#6b4a2e', 5) +
    shape('M4 -88Q58 -50 50 -8H4Z', '#f8efd8') +
    shape('M-4 -76Q-44 -46 -40 -8H-4Z', '#e9d9b4') +
    stroke('M-86 38q22 -14 43 0t43 0t43 0t43 0', '#eafaf2', 5);
  const trees = [
    [900, 560],
    [1010, 700],
    [800, 820],
    [1130, 880],
    [960, 980],
    [700, 1050],
    [1180, 620],
    [1060, 1150],
    [820, 1180],
    [1240, 1010],
  ]
    .map(([x, y]) =>
      placed(
        disc(-16, 0, 17, '#5f8a57') + disc(14, 2, 20, '#4f7a4c') + disc(0, -14, 20, '#6f9a60'),
        x ?? 0,
        y ?? 0,
        0.9,
      ),
    )
    .join('');
  const ruin = (x: number, y: number): string =>
    placed(
      polygonTag(
        [
          [-40, 20],
          [-28, 0],
          [28, 0],
          [40, 20],
        ],
        '#b98a5a',
      ) +
        polygonTag(
          [
            [-26, 0],
            [-16, -18],
            [16, -18],
            [26, 0],
          ],
          '#c99a68',
        ) +
        box(-12, -36, 24, 18, '#b98a5a') +
        box(-4, -30, 8, 12, '#4a3526'),
      x,
      y,
      1.1,
    );
  const waves = [
    [300, 200],
    [520, 120],
    [1880, 500],
    [1780, 1000],
    [200, 420],
    [1700, 90],
  ]
    .map(([x, y]) => stroke(`M${x} ${y}q16 -14 32 0t32 0t32 0`, '#e6f7ee', 5, { opacity: 0.8 }))
    .join('');
  const border =
    box(26, 26, 1948, 1281, 'none', { stroke: '#f6ecd0', 'stroke-width': 10 }) +
    box(42, 42, 1916, 1249, 'none', { stroke: '#1d4454', 'stroke-width': 3 });
  return {
    ground,
    layers: [
      paint(
        islands +
          trees +
          ruin(...at([-88.57, 20.68])) +
          ruin(...at([-87.8, 20.46])) +
          ruin(...at([-89.2, 18.3])) +
          route +
          dots +
          waves +
          placed(rose, 230, 760, 0.9) +
          placed(ship, 1850, 700, 1) +
          border,
      ),
    ],
  };
}
