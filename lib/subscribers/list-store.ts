import { and, asc, eq, notInArray } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { subscriberLists, subscribers } from '#lib/db/schema.ts';

/**
 * Makes these the subscriber's lists, and no others; what stays keeps the day it was chosen. The subscriber's row is
 * locked first: of two choices at once the later one holds, never a mixture. An edition that is being frozen refers to
 * the same row for as long as that takes, and is not waited for.
 */
export async function setLists(
  db: Queryable,
  subscriberId: string,
  listIds: string[],
  now: Date,
): Promise<void> {
  const own = eq(subscriberLists.subscriberId, subscriberId);
  await db.transaction(async (tx) => {
    await tx
      .select({ id: subscribers.id })
      .from(subscribers)
      .where(eq(subscribers.id, subscriberId))
      .for('no key update');
    await tx.delete(subscriberLists).where(and(own, notInArray(subscriberLists.listId, listIds)));
    const rows = [...new Set(listIds)].map((listId) => ({ subscriberId, listId, chosenAt: now }));
    if (rows.length > 0) await tx.insert(subscriberLists).values(rows).onConflictDoNothing();
  });
}

/** By the primary key. */
export async function listsOf(db: Queryable, subscriberId: string): Promise<string[]> {
  const rows = await db
    .select({ listId: subscriberLists.listId })
    .from(subscriberLists)
    .where(eq(subscriberLists.subscriberId, subscriberId))
    .orderBy(asc(subscriberLists.listId));
  return rows.map((row) => row.listId);
}
