import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRows } from './lake-client.ts';
import { summaryRow } from './summary-row.ts';

/** Articles on one page of a list. */
export const pageSize = 20;

const latestQuery = `
  *[_type == "article" && language == $language && ${listable}]
  | order(publishedAt desc, _id asc)[0...$to]{${summaryFields}}`;

const bySlugQuery = `
  *[_type == "article" && slug.current in $slugs && language == $language && ${listable}]{${summaryFields}}`;

/** The articles at these addresses that are there, in no order. */
export async function getArticlesBySlug(language: Language, slugs: readonly string[]): Promise<Summary[]> {
  return listed(await getRows(bySlugQuery, { language, slugs }));
}

const nextInSectionQuery = `
  *[_type == "article" && section._ref == $section && language == $language && ${listable} && publishedAt < $before] | order(publishedAt desc, _id asc)[0...$to]{${summaryFields}}`;

/** What came out in a section before an instant, newest first. */
export async function getNextInSection(
  language: Language,
  section: string,
  before: string,
  to: number,
): Promise<Summary[]> {
  return listed(await getRows(nextInSectionQuery, { language, section, before, to }));
}

export async function getLatest(language: Language, to: number): Promise<Summary[]> {
  return listed(await getRows(latestQuery, { language, to }));
}

/** Cards do not say in which other languages an article exists. */
export function listed(rows: Awaited<ReturnType<typeof getRows>>): Summary[] {
  return parseRows(summaryRow, rows).map((row) => ({ ...row, translations: [] }));
}
