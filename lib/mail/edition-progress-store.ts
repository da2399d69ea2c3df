import { and, count, desc, eq, gte, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries, editions, unsubscriptions } from '#lib/db/schema.ts';
import type { Edition } from '#lib/newsletter/edition-store.ts';

/** Long enough to be steady, short enough to be true now. */
const rateOverMs = 60_000;

export type EditionProgress = {
  audience: number;
  /** Rows by state; `waiting` are queued or in a worker's hands. */
  waiting: number;
  sent: number;
  failed: number;
  uncertain: number;
  /** Those who left or were suppressed after the freeze. */
  dropped: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
  /** Over the last minute. */
  perSecond: number;
  /** Null while it is not known, or does not move. */
  secondsLeft: number | null;
};

/** What has become of an edition's mails so far, by the index of editions and subscribers. */
export async function findProgress(db: Queryable, editionId: string, now: Date): Promise<EditionProgress> {
  const since = new Date(now.getTime() - rateOverMs).toISOString();
  const howMany = (condition: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${condition})::int`;
  const state = deliveries.state;
  const isSettledLately = sql`${state} in ('sent', 'failed', 'uncertain', 'dropped') and ${deliveries.settledAt} > ${since}::timestamptz`;
  const [[rows], [left]] = await Promise.all([
    db
      .select({
        audience: count(),
        waiting: howMany(sql`${state} in ('queued', 'sending')`),
        sent: howMany(sql`${state} = 'sent'`),
        failed: howMany(sql`${state} = 'failed'`),
        uncertain: howMany(sql`${state} = 'uncertain'`),
        dropped: howMany(sql`${state} = 'dropped'`),
        bounced: howMany(sql`${deliveries.bouncedAt} is not null`),
        complained: howMany(sql`${deliveries.complainedAt} is not null`),
        lately: howMany(isSettledLately),
        firstLately: sql<Date | null>`min(${deliveries.settledAt}) filter (where ${isSettledLately})`.mapWith(
          deliveries.settledAt,
        ),
      })
      .from(deliveries)
      .where(eq(deliveries.editionId, editionId)),
    db
      .select({ unsubscribed: count() })
      .from(unsubscriptions)
      .where(and(eq(unsubscriptions.editionId, editionId), isNull(unsubscriptions.undoneAt))),
  ]);
  if (!rows || !left) throw new Error('A count returned no row');
  const { lately, firstLately, ...counts } = rows;
  // An edition that began a moment ago has not been sending for the whole minute.
  const seconds = Math.max(1, (now.getTime() - (firstLately?.getTime() ?? now.getTime())) / 1000);
  const perSecond = lately / seconds;
  const secondsLeft = perSecond > 0 ? Math.ceil(counts.waiting / perSecond) : null;
  return { ...counts, unsubscribed: left.unsubscribed, perSecond, secondsLeft };
}

/** By the index of uncertain rows, which are few. */
export function editionsInDoubt(db: Queryable) {
  return db
    .select({ id: deliveries.editionId })
    .from(deliveries)
    .where(and(eq(deliveries.state, 'uncertain'), isNotNull(deliveries.editionId)));
}

/** What a person may want to look at: everything that is under way, stopped or in doubt, and what was settled lately. */
export async function listEditionsAtWork(db: Queryable, since: Date): Promise<Edition[]> {
  return (
    db
      .select()
      .from(editions)
      .where(
        or(
          inArray(editions.state, ['sending', 'paused', 'missed', 'held']),
          and(eq(editions.state, 'sent'), gte(editions.settledAt, since)),
          inArray(editions.id, editionsInDoubt(db)),
        ),
      )
      // What has ended well comes last: it must not hide what a person has to decide.
      .orderBy(
        sql`${editions.state} = 'sent' and ${editions.id} not in (${editionsInDoubt(db)})`,
        desc(editions.dueAt),
      )
      .limit(50)
  );
}
