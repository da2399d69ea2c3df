import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#lib/db/database.ts';
import { editions, subscriberLists, subscribers, unsubscriptions } from '#lib/db/schema.ts';
import type { Subscriber } from '#lib/subscribers/subscriber-store.ts';

export type Unsubscription = typeof unsubscriptions.$inferSelect;

/** What is written down of a leaving; the edition of a very old mail may be gone, and then none is named. */
export async function addUnsubscription(
  tx: Transaction,
  left: Pick<Unsubscription, 'subscriberId' | 'editionId' | 'listId' | 'reason'>,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const known = tx.select({ id: editions.id }).from(editions).where(sql`${editions.id} = ${left.editionId}`);
  await tx
    .insert(unsubscriptions)
    .values({ ...left, id, editionId: left.editionId && sql`(${known})`, createdAt: now });
  return id;
}

/** No newsletter any more. The state stands in the condition: nobody leaves twice. False: there was nothing to leave. */
export async function markUnsubscribed(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(subscribers)
    .set({ state: 'unsubscribed', unsubscribedAt: now })
    .where(and(eq(subscribers.id, id), eq(subscribers.state, 'confirmed')))
    .returning({ id: subscribers.id });
  return rows.length === 1;
}

/** By the primary key. False: it was not chosen. */
export async function dropList(tx: Transaction, subscriberId: string, listId: string): Promise<boolean> {
  const rows = await tx
    .delete(subscriberLists)
    .where(and(eq(subscriberLists.subscriberId, subscriberId), eq(subscriberLists.listId, listId)))
    .returning({ listId: subscriberLists.listId });
  return rows.length === 1;
}

export async function putBackList(
  tx: Transaction,
  subscriberId: string,
  listId: string,
  now: Date,
): Promise<void> {
  await tx.insert(subscriberLists).values({ subscriberId, listId, chosenAt: now }).onConflictDoNothing();
}

/** By the primary key, and only its own subscriber's. */
export async function findUnsubscription(
  db: Queryable,
  subscriberId: string,
  id: string,
): Promise<Unsubscription | null> {
  const rows = await db
    .select()
    .from(unsubscriptions)
    .where(and(eq(unsubscriptions.id, id), eq(unsubscriptions.subscriberId, subscriberId)));
  return rows[0] ?? null;
}

/** By the index of subscribers: the last time that all newsletters were left and it was not taken back. */
function findLastLeaving(db: Queryable, subscriberId: string): Promise<Unsubscription | null> {
  return findNewest(db, subscriberId, isNull(unsubscriptions.listId));
}

/** By the index of subscribers: the last time that this List was left and it was not taken back. */
export function findListLeaving(
  db: Queryable,
  subscriberId: string,
  listId: string,
): Promise<Unsubscription | null> {
  return findNewest(db, subscriberId, eq(unsubscriptions.listId, listId));
}

async function findNewest(db: Queryable, subscriberId: string, what: SQL): Promise<Unsubscription | null> {
  const rows = await db
    .select()
    .from(unsubscriptions)
    .where(and(eq(unsubscriptions.subscriberId, subscriberId), what, isNull(unsubscriptions.undoneAt)))
    .orderBy(desc(unsubscriptions.createdAt))
    .limit(1);
  return rows[0] ?? null;
}

/**
 * What this subscriber has left and not taken back: everything, or else the one List of the leaving that is named. Null
 * for whoever gets what they chose.
 */
export async function findLeaving(
  db: Queryable,
  { id, state }: Subscriber,
  named: string | null,
): Promise<Unsubscription | null> {
  if (state === 'unsubscribed') return findLastLeaving(db, id);
  const leaving = named === null ? null : await findUnsubscription(db, id, named);
  return leaving?.listId && leaving.undoneAt === null ? leaving : null;
}

export async function markUndone(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.update(unsubscriptions).set({ undoneAt: now }).where(eq(unsubscriptions.id, id));
}

/** By the primary key, and only its own subscriber's; the last word holds. False: there is no such leaving. */
export async function setLeaveReason(
  db: Queryable,
  { subscriberId, id, reason }: { subscriberId: string; id: string; reason: string | null },
): Promise<boolean> {
  const rows = await db
    .update(unsubscriptions)
    .set({ reason })
    .where(and(eq(unsubscriptions.id, id), eq(unsubscriptions.subscriberId, subscriberId)))
    .returning({ id: unsubscriptions.id });
  return rows.length === 1;
}
