import type { Sharp } from 'sharp';
import type { JsonRecord } from '../dataset/document.ts';

type Swatch = { red: number; green: number; blue: number; population: number };
type Wish = { name: string; lightness: number; saturation: number };

const wishes: readonly Wish[] = [
  { name: 'darkMuted', lightness: 0.26, saturation: 0.3 },
  { name: 'darkVibrant', lightness: 0.26, saturation: 1 },
  { name: 'lightMuted', lightness: 0.74, saturation: 0.3 },
  { name: 'lightVibrant', lightness: 0.74, saturation: 1 },
  { name: 'muted', lightness: 0.5, saturation: 0.3 },
  { name: 'vibrant', lightness: 0.5, saturation: 1 },
];

/** The colours that occur most, and for each of Sanity's six names the one that comes closest to it. */
export async function paletteOf(image: Sharp): Promise<JsonRecord> {
  const pixels = await image
    .resize(64, 64, { fit: 'inside' })
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  const swatches = countColours(pixels);
  const total = swatches.reduce((sum, swatch) => sum + swatch.population, 0);
  const [dominant] = swatches;
  const palette: JsonRecord = { _type: 'sanity.imagePalette' };
  if (!dominant) return palette;
  palette.dominant = describe(dominant, total);
  for (const wish of wishes) palette[wish.name] = describe(nearest(swatches, wish, total) ?? dominant, total);
  return palette;
}

/** Colours with five bits a channel, the most frequent first. */
function countColours(pixels: Buffer): Swatch[] {
  const counted = new Map<number, Swatch>();
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3);
    const swatch = counted.get(key);
    if (swatch) swatch.population++;
    else counted.set(key, { red, green, blue, population: 1 });
  }
  return [...counted.values()].sort((a, b) => b.population - a.population);
}

function nearest(swatches: readonly Swatch[], wish: Wish, total: number): Swatch | undefined {
  const distance = (swatch: Swatch) => {
    const { lightness, saturation } = shadeOf(swatch);
    const isRare = 1 - swatch.population / total;
    return 6 * Math.abs(lightness - wish.lightness) + 3 * Math.abs(saturation - wish.saturation) + isRare;
  };
  return [...swatches].sort((a, b) => distance(a) - distance(b))[0];
}

function describe(swatch: Swatch, total: number): JsonRecord {
  const text = shadeOf(swatch).lightness > 0.55 ? '#000' : '#fff';
  const hex = [swatch.red, swatch.green, swatch.blue]
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('');
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground: text,
    title: text,
    population: Math.round((swatch.population / total) * 10_000) / 100,
  };
}

function shadeOf({ red, green, blue }: Swatch): { lightness: number; saturation: number } {
  const high = Math.max(red, green, blue) / 255;
  const low = Math.min(red, green, blue) / 255;
  const lightness = (high + low) / 2;
  const spread = high - low;
  return { lightness, saturation: spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1)) };
}
