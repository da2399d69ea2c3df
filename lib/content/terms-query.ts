import type { Language } from '#lib/i18n/language.ts';
import { inLanguage } from './groq-parts.ts';
import { getRows, parseRows } from './lake-client.ts';
import { type Term, termSchema } from './taxonomy.ts';

const termsOf = (type: string) => `
  *[_type == "${type}"]{ "id": _id, "slug": slug.current, "title": ${inLanguage('title')} }`;
const queries = { section: termsOf('section'), topic: termsOf('topic') };

/** Everything that articles can be filed under, by name. */
export async function getTerms(kind: keyof typeof queries, language: Language): Promise<Term[]> {
  const terms = parseRows(termSchema, await getRows(queries[kind], { language }));
  return terms.toSorted((a, b) => a.title.localeCompare(b.title, language));
}
