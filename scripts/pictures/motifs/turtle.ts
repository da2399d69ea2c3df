import { darker, lighter, mix } from '../kit/colour.ts';
import { curve, type Point } from '../kit/path.ts';
import { disc, oval, placed, shape, stroke } from '../kit/svg.ts';

const flipper = (points: readonly Point[], colour: string): string => shape(curve(points, true), colour);

/** A sea turtle from above, swimming upwards, its shell 200 long; `stroke` 0–1 is the beat of the front flippers. */
export function turtleFromAbove(shell: string, skin: string, beat: number): string {
  const swing = 26 - beat * 62;
  const front = flipper(
    [
      [0, 0],
      [46, -22],
      [112, -26],
      [158, 14],
      [150, 26],
      [96, 12],
      [40, 26],
    ],
    skin,
  );
  const frontMarks = [
    [52, -6],
    [82, -10],
    [112, -6],
    [66, 8],
    [96, -2],
    [130, 8],
  ]
    .map(([x, y]) => oval(x ?? 0, y ?? 0, 11, 7, darker(skin, 0.4), { opacity: 0.75 }))
    .join('');
  const back = flipper(
    [
      [0, 0],
      [24, 14],
      [48, 50],
      [40, 62],
      [16, 44],
      [-6, 20],
    ],
    skin,
  );
  const sides = [1, -1]
    .map((side) =>
      placed(front + frontMarks, side * 56, -62, 1, side * swing, 1).replace(
        'scale(1.000 1.000)',
        `scale(${side} 1)`,
      ),
    )
    .join('');
  const rear = [1, -1]
    .map((side) => `<g transform="translate(${side * 44} 78) scale(${side} 1)">${back}</g>`)
    .join('');
  const head =
    shape(
      curve(
        [
          [-22, -92],
          [-26, -124],
          [-12, -150],
          [12, -150],
          [26, -124],
          [22, -92],
        ],
        true,
      ),
      skin,
    ) +
    [
      [-9, -134],
      [9, -134],
      [0, -118],
      [-12, -110],
      [12, -110],
    ]
      .map(([x, y]) => oval(x ?? 0, y ?? 0, 7, 6, darker(skin, 0.42), { opacity: 0.8 }))
      .join('') +
    disc(-19, -130, 3.6, '#0c1210') +
    disc(19, -130, 3.6, '#0c1210');
  const outline: Point[] = [
    [0, -102],
    [44, -88],
    [76, -46],
    [80, 4],
    [62, 56],
    [26, 98],
    [0, 108],
    [-26, 98],
    [-62, 56],
    [-80, 4],
    [-76, -46],
    [-44, -88],
  ];
  const line = lighter(shell, 0.42);
  const plates: Point[][] = [
    [
      [-22, -78],
      [22, -78],
      [32, -52],
      [0, -36],
      [-32, -52],
    ],
    [
      [0, -36],
      [32, -52],
      [38, -14],
      [0, 2],
      [-38, -14],
      [-32, -52],
    ],
    [
      [0, 2],
      [38, -14],
      [34, 26],
      [0, 40],
      [-34, 26],
      [-38, -14],
    ],
    [
      [0, 40],
      [34, 26],
      [24, 64],
      [0, 76],
      [-24, 64],
      [-34, 26],
    ],
  ];
  const scutes = plates
    .map((plate, index) =>
      shape(curve(plate, true), mix(shell, index % 2 ? '#2a2110' : '#c99b4e', 0.24), { opacity: 0.85 }),
    )
    .join('');
  const ribs = [
    [-52, -60, -32, -52],
    [-74, -18, -38, -14],
    [-70, 30, -34, 26],
    [-48, 74, -24, 64],
    [52, -60, 32, -52],
    [74, -18, 38, -14],
    [70, 30, 34, 26],
    [48, 74, 24, 64],
  ]
    .map(([x1, y1, x2, y2]) => stroke(`M${x1} ${y1}L${x2} ${y2}`, line, 3, { opacity: 0.6 }))
    .join('');
  const seams = plates.map((plate) => stroke(curve(plate, true), line, 3, { opacity: 0.6 })).join('');
  return (
    rear +
    sides +
    head +
    shape(curve(outline, true), shell) +
    scutes +
    ribs +
    seams +
    stroke(curve(outline, true), line, 5, { opacity: 0.7 }) +
    oval(-26, -40, 30, 52, '#fff3cf', { opacity: 0.13 })
  );
}
