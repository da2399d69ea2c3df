import { and, desc, eq, gte, lt, sql, sum } from 'drizzle-orm';
import type { Database } from '#lib/db/database.ts';
import { pageViews } from '#lib/db/schema.ts';
import type { Language } from '#lib/i18n/language.ts';
import type { ViewCount } from './view-counter.ts';

const rowsAtOnce = 1000;

/** Adds to what is there. Rows go in the order of their key, so that two instances never wait for each other. */
export async function addViews(db: Database, counts: ViewCount[]): Promise<void> {
  const keyOf = ({ language, slug, hour }: ViewCount) => `${language} ${slug} ${hour.toISOString()}`;
  const sorted = counts
    .map((count) => ({ key: keyOf(count), count }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ count }) => count);
  for (let from = 0; from < sorted.length; from += rowsAtOnce) {
    await db
      .insert(pageViews)
      .values(sorted.slice(from, from + rowsAtOnce))
      .onConflictDoUpdate({
        target: [pageViews.language, pageViews.slug, pageViews.hour],
        set: { count: sql`${pageViews.count} + excluded.count` },
      });
  }
}

/** The slugs of the articles that were opened most since then, the most first; served by the index of hours. */
export async function findMostRead(
  db: Database,
  language: Language,
  since: Date,
  most: number,
): Promise<string[]> {
  const rows = await db
    .select({ slug: pageViews.slug })
    .from(pageViews)
    .where(and(eq(pageViews.language, language), gte(pageViews.hour, since)))
    .groupBy(pageViews.slug)
    .orderBy(desc(sum(pageViews.count)), pageViews.slug)
    .limit(most);
  return rows.map(({ slug }) => slug);
}

export async function forgetViewsBefore(db: Database, instant: Date): Promise<void> {
  await db.delete(pageViews).where(lt(pageViews.hour, instant));
}
