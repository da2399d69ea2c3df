import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { asIfPublished } from './as-if-published.ts';
import { listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, parseRows } from './lake-client.ts';
import { type SummaryRow, summaryRow } from './summary-row.ts';

const articleQuery = `
  *[_type == "article" && language == $language && slug.current == $slug][0...1]{${summaryFields}}`;

/** The article at an address, whatever its standing; null when there is none. */
export async function getArticle(language: Language, slug: string): Promise<SummaryRow | null> {
  const [row] = await getRows(articleQuery, { language, slug });
  return row ? parseRow(summaryRow, asIfPublished(row)) : null;
}

const translationsQuery = `
  *[_type == "article" && (_id == $root || translationOf._ref == $root) && ${listable}]{
    "id": _id, language, "slug": slug.current, embargoUntil
  }`;

const translationRow = z.object({
  language: languageSchema,
  slug: z.string(),
  embargoUntil: z.string().nullable(),
});
export type Translation = z.infer<typeof translationRow>;

/** Every language an article exists in; root is the document that the others name as their original. */
export async function getTranslations(root: string): Promise<Translation[]> {
  return parseRows(translationRow, await getRows(translationsQuery, { root }));
}
