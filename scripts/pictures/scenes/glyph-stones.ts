import sharp from 'sharp';
import { blend, ramp, rgb, shaded } from '../kit/ground.ts';
import { layeredNoise } from '../kit/noise.ts';
import { createRandom, type Random } from '../kit/random.ts';
import { box, canvas, disc, linear, oval, paint, placed, type Scene, stroke } from '../kit/svg.ts';

const tile = { wide: 400, tall: 333 };

/** One carved sign in a rounded block, white where the stone stands up. The signs are made up: they say nothing. */
function sign(random: Random, kind: number): string {
  const line = (d: string, thick = 15): string => stroke(d, '#ffffff', thick);
  const dots = (count: number, x: number, y: number): string =>
    Array.from({ length: count }, (_, index) => disc(x + index * 44, y, 15, '#ffffff')).join('');
  const frame = `<rect x="-150" y="-118" width="300" height="236" rx="74" fill="none" stroke="#ffffff" stroke-width="20"/>`;
  const inner = [
    disc(0, 0, 56, 'none', { stroke: '#ffffff', 'stroke-width': 15 }) +
      disc(0, 0, 20, '#ffffff') +
      line('M-118 0H-66M66 0H118M0 -92V-66M0 66V92'),
    line('M-104 -54Q-40 -84 0 -40T104 -50') +
      line('M-104 4Q-40 -26 0 18T104 8') +
      line('M-104 62Q-40 32 0 76T104 66'),
    oval(-40, -20, 44, 34, 'none', { stroke: '#ffffff', 'stroke-width': 14 }) +
      disc(-34, -16, 15, '#ffffff') +
      line('M20 -70Q96 -64 96 0Q96 64 10 70H-70') +
      line('M-70 40H20M-40 40V70M-10 40V70M20 40V70', 11) +
      line('M52 -20q26 10 20 40', 12),
    [-1, 0, 1]
      .map((column) =>
        [-1, 0, 1]
          .map((row) => disc(column * 66, row * 54, 18, 'none', { stroke: '#ffffff', 'stroke-width': 12 }))
          .join(''),
      )
      .join(''),
    line('M-96 60Q-110 -40 -20 -66Q70 -80 84 0Q86 54 30 50Q-14 44 -6 6Q2 -20 30 -10') + dots(2, 60, 74),
    line('M-104 66H-62V24H-18V-20H26V-62H104') + line('M-6 66H34V24H76V-16H104', 13),
    line('M-90 -70V70M90 -70V70') + line('M-90 0Q0 -80 90 0Q0 80 -90 0', 14) + disc(0, 0, 24, '#ffffff'),
  ][kind % 7];
  const count =
    `<rect x="-186" y="-100" width="22" height="200" rx="10" fill="#ffffff"/>` +
    (random.chance(0.5) ? dots(1 + random.whole(0, 2), -190, -140).replaceAll('cy="-140"', 'cy="-142"') : '');
  return (
    frame +
    inner +
    (random.chance(0.6) ? count : '') +
    (random.chance(0.5) ? line('M-120 142H120', 20) : dots(3, -44, 144))
  );
}

/** Carved blocks lit from the left: a height map is drawn first, then given light. */
export async function glyphStones(): Promise<Scene> {
  const random = createRandom('glyphs');
  let relief = box(0, 0, 2000, 1333, '#000000');
  for (let row = 0; row < 4; row += 1)
    for (let column = 0; column < 5; column += 1) {
      const [x, y] = [column * tile.wide + tile.wide / 2, row * tile.tall + tile.tall / 2];
      relief +=
        box(x - 188, y - 155, 376, 310, '#5a5a5a', { rx: 34 }) +
        `<g opacity="0.8">${placed(sign(random, row * 5 + column * 3 + 2), x + 6, y - 4, 0.86)}</g>`;
    }
  const height = await sharp(Buffer.from(canvas('', relief)))
    .blur(5)
    .greyscale()
    .raw()
    .toBuffer();
  const grit = layeredNoise('stone grit', 5);
  const stain = layeredNoise('stone stain', 4);
  const stone = ramp([
    [0, '#14100d'],
    [0.3, '#5c4a38'],
    [0.6, '#ac8f68'],
    [0.85, '#e6cd9c'],
    [1, '#fff4d2'],
  ]);
  const level = (x: number, y: number): number => {
    const at = Math.min(1332, Math.max(0, y)) * 2000 + Math.min(1999, Math.max(0, x));
    return (
      (height[at] ?? 0) / 255 +
      (grit(x / 17, y / 17) - 0.5) * 0.2 -
      Math.max(0, grit(x / 70 + 40, y / 70) - 0.62) * 1.3
    );
  };
  const ground = shaded((x, y) => {
    const slopeX = level(x + 3, y) - level(x - 3, y);
    const slopeY = level(x, y + 3) - level(x, y - 3);
    const lit = 0.46 + slopeX * 1.5 + slopeY * 0.9 + (level(x, y) - 0.4) * 0.34 - (x - 500) / 5200;
    const worn = blend(
      stone(lit),
      rgb('#7f8a52'),
      Math.max(0, stain(x / 190, y / 190) - 0.54) * 2.2 * (1 - level(x, y)),
    );
    return blend(worn, rgb('#2f5a5a'), Math.max(0, stain(x / 260 + 60, y / 260) - 0.6) * 1.1);
  });
  return {
    ground,
    quality: 66,
    layers: [
      paint(
        `<rect width="2000" height="1333" fill="url(#light)"/>`,
        linear(
          'light',
          [
            [0, '#ffd99a', 0.22],
            [0.5, '#ffd99a', 0],
            [1, '#08060c', 0.46],
          ],
          [0, 0, 1, 0.7],
        ),
      ),
    ],
  };
}
