import { getArticlesOut } from '#lib/content/newsletter-articles-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import type { Queryable } from '#lib/db/database.ts';
import { chooseArticles, isInList } from './choose-articles.ts';
import {
  type Edition,
  findLastCancelledBefore,
  findLastDigestBefore,
  findMailedArticles,
  hasEarlierDigest,
} from './edition-store.ts';
import { cadenceMs } from './next-occurrence.ts';

type Planned = Pick<Edition, 'id' | 'kind' | 'listId' | 'articleIds' | 'dueAt'>;

/**
 * From when on a digest gathers: where the one before ended. One that nobody sent leaves its articles to the next, but
 * nothing older than two of its cadences, and the hours by which clocks and editors move them, is news. The very first
 * of a List has one cadence to tell.
 */
export async function periodStart(
  db: Queryable,
  edition: Planned,
  list: ScheduledList,
): Promise<Date | null> {
  if (edition.kind !== 'digest') return null;
  const cadence = cadenceMs[list.cadence];
  const before = await findLastDigestBefore(db, edition);
  const isFirst = !before && !(await hasEarlierDigest(db, edition));
  const back = isFirst ? cadence : 2 * cadence + cadenceMs.daily;
  return new Date(Math.max(edition.dueAt.getTime() - back, before?.getTime() ?? 0));
}

/** Until when it gathers, and whether it goes out without a person's having asked for it now. */
type Period = { from: Date | null; until: Date; isByItself: boolean };

/**
 * Which articles an edition has. Of a digest: all that have come out since the one before, and late ones that were not
 * to be seen when that one was made, in a publish that took seconds or held by a lawyer. An instant edition that goes
 * out by itself asks again whether its article still fits its List.
 */
export async function chooseForEdition(
  db: Queryable,
  edition: Planned,
  list: ScheduledList,
  { from, until, isByItself }: Period,
  now: Date,
): Promise<string[]> {
  if (edition.kind === 'instant' && isByItself) return whatStillFits(edition, list, now);
  if (from === null) return edition.articleIds;
  const since = await lateSince(db, edition, list, from);
  const articles = await getArticlesOut(since, until);
  const chosen = chooseArticles(articles, list, { from: since, until }, now).map((article) => article.id);
  const known = await findMailedArticles(db, edition, since);
  return chosen.filter((id) => !known.has(id));
}

async function whatStillFits(
  { articleIds, dueAt }: Planned,
  list: ScheduledList,
  now: Date,
): Promise<string[]> {
  const articles = await getArticlesOut(dueAt, dueAt);
  return articles
    .filter((one) => articleIds.includes(one.id) && isInList(one, list, now))
    .map(({ id }) => id);
}

/** A cadence further back, but not into what an editor has cancelled, nor before the List's first digest. */
async function lateSince(db: Queryable, edition: Planned, list: ScheduledList, from: Date): Promise<Date> {
  const before = await findLastDigestBefore(db, edition);
  if (!before) return from;
  const cancelled = await findLastCancelledBefore(db, edition);
  const late = from.getTime() - cadenceMs[list.cadence];
  return new Date(Math.min(from.getTime(), Math.max(late, cancelled?.getTime() ?? 0)));
}
