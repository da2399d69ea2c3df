import type { Language } from '#lib/i18n/language.ts';
import { sectionFields } from './groq-parts.ts';
import { getRows, parseRow } from './lake-client.ts';
import { type Section, sectionSchema } from './taxonomy.ts';

const sectionQuery = `*[_type == "section" && slug.current == $slug][0...1]{${sectionFields}}`;

export async function getSection(language: Language, slug: string): Promise<Section | null> {
  const [row] = await getRows(sectionQuery, { language, slug });
  return row ? parseRow(sectionSchema, row) : null;
}
