import { getArticlesOut } from '#lib/content/newsletter-articles-query.ts';
import type { ScheduledList } from '#lib/content/scheduled-list.ts';
import type { Database } from '#lib/db/database.ts';
import { chooseArticles, comesOutAt } from './choose-articles.ts';
import { instantKey } from './edition-keys.ts';
import { graceMs } from './judge-desk.ts';
import { addEdition, findKnownKeys } from './plan-store.ts';

/** What came out longer ago and was not sent is nobody's business. */
const lookBackMs = 48 * 3_600_000;

/**
 * An edition for each article that a List sends at once. By its key there never is another one, so that publishing
 * again mails nobody again; what is seen too late waits for a person.
 */
export async function planInstants(db: Database, lists: ScheduledList[], now: Date): Promise<void> {
  const instants = lists.filter((list) => list.cadence === 'instant');
  if (instants.length === 0) return;
  const period = { from: new Date(now.getTime() - lookBackMs), until: now };
  const articles = await getArticlesOut(period.from, period.until);
  const plans = instants.flatMap((list) =>
    chooseArticles(articles, list, period, now).map((article) => ({
      key: instantKey(list.id, article.id),
      listId: list.id,
      language: list.language,
      articleIds: [article.id],
      dueAt: new Date(comesOutAt(article)),
    })),
  );
  const known = await findKnownKeys(
    db,
    plans.map((plan) => plan.key),
  );
  for (const plan of plans.filter(({ key }) => !known.has(key))) {
    const isLate = now.getTime() - plan.dueAt.getTime() > graceMs;
    const seen = isLate ? ({ state: 'missed', reason: 'too late' } as const) : { state: 'planned' as const };
    await addEdition(db, { ...plan, ...seen, kind: 'instant' }, now);
  }
}
