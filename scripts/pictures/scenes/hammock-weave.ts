import { darker, lighter } from '../kit/colour.ts';
import { blend, glow, ramp, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom } from '../kit/random.ts';
import { blur, group, linear, paint, type Scene, stroke } from '../kit/svg.ts';

/** The net of a hammock close up: bands of thread looped into diamonds. */
export function hammockWeave(): Scene {
  const random = createRandom('hammock');
  const back = layeredNoise('hammock yard', 4);
  const sag = layeredNoise('hammock sag', 2);
  const shade = ramp([
    [0, '#0f2420'],
    [0.5, '#24463a'],
    [1, '#5f7f4a'],
  ]);
  const ground = shaded((x, y) =>
    blend(
      shade(back(x / 330, y / 330)),
      rgb('#f3e2a8'),
      glow(Math.hypot((x - 1500) / 620, (y - 240) / 420)) * 0.6,
    ),
  );
  const bands = [
    '#d6336c',
    '#f08c00',
    '#f6d04a',
    '#2b9a8f',
    '#1c6fb0',
    '#6a3fa0',
    '#e8541f',
    '#f4efe2',
  ] as const;
  const [stepX, stepY] = [46, 62];
  const bend = (x: number, y: number): readonly [number, number] => {
    const droop = Math.sin((x / 2000) * Math.PI) * 190;
    return [x + (sag(x / 420, y / 420) - 0.5) * 60, y + droop - 95 + (sag(x / 330 + 9, y / 330) - 0.5) * 70];
  };
  let [low, high, shadow] = ['', '', ''];
  for (let row = -6; row < 27; row += 1) {
    for (let column = -3; column < 47; column += 1) {
      const colour = bands[Math.floor(((row + 6) * 0.5 + (column + 3) * 0.16) % bands.length)] ?? '#d6336c';
      const tone = random.chance(0.5)
        ? colour
        : random.chance(0.5)
          ? lighter(colour, 0.14)
          : darker(colour, 0.12);
      const [x, y] = [column * stepX + (row % 2 ? stepX / 2 : 0), row * stepY];
      const [a, b, c] = [bend(x, y), bend(x + stepX / 2, y + stepY), bend(x - stepX / 2, y + stepY)];
      const lift = 7 * ((row + column) % 2 ? 1 : -1);
      const right = `M${a[0]} ${a[1]}Q${(a[0] + b[0]) / 2 + lift} ${(a[1] + b[1]) / 2 - 6} ${b[0]} ${b[1]}`;
      const left = `M${a[0]} ${a[1]}Q${(a[0] + c[0]) / 2 + lift} ${(a[1] + c[1]) / 2 - 6} ${c[0]} ${c[1]}`;
      shadow += stroke(right, '#06100e', 15) + stroke(left, '#06100e', 15);
      low +=
        stroke(left, darker(tone, 0.4), 14) +
        stroke(left, tone, 10) +
        stroke(left, lighter(tone, 0.5), 2.4, { 'stroke-dasharray': '5 5', opacity: 0.6 });
      high +=
        stroke(right, darker(tone, 0.4), 14) +
        stroke(right, tone, 10) +
        stroke(right, lighter(tone, 0.5), 2.4, { 'stroke-dasharray': '5 5', opacity: 0.6 }) +
        stroke(`M${b[0] - 9} ${b[1] - 5}Q${b[0]} ${b[1] + 9} ${b[0] + 9} ${b[1] - 5}`, darker(tone, 0.2), 9);
    }
  }
  const defs =
    blur('cast', 9) +
    linear(
      'light',
      [
        [0, '#ffe9b0', 0.26],
        [0.45, '#ffe9b0', 0],
        [1, '#0a0814', 0.5],
      ],
      [0.2, 0, 0.7, 1],
    );
  return {
    ground,
    quality: 62,
    layers: [
      paint(group(shadow, { filter: 'url(#cast)', opacity: 0.55, transform: 'translate(-26 40)' }), defs),
      paint(`${low + high}<rect width="2000" height="1333" fill="url(#light)"/>`, defs),
    ],
  };
}
