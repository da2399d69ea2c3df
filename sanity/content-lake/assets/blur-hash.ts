import type { Sharp } from 'sharp';

type Colour = [red: number, green: number, blue: number];

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz#$%*+,-.:;=?@[]^_{|}~';
/** What the hash tells of a picture does not change with more pixels. */
const longestSide = 32;
const mostComponents = 5;

/** https://github.com/woltapp/blurhash/blob/master/Algorithm.md; the longer side has five components, as hosted. */
export async function blurHashOf(image: Sharp): Promise<string> {
  const { data, info } = await image
    .resize(longestSide, longestSide, { fit: 'inside' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const longer = Math.max(width, height);
  const componentsOf = (side: number) => Math.max(1, Math.round((mostComponents * side) / longer));
  return encodeBlurHash(data, { width, height }, componentsOf(width), componentsOf(height));
}

/** `pixels` are red, green and blue, a byte each. */
export function encodeBlurHash(
  pixels: Uint8Array,
  { width, height }: { width: number; height: number },
  across: number,
  down: number,
): string {
  const light = Float64Array.from(pixels, toLinear);
  const factors: Colour[] = [];
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) factors.push(factorOf(light, width, height, x, y));
  }
  const [average = [0, 0, 0], ...waves] = factors;
  const strongest = Math.max(0, ...waves.flat().map(Math.abs));
  const scale = waves.length === 0 ? 0 : within(Math.floor(strongest * 166 - 0.5), 82);
  const most = waves.length === 0 ? 1 : (scale + 1) / 166;
  const parts = [
    inBase83(across - 1 + (down - 1) * 9, 1),
    inBase83(scale, 1),
    inBase83(averageCode(average), 4),
    ...waves.map((wave) => inBase83(waveCode(wave, most), 2)),
  ];
  return parts.join('');
}

/** How much of one cosine wave there is in each colour. */
function factorOf(light: Float64Array, width: number, height: number, x: number, y: number): Colour {
  const sum: Colour = [0, 0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const basis = Math.cos((Math.PI * x * column) / width) * Math.cos((Math.PI * y * row) / height);
      const at = (row * width + column) * 3;
      sum[0] += basis * (light[at] ?? 0);
      sum[1] += basis * (light[at + 1] ?? 0);
      sum[2] += basis * (light[at + 2] ?? 0);
    }
  }
  const weight = (x === 0 && y === 0 ? 1 : 2) / (width * height);
  return [sum[0] * weight, sum[1] * weight, sum[2] * weight];
}

function averageCode(colour: Colour): number {
  const [red, green, blue] = colour.map(toByte);
  return ((red ?? 0) << 16) + ((green ?? 0) << 8) + (blue ?? 0);
}

function waveCode(colour: Colour, most: number): number {
  const level = (value: number) =>
    within(Math.floor(Math.sign(value / most) * Math.abs(value / most) ** 0.5 * 9 + 9.5), 18);
  return colour.reduce((code, value) => code * 19 + level(value), 0);
}

function inBase83(value: number, length: number): string {
  let text = '';
  for (let place = length - 1; place >= 0; place--) text += digits[Math.floor(value / 83 ** place) % 83];
  return text;
}

function toLinear(byte: number): number {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toByte(value: number): number {
  const light = Math.max(0, Math.min(1, value));
  return Math.trunc((light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055) * 255 + 0.5);
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
