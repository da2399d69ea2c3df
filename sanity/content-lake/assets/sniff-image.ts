import sharp from 'sharp';
import { httpError } from '../http/lake-error.ts';

export type SniffedImage = {
  extension: string;
  mimeType: string;
  width: number;
  height: number;
  hasAlpha: boolean;
  isVector: boolean;
};

export const pixelLimit = 100_000_000;

const formats: Record<string, { extension: string; mimeType: string }> = {
  jpeg: { extension: 'jpg', mimeType: 'image/jpeg' },
  png: { extension: 'png', mimeType: 'image/png' },
  webp: { extension: 'webp', mimeType: 'image/webp' },
  gif: { extension: 'gif', mimeType: 'image/gif' },
  heif: { extension: 'avif', mimeType: 'image/avif' },
  tiff: { extension: 'tif', mimeType: 'image/tiff' },
  svg: { extension: 'svg', mimeType: 'image/svg+xml' },
};

/** What a file is by its bytes; its name and its Content-Type are not believed. */
export async function sniffImage(path: string): Promise<SniffedImage> {
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw Object.assign(httpError(400, 'Invalid image: the file could not be read as an image'), { cause });
    });
  const format = formats[metadata.format];
  if (!format) throw httpError(400, `Invalid image: ${metadata.format} is not supported`);
  const { width, height } = metadata.autoOrient;
  if (width * height * (metadata.pages ?? 1) > pixelLimit) {
    throw httpError(400, `Invalid image: more than ${pixelLimit} pixels`);
  }
  return { ...format, width, height, hasAlpha: metadata.hasAlpha, isVector: metadata.format === 'svg' };
}
