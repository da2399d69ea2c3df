import { getArticlesOut } from '#lib/content/newsletter-articles-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import type { Queryable } from '#lib/db/database.ts';
import { chooseArticles } from './choose-articles.ts';
import { type Edition, findLastDigestBefore } from './edition-store.ts';
import { cadenceMs } from './next-occurrence.ts';

type Planned = Pick<Edition, 'id' | 'kind' | 'listId' | 'articleIds' | 'dueAt'>;

/**
 * From when on a digest gathers: where the one before ended. One that nobody sent leaves its articles to the next, but
 * nothing older than two of its cadences is news. The first of a List has one cadence to tell.
 */
export async function periodStart(
  db: Queryable,
  edition: Planned,
  list: ScheduledList,
): Promise<Date | null> {
  if (edition.kind !== 'digest') return null;
  const cadence = cadenceMs[list.cadence];
  const before = await findLastDigestBefore(db, edition);
  const back = before ? 2 * cadence : cadence;
  return new Date(Math.max(edition.dueAt.getTime() - back, before?.getTime() ?? 0));
}

/** Which articles an edition has, with those of a digest that came out until an instant. */
export async function chooseForEdition(
  edition: Planned,
  list: ScheduledList,
  { from, until }: { from: Date | null; until: Date },
  now: Date,
): Promise<string[]> {
  if (from === null) return edition.articleIds;
  const articles = await getArticlesOut(from, until);
  return chooseArticles(articles, list, { from, until }, now).map((article) => article.id);
}
