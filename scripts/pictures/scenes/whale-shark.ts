import { blend, ramp, rgb, shaded, smoothstep } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { curve } from '../kit/path.ts';
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
  type Scene,
  shape,
  stroke,
} from '../kit/svg.ts';

function shark(): string {
  const random = createRandom('spots');
  const body = curve(
    [
      [0, -330],
      [62, -318],
      [86, -262],
      [92, -150],
      [80, 0],
      [56, 150],
      [30, 280],
      [16, 350],
      [0, 372],
      [-16, 350],
      [-30, 280],
      [-56, 150],
      [-80, 0],
      [-92, -150],
      [-86, -262],
      [-62, -318],
    ],
    true,
  );
  const fin = (side: number): string =>
    shape(
      curve(
        [
          [side * 76, -180],
          [side * 150, -118],
          [side * 196, -40],
          [side * 176, -44],
          [side * 118, -78],
          [side * 84, -96],
        ],
        true,
      ),
      '#3f5f6c',
    );
  const hind = (side: number): string =>
    shape(
      curve(
        [
          [side * 44, 160],
          [side * 84, 196],
          [side * 92, 224],
          [side * 46, 206],
        ],
        true,
      ),
      '#3f5f6c',
    );
  const tail = shape(
    curve(
      [
        [-10, 340],
        [0, 372],
        [16, 420],
        [90, 520],
        [60, 516],
        [8, 452],
        [-34, 500],
        [-54, 500],
        [-24, 420],
      ],
      true,
    ),
    '#3a5866',
  );
  let spots = '';
  for (let row = -300; row < 340; row += 26) {
    const half = 84 * (1 - Math.max(0, (row + 150) / 560)) - (row < -260 ? 24 : 0);
    for (let column = -3; column <= 3; column += 1) {
      const x = (column / 3) * half * 0.92 + random.between(-5, 5);
      spots += disc(
        x,
        row + random.between(-7, 7) + Math.abs(column) * 4,
        random.between(3.4, 7) * (row < -200 ? 0.62 : 1),
        '#e6efe2',
        { opacity: 0.85 },
      );
    }
    if (row > -210 && row < 250)
      spots += stroke(
        `M${-half * 0.94} ${row + 13}Q0 ${row - 2} ${half * 0.94} ${row + 13}`,
        '#a9c3c4',
        2.4,
        { opacity: 0.5 },
      );
  }
  return (
    fin(1) +
    fin(-1) +
    hind(1) +
    hind(-1) +
    tail +
    shape(body, 'url(#hide)') +
    spots +
    stroke('M0 -150L0 330', '#b6ccca', 5, { opacity: 0.35 }) +
    shape(
      curve(
        [
          [-10, 10],
          [0, -22],
          [12, 10],
          [6, 76],
          [-4, 80],
        ],
        true,
      ),
      '#33505d',
    ) +
    stroke('M-62 -312Q0 -290 62 -312', '#1d333e', 7) +
    [-1, 1]
      .map((side) =>
        [0, 1, 2, 3]
          .map((gill) =>
            stroke(`M${side * 82} ${-214 + gill * 18}L${side * 60} ${-208 + gill * 18}`, '#22404c', 4),
          )
          .join(''),
      )
      .join('') +
    shape(body, 'url(#round)')
  );
}

/** A whale shark under the surface and the boat that came to look. */
export function whaleShark(): Scene {
  const swell = layeredNoise('blue', 4);
  const water = ramp([
    [0, '#08345a'],
    [0.5, '#0b5880'],
    [1, '#1f86a3'],
  ]);
  const ground = shaded((x, y) => {
    const slow = swell(x / 420, y / 420);
    const mesh = Math.abs(swell(x / 92, y / 72) - 0.5);
    let colour = water(0.42 + (slow - 0.5) * 0.9 + ((x - 1000) * 0.5 - (y - 660)) / 3400);
    colour = blend(colour, rgb('#bfe8ea'), smoothstep(0.02, 0.003, mesh) * 0.2 * smoothstep(0.4, 0.6, slow));
    return blend(colour, rgb('#e8fbf6'), smoothstep(0.74, 0.84, swell(x / 46 + 50, y / 22)) * 0.25);
  });
  const boat =
    shape('M0 -150C40 -96 46 20 40 118L-40 118C-46 20 -40 -96 0 -150Z', '#f8f4ea') +
    shape('M0 -118C27 -74 32 14 28 96L-28 96C-32 14 -27 -74 0 -118Z', '#d9d2c2') +
    box(-32, -30, 64, 70, '#2f7f86', { rx: 6 }) +
    box(-32, -30, 64, 20, '#4aa3a6', { rx: 6 }) +
    [-20, 4, 60].map((y) => disc(-14 + (y % 3) * 10, y + 62 - 40, 9, '#c9512f')).join('') +
    box(-12, 112, 24, 34, '#1c2a30', { rx: 5 });
  const wake = shape(
    'M-26 140C-40 240 -90 330 -150 420L-110 400C-60 330 -20 260 0 190C20 260 60 330 110 400L150 420C90 330 40 240 26 140Z',
    '#e9fbf7',
    { opacity: 0.5 },
  );
  const swimmer = (x: number, y: number, turn: number): string =>
    placed(
      oval(0, 0, 7, 24, '#d9a441') +
        disc(0, -25, 8, '#6b4630') +
        stroke('M-6 18L-12 44M6 18L12 44', '#20302f', 6) +
        stroke('M-6 -10L-22 -26M6 -10L20 -24', '#6b4630', 5),
      x,
      y,
      1.25,
      turn,
    );
  const defs =
    linear('hide', [
      [0, '#35525f'],
      [0.5, '#4d7080'],
      [1, '#2c4957'],
    ]) +
    linear(
      'round',
      [
        [0, '#04161f', 0.5],
        [0.3, '#ffffff', 0.1],
        [0.55, '#ffffff', 0.05],
        [1, '#04161f', 0.55],
      ],
      [0, 0, 1, 0],
    ) +
    blur('deep', 26) +
    blur('veil', 1.6);
  const silhouette = `<g filter="url(#deep)" opacity="0.5" transform="translate(-60 90)">${oval(0, 0, 96, 330, '#031a2c')}</g>`;
  return {
    ground,
    layers: [
      paint(placed(silhouette + group(shark(), { filter: 'url(#veil)' }), 900, 690, 1.38, 38), defs),
      paint(
        placed(
          wake + placed(oval(0, 0, 50, 140, '#02182a', { opacity: 0.4 }), -40, 40) + boat,
          1560,
          380,
          0.98,
          24,
        ) +
          swimmer(1230, 900, -30) +
          swimmer(1350, 830, -46),
        '',
      ),
    ],
  };
}

/** Skin behind the gills, close: bars, and spots as single as a fingerprint. */
export function spotPattern(): Scene {
  const random = createRandom('skin');
  const hide = layeredNoise('skin', 4);
  const tone = ramp([
    [0, '#18303c'],
    [0.5, '#31515f'],
    [1, '#5d7f8a'],
  ]);
  const ground = shaded((x, y) => {
    const light = Math.exp(-Math.hypot((x - 700) / 1100, (y - 260) / 900) * 1.2);
    return tone(
      0.16 + light * 0.72 + (hide(x / 300, y / 300) - 0.5) * 0.3 + (hide(x / 7, y / 7) - 0.5) * 0.12,
    );
  });
  let art = '';
  for (let row = 0; row < 9; row += 1) {
    const y = 70 + row * 152;
    art += stroke(
      `M-40 ${y + 70}C500 ${y + 10} 1300 ${y + 40} 2040 ${y - 30}`,
      '#c4d5cf',
      random.between(9, 15),
      { opacity: 0.5, filter: 'url(#soft)' },
    );
    for (let column = 0; column < 14; column += 1) {
      const [x, radius] = [
        40 + column * 148 + (row % 2) * 74 + random.between(-46, 46),
        random.between(13, 42),
      ];
      art += oval(
        x,
        y - column * 5 + random.between(-30, 26),
        radius * random.between(1, 1.35),
        radius,
        '#eef2e4',
        { opacity: random.between(0.7, 0.95), filter: 'url(#soft)' },
      );
    }
  }
  const gills = [0, 1, 2]
    .map((gill) =>
      stroke(
        `M${120 + gill * 150} -40C${70 + gill * 150} 330 ${90 + gill * 150} 700 ${190 + gill * 150} 1040`,
        '#0b1b22',
        26,
        { opacity: 0.55, filter: 'url(#soft)' },
      ),
    )
    .join('');
  return { ground, layers: [paint(gills + art, blur('soft', 3))] };
}
