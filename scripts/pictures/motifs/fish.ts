import { darker, lighter } from '../kit/colour.ts';
import { curve } from '../kit/path.ts';
import { disc, shape, stroke } from '../kit/svg.ts';

/** A reef fish swimming to the right, about 100 long. */
export function fish(body: string, stripe: string, tall = 1): string {
  const high = 26 * tall;
  const outline = curve(
    [
      [50, 0],
      [30, -high * 0.8],
      [-4, -high],
      [-36, -high * 0.3],
      [-36, high * 0.3],
      [-4, high],
      [30, high * 0.8],
    ],
    true,
  );
  return (
    shape(
      curve(
        [
          [-30, 0],
          [-66, -22],
          [-58, 0],
          [-66, 22],
        ],
        true,
      ),
      darker(body, 0.16),
    ) +
    shape(
      curve(
        [
          [18, -high * 0.8],
          [-6, -high * 1.36],
          [-30, -high * 0.7],
          [-20, -high * 0.5],
        ],
        true,
      ),
      darker(body, 0.2),
    ) +
    shape(
      curve(
        [
          [8, high * 0.9],
          [-12, high * 1.3],
          [-26, high * 0.7],
        ],
        true,
      ),
      darker(body, 0.2),
    ) +
    shape(outline, body) +
    stroke(`M-24 ${-high * 0.1}Q0 ${-high * 0.34} 34 ${-high * 0.06}`, stripe, 6 * tall, { opacity: 0.85 }) +
    stroke(`M-22 ${high * 0.34}Q4 ${high * 0.3} 28 ${high * 0.36}`, stripe, 4 * tall, { opacity: 0.6 }) +
    stroke(`M-14 ${-high * 0.72}Q14 ${-high * 0.84} 32 ${-high * 0.5}`, lighter(body, 0.5), 4, {
      opacity: 0.55,
    }) +
    shape(
      curve(
        [
          [8, 2],
          [-10, -8],
          [-16, 8],
          [-6, 12],
        ],
        true,
      ),
      darker(body, 0.14),
    ) +
    disc(36, -high * 0.16, 5, '#fbf6e8') +
    disc(37, -high * 0.16, 3, '#10181b')
  );
}

/** The cut-out of a fish for the distance. */
export function fishShadow(colour: string): string {
  return shape(
    curve(
      [
        [50, 0],
        [26, -20],
        [-10, -20],
        [-36, -4],
        [-62, -18],
        [-56, 0],
        [-62, 18],
        [-36, 4],
        [-10, 20],
        [26, 20],
      ],
      true,
    ),
    colour,
  );
}
