import type { Picture as PictureData } from '#lib/content/picture.ts';
import { pictureSrcSet, pictureUrl } from '#lib/content/picture-url.ts';

/** The two shapes a picture takes: cards are 3:2, the picture that opens an article is 16:9. */
const shapes = { card: 3 / 2, hero: 16 / 9 } as const;

type Props = {
  picture: PictureData;
  shape: keyof typeof shapes | 'natural';
  /** Widths in pixels that are offered; the browser picks by `sizes`. */
  widths: readonly number[];
  sizes: string;
  /** Loaded at once and first: the one picture that the page opens with. */
  priority?: boolean;
  /** Beside a headline that says the same, a picture is silent. */
  silent?: boolean;
  className?: string;
};

/** A picture with its place reserved before it comes. The server answers with AVIF or WebP where the browser takes it. */
export function Picture({
  picture,
  shape,
  widths,
  sizes,
  priority = false,
  silent = false,
  className,
}: Props) {
  const ratio = shape === 'natural' ? naturalRatio(picture) : shapes[shape];
  const width = widths[Math.floor(widths.length / 2)] ?? 960;
  const height = Math.round(width / ratio);
  return (
    // biome-ignore lint/performance/noImgElement: sizes, formats and crops are our own image route's
    <img
      src={pictureUrl(picture, { width, height })}
      srcSet={pictureSrcSet(picture, [...widths], ratio)}
      sizes={sizes}
      width={width}
      height={height}
      alt={silent ? '' : picture.alt}
      decoding={priority ? 'sync' : 'async'}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      className={`block w-full bg-rule ${className ?? ''}`}
    />
  );
}

/** The shape that an editor's crop leaves. */
function naturalRatio({ width, height, crop }: PictureData): number {
  const across = crop ? 1 - crop.left - crop.right : 1;
  const down = crop ? 1 - crop.top - crop.bottom : 1;
  return (width * across) / (height * down);
}
