import { and, asc, desc, gte, inArray, notInArray, type SQL } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { editions } from '#lib/db/schema.ts';
import { editionsInDoubt } from '#lib/mail/edition-progress-store.ts';
import type { Edition } from '#lib/newsletter/edition-store.ts';

const most = 100;
const mostResults = 30;

/** What has not gone out, the next first: missed ones can be many, and take no place from those that are to go. */
export async function findComing(db: Queryable): Promise<Edition[]> {
  const missed = await findOpen(db, ['missed'], desc(editions.dueAt));
  return [...missed.reverse(), ...(await findOpen(db, ['planned', 'held'], asc(editions.dueAt)))];
}

/** By the index of open editions. */
function findOpen(db: Queryable, states: Edition['state'][], order: SQL): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(inArray(editions.state, states))
    .orderBy(order, asc(editions.key))
    .limit(most);
}

export function findUnderWay(db: Queryable): Promise<Edition[]> {
  return findOpen(db, ['sending', 'paused'], asc(editions.dueAt));
}

const ended = inArray(editions.state, ['sent', 'empty', 'cancelled']);

/**
 * What has ended, the newest first, and before it whatever has mails that a person must decide about, however old. By
 * the indexes on the time due and of uncertain rows.
 */
export async function findEnded(db: Queryable, since: Date): Promise<Edition[]> {
  const newestFirst = [desc(editions.dueAt), asc(editions.key)];
  const inDoubt = await db
    .select()
    .from(editions)
    .where(and(ended, inArray(editions.id, editionsInDoubt(db))))
    .orderBy(...newestFirst)
    .limit(most);
  const known = inDoubt.map(({ id }) => id);
  const recent = await db
    .select()
    .from(editions)
    .where(and(ended, gte(editions.dueAt, since), notInArray(editions.id, known)))
    .orderBy(...newestFirst)
    .limit(mostResults);
  return [...inDoubt, ...recent];
}
