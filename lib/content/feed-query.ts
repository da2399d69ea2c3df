import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { inLanguage, listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow } from './lake-client.ts';
import { listed } from './lists-query.ts';
import { termSchema } from './taxonomy.ts';

/** What a feed can be of, named as its page's address names it. Each filter is one that an index of references serves. */
const kinds = {
  sections: { type: 'section', of: 'section._ref == $id' },
  topics: { type: 'topic', of: '$id in topics[]._ref' },
  places: { type: 'place', of: '$id in places[]._ref' },
  people: { type: 'person', of: '$id in bylines[].person._ref' },
} as const;

export type FeedKind = keyof typeof kinds;

export function isFeedKind(name: string): name is FeedKind {
  return Object.hasOwn(kinds, name);
}

const subjectSchema = termSchema.extend({ description: z.string().nullable() });
export type FeedSubject = z.infer<typeof subjectSchema> & { kind: FeedKind };

const subjectQuery = `
  *[_type == $type && slug.current == $slug][0...1]{
    "id": _id, "slug": slug.current, "title": coalesce(name, ${inLanguage('title')}),
    "description": coalesce(${inLanguage('description')}, ${inLanguage('bio')})
  }`;

/** What the feed at such an address is of; null when there is no such section, topic, place or person. */
export async function getFeedSubject(
  language: Language,
  kind: FeedKind,
  slug: string,
): Promise<FeedSubject | null> {
  const [row] = await getRows(subjectQuery, { language, type: kinds[kind].type, slug });
  return row ? { ...parseRow(subjectSchema, row), kind } : null;
}

/** The newest articles of a subject. */
export async function getFeedArticles(
  language: Language,
  { kind, id }: Pick<FeedSubject, 'kind' | 'id'>,
  to: number,
): Promise<Summary[]> {
  const query = `
    *[_type == "article" && ${kinds[kind].of} && language == $language && ${listable}]
    | order(publishedAt desc, _id asc)[0...$to]{${summaryFields}}`;
  return listed(await getRows(query, { language, id, to }));
}
