import { z } from 'zod';
import { type Picture, pictureSchema } from './picture.ts';

const assetId = /^image-([0-9a-f]{40})-(\d+)x(\d+)-([a-z]+)$/;

/** Text that a document may lack. */
export const textOrNull = z
  .string()
  .nullish()
  .transform((text) => text ?? null);

/** A figure as groq-parts.ts asks it. The asset's id says file name and size, so neither has to be looked up. */
export const pictureRow = z
  .object({
    ref: z.string(),
    lqip: textOrNull,
    hotspot: z.unknown(),
    crop: z.unknown(),
    alt: z.string(),
    caption: textOrNull,
    credit: textOrNull,
  })
  .transform(({ ref, hotspot, crop, ...words }, context): Picture => {
    const [, hash, width, height, extension] = assetId.exec(ref) ?? [];
    const parsed = pictureSchema.safeParse({
      ...words,
      file: `${hash}-${width}x${height}.${extension}`,
      width: Number(width),
      height: Number(height),
      hotspot: hotspot ?? null,
      crop: crop ?? null,
    });
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `not a usable picture: ${parsed.error.issues[0]?.message}` });
    return z.NEVER;
  });
