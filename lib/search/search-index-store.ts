import { inArray, lte, sql } from 'drizzle-orm';
import type { Summary } from '#lib/content/article.ts';
import type { Queryable } from '#lib/db/database.ts';
import { searchDocuments } from '#lib/db/schema.ts';
import { vectorOf } from './search-language-store.ts';

type Searched = Pick<
  Summary,
  | 'id'
  | 'language'
  | 'slug'
  | 'kind'
  | 'headline'
  | 'standfirst'
  | 'access'
  | 'firstPublishedAt'
  | 'publishedAt'
  | 'embargoUntil'
>;

export type SearchRow = Searched & {
  sectionId: string;
  topicIds: string[];
  /** Whether anybody may find it at all. */
  listed: boolean;
  openText: string;
  gatedText: string;
  changedAt: string;
  previewParagraphs: number;
};

/** Writes what is searched of an article, unless a newer state of it is there. */
export async function saveSearchRow(db: Queryable, row: SearchRow): Promise<void> {
  const { id: articleId, ...article } = row;
  const { language, openText, gatedText } = article;
  const vector = (body: string) =>
    sql<string>`setweight(${vectorOf(sql`${row.headline}::text`, language)}, 'A')
      || setweight(${vectorOf(sql`${row.standfirst}::text`, language)}, 'B')
      || ${vectorOf(sql`${body}::text`, language)}`;
  const instant = (text: string) => new Date(text);
  const values = {
    ...article,
    articleId,
    firstPublishedAt: instant(row.firstPublishedAt),
    publishedAt: instant(row.publishedAt),
    embargoUntil: row.embargoUntil === null ? null : instant(row.embargoUntil),
    changedAt: instant(row.changedAt),
    openVector: vector(openText),
    wholeVector: vector(joined(openText, gatedText)),
  };
  await db
    .insert(searchDocuments)
    .values(values)
    .onConflictDoUpdate({
      target: searchDocuments.articleId,
      set: values,
      setWhere: lte(searchDocuments.changedAt, values.changedAt),
    });
}

/** Both halves of a text, as snippets show them. */
function joined(openText: string, gatedText: string): string {
  return [openText, gatedText].filter((text) => text !== '').join('\n');
}

export async function deleteSearchRows(db: Queryable, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  await db.delete(searchDocuments).where(inArray(searchDocuments.articleId, [...articleIds]));
}

export type IndexedState = { id: string; changedAt: Date; previewParagraphs: number };

/** What is in the index, all of it: two numbers for each article. */
export function findIndexedStates(db: Queryable): Promise<IndexedState[]> {
  const { articleId: id, changedAt, previewParagraphs } = searchDocuments;
  return db.select({ id, changedAt, previewParagraphs }).from(searchDocuments);
}
