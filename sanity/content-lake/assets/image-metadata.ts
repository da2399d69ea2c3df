import sharp from 'sharp';
import type { JsonRecord } from '../dataset/document.ts';
import { blurHashOf } from './blur-hash.ts';
import { paletteOf } from './palette.ts';
import { pixelLimit, type SniffedImage } from './sniff-image.ts';

export type Extracted = { hasPreview: boolean; hasPalette: boolean; hasBlurHash: boolean };

/** `metadata` of a sanity.imageAsset document: dimensions, two tiny placeholders and the palette. */
export async function imageMetadata(
  path: string,
  image: SniffedImage,
  { hasPreview, hasPalette, hasBlurHash }: Extracted,
): Promise<JsonRecord> {
  const { width, height, hasAlpha } = image;
  const source = () => sharp(path, { limitInputPixels: pixelLimit }).autoOrient();
  const tiny = source().resize(20, Math.max(1, Math.round((20 * height) / width)), { fit: 'fill' });
  const [preview, statistics, palette, blurHash] = await Promise.all([
    hasPreview ? (hasAlpha ? tiny.png() : tiny.flatten().jpeg({ quality: 60 })).toBuffer() : null,
    source().resize(200, 200, { fit: 'inside' }).stats(),
    hasPalette ? paletteOf(source()) : null,
    hasBlurHash ? blurHashOf(source()) : null,
  ]);
  const mimeType = hasAlpha ? 'image/png' : 'image/jpeg';
  return {
    _type: 'sanity.imageMetadata',
    dimensions: { _type: 'sanity.imageDimensions', width, height, aspectRatio: width / height },
    hasAlpha,
    isOpaque: statistics.isOpaque,
    ...(preview ? { lqip: `data:${mimeType};base64,${preview.toString('base64')}` } : {}),
    ...(palette ? { palette } : {}),
    ...(blurHash ? { blurHash } : {}),
  };
}
