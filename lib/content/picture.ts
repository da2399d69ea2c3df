import { z } from 'zod';

/** Fractions of the original, as Sanity stores them. */
const hotspot = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
const crop = z.object({ top: z.number(), bottom: z.number(), left: z.number(), right: z.number() });

/** A picture with its words. `file` is the asset's file name, `<sha1>-<width>x<height>.<ext>`; sizes in pixels. */
export const pictureSchema = z.object({
  file: z.string().regex(/^[0-9a-f]{40}-\d+x\d+\.(?:jpg|jpeg|png|webp|avif|gif|svg)$/),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  lqip: z.string().startsWith('data:image/').nullable(),
  hotspot: hotspot.nullable(),
  crop: crop.nullable(),
  alt: z.string().min(1),
  caption: z.string().nullable(),
  credit: z.string().nullable(),
});

export type Picture = z.infer<typeof pictureSchema>;
