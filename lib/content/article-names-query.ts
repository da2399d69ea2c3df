import type { z } from 'zod';
import { summarySchema } from './article.ts';
import { getRows, parseRows } from './lake-client.ts';

const articleNamesQuery = `
  *[_type == "article" && _id in $ids]{
    "id": _id, language, "slug": slug.current, headline, embargoUntil,
    "giftable": access.giftable == true,
    "withdrawn": flags.withdrawn == true, "legalHold": flags.legalHold == true
  }`;

const articleNameSchema = summarySchema.pick({
  ...{ id: true, language: true, slug: true, headline: true, giftable: true },
  ...{ embargoUntil: true, withdrawn: true, legalHold: true },
});
export type ArticleName = z.infer<typeof articleNameSchema>;

/** What these articles are called and where they stand, in whatever language they are; no order. */
export async function getArticleNames(ids: readonly string[]): Promise<ArticleName[]> {
  return parseRows(articleNameSchema, await getRows(articleNamesQuery, { ids }));
}
