import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import {
  deliveries,
  feedKeys,
  gifts,
  sessions,
  signInRequests,
  subscriberLists,
  subscribers,
  tokens,
  unsubscriptions,
} from '#lib/db/schema.ts';

/**
 * Everything we hold of one person, table by table, but for the hashes that guard their doors. Whoever adds a table
 * that refers to a subscriber adds it here; a test compares this with the database's own foreign keys.
 */
export async function findPersonalData(db: Queryable, subscriberId: string) {
  const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.id, subscriberId));
  if (!subscriber) return null;
  const lists = await db
    .select({ id: subscriberLists.listId, chosenAt: subscriberLists.chosenAt })
    .from(subscriberLists)
    .where(eq(subscriberLists.subscriberId, subscriberId))
    .orderBy(asc(subscriberLists.listId));
  const openSessions = await db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .where(eq(sessions.subscriberId, subscriberId))
    .orderBy(asc(sessions.createdAt));
  const given = await db
    .select({
      articleId: gifts.articleId,
      createdAt: gifts.createdAt,
      expiresAt: gifts.expiresAt,
      revokedAt: gifts.revokedAt,
    })
    .from(gifts)
    .where(eq(gifts.giverId, subscriberId))
    .orderBy(asc(gifts.createdAt));
  const mails = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.subscriberId, subscriberId))
    .orderBy(asc(deliveries.createdAt));
  const links = await db
    .select({
      purpose: tokens.purpose,
      sourcePath: tokens.sourcePath,
      listIds: tokens.listIds,
      createdAt: tokens.createdAt,
      expiresAt: tokens.expiresAt,
      spentAt: tokens.spentAt,
    })
    .from(tokens)
    .where(eq(tokens.subscriberId, subscriberId))
    .orderBy(asc(tokens.createdAt));
  const requests = await db
    .select({
      attempts: signInRequests.attempts,
      createdAt: signInRequests.createdAt,
      expiresAt: signInRequests.expiresAt,
    })
    .from(signInRequests)
    .where(eq(signInRequests.subscriberId, subscriberId))
    .orderBy(asc(signInRequests.createdAt));
  const leavings = await db
    .select({
      listId: unsubscriptions.listId,
      editionId: unsubscriptions.editionId,
      reason: unsubscriptions.reason,
      createdAt: unsubscriptions.createdAt,
      undoneAt: unsubscriptions.undoneAt,
    })
    .from(unsubscriptions)
    .where(eq(unsubscriptions.subscriberId, subscriberId))
    .orderBy(asc(unsubscriptions.createdAt));
  const ownFeeds = await db
    .select({ createdAt: feedKeys.createdAt })
    .from(feedKeys)
    .where(eq(feedKeys.subscriberId, subscriberId));
  return {
    subscriber,
    lists,
    sessions: openSessions,
    gifts: given,
    mails,
    links,
    signInRequests: requests,
    leavings,
    feeds: ownFeeds,
  };
}

export type PersonalData = NonNullable<Awaited<ReturnType<typeof findPersonalData>>>;
