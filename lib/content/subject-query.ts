import { z } from 'zod';
import type { Language } from '#lib/i18n/language.ts';
import type { Summary } from './article.ts';
import { figureFields, inLanguage, listable, summaryFields } from './groq-parts.ts';
import { getRows, parseRow, unavailable } from './lake-client.ts';
import { listed } from './lists-query.ts';
import { pictureRow } from './picture-row.ts';
import { type Subject, type SubjectKind, subjectKinds, subjectSchema } from './subject.ts';

type Named = Pick<Subject, 'kind' | 'id'>;

const subjectQuery = `
  *[_type == $type && slug.current == $slug][0...1]{
    "id": _id, "slug": slug.current, "title": coalesce(name, ${inLanguage('title')}),
    "description": coalesce(${inLanguage('description')}, ${inLanguage('bio')}),
    "profile": select(_type == "person" => {
      "role": ${inLanguage('role')}, "sameAs": coalesce(sameAs, []), "isDesk": kind == "desk",
      "picture": select(defined(picture.image.asset._ref) => picture{${figureFields}})
    })
  }`;

const subjectRow = subjectSchema.extend({
  profile: z
    .object({
      role: z.string().nullable(),
      picture: pictureRow.nullish().transform((picture) => picture ?? null),
      sameAs: z.array(z.string()).transform((all) => all.filter((url) => url.startsWith('https://'))),
      isDesk: z.boolean(),
    })
    .nullable(),
});

/** null when there is no such section, topic, place or person. */
export async function getSubject(
  language: Language,
  kind: SubjectKind,
  slug: string,
): Promise<Subject | null> {
  const [row] = await getRows(subjectQuery, { language, type: subjectKinds[kind].type, slug });
  return row ? { ...parseRow(subjectRow, row), kind } : null;
}

const articlesOf = (kind: SubjectKind) =>
  `_type == "article" && ${subjectKinds[kind].holds} && language == $language && ${listable}`;

/** The newest first. */
export async function getSubjectArticles(
  language: Language,
  { kind, id }: Named,
  from: number,
  to: number,
): Promise<Summary[]> {
  const query = `*[${articlesOf(kind)}] | order(publishedAt desc, _id asc)[$from...$to]{${summaryFields}}`;
  return listed(await getRows(query, { language, id, from, to }));
}

const countRow = z.object({ count: z.number().int().min(0) });

export async function getSubjectCount(language: Language, { kind, id }: Named): Promise<number> {
  // One row, so that a missing answer cannot pass for zero.
  const query = `[{ "id": $id, "count": count(*[${articlesOf(kind)}]) }]`;
  const [row] = await getRows(query, { language, id });
  if (!row) throw unavailable('The content lake did not count.');
  return parseRow(countRow, row).count;
}
