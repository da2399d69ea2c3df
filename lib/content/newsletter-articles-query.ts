import { z } from 'zod';
import { log } from '#lib/log.ts';
import { type Summary, summarySchema } from './article.ts';
import { summaryFields } from './groq-parts.ts';
import { getRows, parseRows } from './lake-client.ts';
import { textOrNull } from './picture-row.ts';
import { summaryRow } from './summary-row.ts';

const standingFields = `
  "id": _id, embargoUntil, "withdrawn": flags.withdrawn == true, "legalHold": flags.legalHold == true`;

const choiceFields = `
  ${standingFields}, language, "section": section._ref, "firstPublishedAt": coalesce(firstPublishedAt, publishedAt),
  "send": newsletter.send != false, "lists": coalesce(newsletter.lists[]._ref, [])`;

/**
 * Each is answered from a sorted list of the lake, begun at the right place, so that its cost is that of the articles
 * between the two instants. Many write one instant in several ways, hence a day more on either side; who asks compares
 * instants.
 */
const between = (field: string, and = '') => `
  *[_type == "article" && ${field} > $from && ${field} < $to${and}] | order(${field} desc)[0...$most]{${choiceFields}}`;
const queries = [
  between('firstPublishedAt'),
  between('embargoUntil'),
  between('publishedAt', ' && !defined(firstPublishedAt)'),
];

const dayMs = 86_400_000;
const most = 5000;

const shape = summarySchema.shape;
const standingRow = summarySchema.pick({ id: true, embargoUntil: true, withdrawn: true, legalHold: true });
export type ArticleStanding = z.infer<typeof standingRow>;

const newsletterArticleRow = standingRow.extend({
  language: shape.language,
  section: textOrNull,
  firstPublishedAt: shape.firstPublishedAt,
  /** False: an editor keeps it out of all mails. */
  send: z.boolean(),
  /** Ids of the lists that it is meant for; empty: every digest that takes it. */
  lists: z.array(z.string()),
});
/** What decides with which newsletters an article goes out. */
export type NewsletterArticle = z.infer<typeof newsletterArticleRow>;

/** Everything that came out after one instant and until another, and perhaps a day more: whatever its standing. */
export async function getArticlesOut(after: Date, until: Date): Promise<NewsletterArticle[]> {
  const from = new Date(after.getTime() - dayMs).toISOString();
  const to = new Date(until.getTime() + dayMs).toISOString();
  const answers = await Promise.all(queries.map((query) => getRows(query, { from, to, most })));
  if (answers.some((rows) => rows.length === most))
    log.warn({ event: 'newsletter.too_many_articles', from, to });
  const rows = new Map(answers.flat().map((row) => [row.id, row]));
  return parseRows(newsletterArticleRow, [...rows.values()]);
}

const editionArticlesQuery = `
  *[_type == "article" && _id in $ids]{${summaryFields}, "subject": newsletter.subject}`;

const editionArticleRow = summaryRow.extend({ subject: textOrNull });

/** Articles as a mail shows them, in the order of the ids, with the subject an editor gave. */
export async function getEditionArticles(
  ids: readonly string[],
  language: Summary['language'],
): Promise<{ summary: Summary; subject: string | null }[]> {
  if (ids.length === 0) return [];
  const rows = parseRows(editionArticleRow, await getRows(editionArticlesQuery, { ids, language }));
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ subject, ...row }) => ({ summary: { ...row, translations: [] }, subject }));
}

const standingsQuery = `*[_type == "article" && _id in $ids]{${standingFields}}`;

/** Where articles stand that are being mailed; one that is not there any more is missing. */
export async function getStandings(ids: readonly string[]): Promise<ArticleStanding[]> {
  if (ids.length === 0) return [];
  return parseRows(standingRow, await getRows(standingsQuery, { ids }));
}
