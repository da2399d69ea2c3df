import { z } from 'zod';
import { languageSchema } from '#lib/i18n/language.ts';
import { pictureSchema } from './picture.ts';
import { bylineSchema, termSchema } from './taxonomy.ts';

const instant = z.iso.datetime({ offset: true });

export const accessLevelSchema = z.enum(['default', 'public', 'subscribers']);

/** An Article without its body: what lists, metadata, feeds and search results get. Instants are ISO 8601. */
export const summarySchema = z.object({
  id: z.string(),
  language: languageSchema,
  slug: z.string(),
  kind: z.enum(['news', 'opinion', 'analysis', 'brief']),
  headline: z.string().min(1),
  standfirst: z.string(),
  dateline: z.string().nullable(),
  datelinePlace: termSchema.nullable(),
  section: termSchema,
  topics: z.array(termSchema),
  places: z.array(termSchema),
  bylines: z.array(bylineSchema),
  bylineText: z.string().nullable(),
  hero: pictureSchema.nullable(),
  firstPublishedAt: instant,
  publishedAt: instant,
  updatedAt: instant.nullable(),
  embargoUntil: instant.nullable(),
  access: accessLevelSchema,
  /** Whether subscribers may give it away. */
  giftable: z.boolean(),
  withdrawn: z.boolean(),
  legalHold: z.boolean(),
  noindex: z.boolean(),
  /** What it tells may distress: said above the text, and no offer stands beside it. */
  sensitive: z.boolean(),
  seoTitle: z.string().nullable(),
  seoDescription: z.string().nullable(),
  /** For sharing, where an editor wants another than the picture at the top. */
  seoImage: pictureSchema.nullable(),
  /** The original's id, when this is a translation of it. */
  translationOf: z.string().nullable(),
  translations: z.array(z.object({ language: languageSchema, slug: z.string() })),
  corrections: z.array(z.object({ text: z.string(), date: instant, kind: z.string() })),
});

export type Summary = z.infer<typeof summarySchema>;

/** What an article and its translations have in common: the id of the one that they were translated from. */
export function originalId({ id, translationOf }: Pick<Summary, 'id' | 'translationOf'>): string {
  return translationOf ?? id;
}
