import { config } from '#lib/config.ts';
import type { Picture } from './picture.ts';
import { cutOut } from './picture-cut.ts';

export type PictureSize = { width: number; height?: number; quality?: number };

/** The address of a picture at a size in pixels; with a height, the editor's focus decides what is cut away. */
export function pictureUrl(picture: Picture, size: PictureSize): string {
  const { IMAGE_BASE_URL, SANITY_PROJECT_ID, SANITY_DATASET } = config();
  const base = `${IMAGE_BASE_URL?.replace(/\/$/, '') ?? ''}/images/${SANITY_PROJECT_ID}/${SANITY_DATASET}`;
  return `${base}/${picture.file}${pictureQuery(picture, size)}`;
}

/** Sizes the original cannot fill are left out: they would be the same pixels, blown up. */
export function pictureSrcSet(picture: Picture, widths: number[], ratio?: number): string {
  const { width: limit } = cutOut(picture, ratio);
  const fitting = widths.filter((width) => width <= limit).toSorted((a, b) => a - b);
  const offered = fitting.length > 0 ? fitting : [limit];
  return offered
    .map((width) => {
      const size = ratio ? { width, height: Math.round(width / ratio) } : { width };
      return `${pictureUrl(picture, size)} ${width}w`;
    })
    .join(', ');
}

export function pictureQuery(picture: Picture, { width, height, quality = 75 }: PictureSize): string {
  if (picture.file.endsWith('.svg')) return '';
  const rect = cutOut(picture, height ? width / height : undefined);
  const isWhole = rect.width === picture.width && rect.height === picture.height;
  const parameters = [
    ...(isWhole ? [] : [`rect=${rect.left},${rect.top},${rect.width},${rect.height}`]),
    `w=${width}`,
    ...(height ? [`h=${height}`, 'fit=crop'] : ['fit=max']),
    `q=${quality}`,
    'auto=format',
  ];
  return `?${parameters.join('&')}`;
}
