import { z } from 'zod';
import { summarySchema } from './article.ts';
import { sectionSchema } from './taxonomy.ts';

/** The front page as laid out: the editor's picks first, filled up with the newest, no article twice. */
export const frontPageSchema = z.object({
  breaking: z.object({ text: z.string(), slug: z.string().nullable() }).nullable(),
  lead: summarySchema.nullable(),
  leadRelated: z.array(summarySchema),
  seconds: z.array(summarySchema),
  sections: z.array(z.object({ section: sectionSchema, articles: z.array(summarySchema) })),
  opinion: z.array(summarySchema),
  latest: z.array(summarySchema),
});
export type FrontPage = z.infer<typeof frontPageSchema>;
