import { z } from 'zod';
import { log } from '#lib/log.ts';
import { summarySchema } from './article.ts';
import type { Block } from './body.ts';
import { bodyFields, parseBody } from './body-row.ts';
import { getRows, parseRow, parseRows, unavailable } from './lake-client.ts';
import { previewRulesRow } from './settings-query.ts';

/** Every article there is, a part at a time, with when it was last changed. */
const articleStatesQuery = `
  *[_type == "article" && _id > $after] | order(_id asc)[0...$most]{ "id": _id, "changedAt": _updatedAt }`;

const stateRow = z.object({ id: z.string(), changedAt: z.iso.datetime({ offset: true }) });
export type ArticleState = z.infer<typeof stateRow>;

export async function getArticleStates(after: string, most: number): Promise<ArticleState[]> {
  return (await getRows(articleStatesQuery, { after, most })).map((row) => parseRow(stateRow, row));
}

/** One row, so that a missing answer cannot pass for a rule. */
const previewRuleQuery = `[{ "id": "rules", "rules": *[_id == "siteSettings"][0]{ archiveRule{ enabled, days }, "previewParagraphs": wall.previewParagraphs } }]`;

/** How many paragraphs everybody sees of a closed article without a break. */
export async function getPreviewParagraphs(): Promise<number> {
  const [row] = await getRows(previewRuleQuery, {});
  if (!row) throw unavailable('The content lake does not say its rules.');
  return parseRow(z.object({ rules: previewRulesRow }), row).rules.previewParagraphs;
}

/** Whole bodies, gated parts too: for lib/search/index-articles.ts only. */
const searchedArticlesQuery = `
  *[_type == "article" && _id in $ids]{
    "id": _id, "changedAt": _updatedAt, language, "slug": slug.current, "kind": coalesce(kind, "news"),
    headline, standfirst, "sectionId": section._ref, "topicIds": topics[]._ref,
    "access": coalesce(access.level, "default"),
    "firstPublishedAt": coalesce(firstPublishedAt, publishedAt), publishedAt, embargoUntil,
    "listed": flags.withdrawn != true && flags.legalHold != true && seo.noindex != true,
    ${bodyFields}
  }`;

const shape = summarySchema.shape;
const searchedRow = summarySchema
  .pick({ id: true, language: true, slug: true, kind: true, headline: true, access: true })
  .extend({
    changedAt: stateRow.shape.changedAt,
    standfirst: z.string().catch(''),
    sectionId: z.string(),
    topicIds: z
      .array(z.string().nullable())
      .nullish()
      .transform((ids) => (ids ?? []).filter((id) => id !== null)),
    firstPublishedAt: shape.firstPublishedAt,
    publishedAt: shape.publishedAt,
    embargoUntil: shape.embargoUntil,
    listed: z.boolean(),
    body: z.array(z.unknown()),
  });

export type SearchedArticle = Omit<z.infer<typeof searchedRow>, 'body'> & { blocks: Block[] };

/** Articles with their texts. One that breaks the schema is left out, as it is from lists. */
export async function getSearchedArticles(ids: readonly string[], now: Date): Promise<SearchedArticle[]> {
  const rows = parseRows(searchedRow, await getRows(searchedArticlesQuery, { ids }));
  return rows.flatMap(({ body, ...row }) => {
    try {
      return [{ ...row, blocks: parseBody(body, { documentId: row.id, language: row.language, now }) }];
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      log.warn({ event: 'content.bad-document-skipped', id: row.id, err: error });
      return [];
    }
  });
}
