import type { Database } from '#lib/db/database.ts';
import { subscriberState } from '#lib/db/schema.ts';
import { languages } from '#lib/i18n/language.ts';
import {
  countByDay,
  countByList,
  countBySourceArticle,
  countByStateAndLanguage,
} from './subscriber-counts-store.ts';

const days = 30;
const mostSources = 20;
const freshMs = 60_000;

/** What an editor may know of the readers: numbers, and never who. */
export type SubscriberCounts = Awaited<ReturnType<typeof countSubscribers>>;

export async function countSubscribers(db: Database, timeZone: string, now: Date) {
  const [byState, lists, byDay, sources] = await Promise.all([
    countByStateAndLanguage(db),
    countByList(db),
    countByDay(db, { now, timeZone, days }),
    countBySourceArticle(db, mostSources),
  ]);
  const sum = (matches: (row: (typeof byState)[number]) => boolean) =>
    byState.filter(matches).reduce((total, row) => total + row.count, 0);
  return {
    countedAt: now.toISOString(),
    timeZone,
    states: subscriberState.enumValues.map((state) => ({ state, count: sum((row) => row.state === state) })),
    languages: languages.map((language) => ({
      language,
      count: sum((row) => row.language === language && row.state === 'confirmed'),
    })),
    lists,
    days: byDay,
    sources,
  };
}

/** Counted anew once a minute at most, whoever asks and however often. A count that fails is not kept. */
export function minutelyCounts(
  count: typeof countSubscribers = countSubscribers,
): (db: Database, timeZone: string, now: Date) => Promise<SubscriberCounts> {
  let kept: { counts: Promise<SubscriberCounts>; timeZone: string; until: number } | null = null;
  return (db, timeZone, now) => {
    if (kept && kept.timeZone === timeZone && kept.until > now.getTime()) return kept.counts;
    const fresh = { counts: count(db, timeZone, now), timeZone, until: now.getTime() + freshMs };
    kept = fresh;
    fresh.counts.catch(() => {
      if (kept === fresh) kept = null;
    });
    return fresh.counts;
  };
}
