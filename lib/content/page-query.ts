import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { bodyFields, parseBody } from './body-row.ts';
import { badDocument, getRows, parseRow } from './lake-client.ts';
import type { Page } from './page.ts';
import { textOrNull } from './picture-row.ts';

const sameGroup = `_id == ^._id || translationOf._ref == ^._id || _id == ^.translationOf._ref`;

const pageQuery = `
  *[_type == "page" && language == $language && slug.current == $slug][0...1]{
    "id": _id, language, "slug": slug.current, title, standfirst, ${bodyFields},
    "translations": *[_type == "page" && (${sameGroup})]{ language, "slug": slug.current }
  }`;

const pageRow = z.object({
  id: z.string(),
  language: languageSchema,
  slug: z.string(),
  title: z.string().min(1),
  standfirst: textOrNull,
  body: z.array(z.unknown()),
  translations: z.array(z.object({ language: languageSchema, slug: z.string() })),
});

/** A standing page. Its links to articles are judged at the given time. */
export async function getPage(language: Language, slug: string, now: Date): Promise<Page | null> {
  const [found] = await getRows(pageQuery, { language, slug });
  if (!found) return null;
  const row = parseRow(pageRow, found);
  try {
    return { ...row, body: parseBody(row.body, { documentId: row.id, language, now }) };
  } catch (cause) {
    throw badDocument(row.id, cause);
  }
}
