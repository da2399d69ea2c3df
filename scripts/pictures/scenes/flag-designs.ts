import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp, { type Sharp } from 'sharp';
import { type Point, polygon } from '../kit/path.ts';
import { box, canvas, shape } from '../kit/svg.ts';

export type Texture = { data: Uint8Array; width: number; height: number };

async function texture(image: Sharp): Promise<Texture> {
  const { data, info } = await image.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function star(x: number, y: number, radius: number): string {
  const points = Array.from({ length: 10 }, (_, index): Point => {
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * 0.382;
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  return shape(polygon(points), '#f7f4ee');
}

/** The proportions are those of Executive Order 10834: a fly of 1.9, a canton of 0.76 by 7/13 of the hoist. */
export function unitedStates(hoist: number): Promise<Texture> {
  const fly = hoist * 1.9;
  const stripe = hoist / 13;
  const canton = { width: hoist * 0.76, height: stripe * 7 };
  let art = box(0, 0, fly, hoist, '#f4efe6');
  for (let row = 0; row < 13; row += 2) art += box(0, row * stripe, fly, stripe, '#ad1e31');
  art += box(0, 0, canton.width, canton.height, '#1f2b58');
  for (let row = 1; row <= 9; row += 1) {
    for (let column = row % 2 === 1 ? 1 : 2; column <= 11; column += 2) {
      art += star((canton.width * column) / 12, (canton.height * row) / 10, hoist * 0.0308);
    }
  }
  return texture(sharp(Buffer.from(canvas('', art, [fly, hoist]))));
}

/** Three bands and the coat of arms, which is taken from the middle of flag-icons' drawing. */
export async function mexico(hoist: number): Promise<Texture> {
  const fly = Math.round((hoist * 7) / 4);
  const file = createRequire(import.meta.url).resolve('flag-icons/flags/4x3/mx.svg');
  const scale = (hoist * 1.22) / 480;
  const drawn = await sharp(await readFile(file), { density: 72 * scale })
    .resize({ width: Math.round(640 * scale * 1.14), height: Math.round(480 * scale), fit: 'fill' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const band = Math.floor(drawn.info.width / 3) - 60;
  const middle = Math.round(hoist * 0.7);
  const arms = await sharp(drawn.data)
    .extract({
      left: Math.floor((drawn.info.width - band) / 2),
      top: Math.floor((drawn.info.height - middle) / 2),
      width: band,
      height: middle,
    })
    .png()
    .toBuffer();
  const third = fly / 3;
  const bands = canvas(
    '',
    box(0, 0, third, hoist, '#0b5f43') +
      box(third, 0, third, hoist, '#ffffff') +
      box(third * 2, 0, third, hoist, '#b81f31'),
    [fly, hoist],
  );
  return texture(
    sharp(Buffer.from(bands)).composite([
      { input: arms, left: Math.round((fly - band) / 2), top: Math.round((hoist - middle) / 2) },
    ]),
  );
}
