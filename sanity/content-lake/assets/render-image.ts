import sharp, { type Sharp } from 'sharp';
import type { ImageFormat, ImageTransform } from './image-transform.ts';
import { pixelLimit } from './sniff-image.ts';

type Size = { width: number; height: number };

// Two pictures at a time with a thread each serve more readers than one picture with two threads.
sharp.concurrency(1);

export async function renderImage(
  path: string,
  original: Size,
  transform: ImageTransform,
  format: ImageFormat,
): Promise<Buffer> {
  const area = areaOf(original, transform.rect);
  const source = sharp(path, { limitInputPixels: pixelLimit }).autoOrient();
  const cut = transform.rect ? source.extract(area) : source;
  const resized = resize(cut, area, transform);
  return encode(adjust(resized, transform), format, transform.quality);
}

function areaOf(original: Size, rect: ImageTransform['rect']): Size & { left: number; top: number } {
  if (!rect) return { left: 0, top: 0, ...original };
  const left = Math.min(rect.left, original.width - 1);
  const top = Math.min(rect.top, original.height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(rect.width, original.width - left)),
    height: Math.max(1, Math.min(rect.height, original.height - top)),
  };
}

function resize(image: Sharp, area: Size, transform: ImageTransform): Sharp {
  const { fit, dpr } = transform;
  const width = transform.width === null ? null : bounded(transform.width * dpr);
  const height = transform.height === null ? null : bounded(transform.height * dpr);
  if (width === null && height === null) return image;
  const isNeverLarger = fit === 'max' || fit === 'fillmax';
  if (width === null || height === null) {
    return image.resize({
      width: width ?? undefined,
      height: height ?? undefined,
      withoutEnlargement: isNeverLarger,
    });
  }
  const background = transform.background ?? '#ffffff';
  switch (fit) {
    case 'clip':
    case 'max':
      return image.resize({ width, height, fit: 'inside', withoutEnlargement: isNeverLarger });
    case 'scale':
      return image.resize({ width, height, fit: 'fill' });
    case 'fill':
    case 'fillmax':
      return image.resize({ width, height, fit: 'contain', background, withoutEnlargement: isNeverLarger });
    case 'crop':
    case 'min': {
      const target = fit === 'min' ? shrunk({ width, height }, area) : { width, height };
      return cropTo(image, area, target, transform);
    }
    default:
      throw fit satisfies never;
  }
}

/** The largest size of the same shape that the picture can fill without growing. */
function shrunk(target: Size, area: Size): Size {
  const factor = Math.min(1, area.width / target.width, area.height / target.height);
  return { width: bounded(target.width * factor), height: bounded(target.height * factor) };
}

function cropTo(image: Sharp, area: Size, target: Size, { crop, focus }: ImageTransform): Sharp {
  if (crop === 'entropy') return image.resize({ ...target, fit: 'cover', position: sharp.strategy.entropy });
  const scale = Math.max(target.width / area.width, target.height / area.height);
  const width = Math.max(target.width, Math.round(area.width * scale));
  const height = Math.max(target.height, Math.round(area.height * scale));
  const centre = crop === 'focalpoint' ? focus : edgesOf(crop);
  const left = within(Math.round(centre.x * width - target.width / 2), width - target.width);
  const top = within(Math.round(centre.y * height - target.height / 2), height - target.height);
  return image.resize({ width, height, fit: 'fill' }).extract({ left, top, ...target });
}

function edgesOf(crop: string): { x: number; y: number } {
  const x = crop.includes('left') ? 0 : crop.includes('right') ? 1 : 0.5;
  const y = crop.includes('top') ? 0 : crop.includes('bottom') ? 1 : 0.5;
  return { x, y };
}

function adjust(image: Sharp, { blur, sharpen, flip, rotate, isGrey, background }: ImageTransform): Sharp {
  let adjusted = image;
  if (rotate !== 0) adjusted = adjusted.rotate(rotate);
  if (flip.horizontal) adjusted = adjusted.flop();
  if (flip.vertical) adjusted = adjusted.flip();
  if (blur > 0) adjusted = adjusted.blur(Math.max(0.3, blur / 20));
  if (sharpen > 0) adjusted = adjusted.sharpen({ sigma: sharpen / 20 });
  if (isGrey) adjusted = adjusted.greyscale();
  return background ? adjusted.flatten({ background }) : adjusted;
}

function encode(image: Sharp, format: ImageFormat, quality: number | null): Promise<Buffer> {
  switch (format) {
    case 'jpg':
      return image
        .flatten({ background: '#ffffff' })
        .jpeg({ quality: quality ?? 75, progressive: true })
        .toBuffer();
    case 'png':
      return image.png({ compressionLevel: 8 }).toBuffer();
    case 'webp':
      return image.webp({ quality: quality ?? 75, effort: 3 }).toBuffer();
    case 'avif':
      // AVIF's scale is finer: 15 less looks the same. More effort costs seconds on a small machine.
      return image.avif({ quality: Math.max(1, (quality ?? 75) - 15), effort: 2 }).toBuffer();
    default:
      throw format satisfies never;
  }
}

function bounded(pixels: number): number {
  return Math.max(1, Math.min(8192, Math.round(pixels)));
}

function within(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
