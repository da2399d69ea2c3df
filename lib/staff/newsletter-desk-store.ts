import { asc, desc, gte, inArray, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { editions } from '#lib/db/schema.ts';
import type { Edition } from '#lib/newsletter/edition-store.ts';

const most = 100;
const mostResults = 30;

/** What has not gone out, the next first. By the index of open editions. */
export function findComing(db: Queryable): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(inArray(editions.state, ['planned', 'held', 'missed']))
    .orderBy(asc(editions.dueAt), asc(editions.key))
    .limit(most);
}

/** By the index of open editions. */
export function findUnderWay(db: Queryable): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(inArray(editions.state, ['sending', 'paused']))
    .orderBy(asc(editions.dueAt), asc(editions.key))
    .limit(most);
}

/** What has ended, the newest first. By the index on the time due. */
export function findEnded(db: Queryable, since: Date): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(sql`${gte(editions.dueAt, since)} and ${inArray(editions.state, ['sent', 'empty', 'cancelled'])}`)
    .orderBy(desc(editions.dueAt), asc(editions.key))
    .limit(mostResults);
}
