import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { blockSchema } from './body.ts';

/** A standing page: about, privacy, corrections policy. */
export const pageSchema = z.object({
  id: z.string(),
  language: languageSchema,
  slug: z.string(),
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.array(blockSchema),
  translations: z.array(z.object({ language: languageSchema, slug: z.string() })),
});
export type Page = z.infer<typeof pageSchema>;
