import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, parseRows, unavailable } from './lake-client.ts';
import { summaryRow } from './summary-row.ts';

/** Articles on one page of a section. */
export const pageSize = 20;

const inSection = `_type == "article" && section._ref == $section && language == $language && ${listable}`;

const sectionArticlesQuery = `
  *[${inSection}] | order(publishedAt desc, _id asc)[$from...$to]{${summaryFields}}`;

/** One row, so that a missing answer cannot pass for zero. */
const sectionCountQuery = `[{ "id": $section, "count": count(*[${inSection}]) }]`;
const countRow = z.object({ count: z.number().int().min(0) });

const latestQuery = `
  *[_type == "article" && language == $language && ${listable}]
  | order(publishedAt desc, _id asc)[0...$to]{${summaryFields}}`;

const nextInSectionQuery = `
  *[${inSection} && publishedAt < $before] | order(publishedAt desc, _id asc)[0...$to]{${summaryFields}}`;

/** What came out in a section before an instant, newest first. */
export async function getNextInSection(
  language: Language,
  section: string,
  before: string,
  to: number,
): Promise<Summary[]> {
  return listed(await getRows(nextInSectionQuery, { language, section, before, to }));
}

export async function getSectionArticles(
  language: Language,
  section: string,
  from: number,
  to: number,
): Promise<Summary[]> {
  return listed(await getRows(sectionArticlesQuery, { language, section, from, to }));
}

export async function getSectionCount(language: Language, section: string): Promise<number> {
  const [row] = await getRows(sectionCountQuery, { language, section });
  if (!row) throw unavailable('The content lake did not count.');
  return parseRow(countRow, row).count;
}

export async function getLatest(language: Language, to: number): Promise<Summary[]> {
  return listed(await getRows(latestQuery, { language, to }));
}

/** Cards do not say in which other languages an article exists. */
export function listed(rows: Awaited<ReturnType<typeof getRows>>): Summary[] {
  return parseRows(summaryRow, rows).map((row) => ({ ...row, translations: [] }));
}
