import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import {
  deliveries,
  gifts,
  sessions,
  signInRequests,
  subscriberLists,
  subscribers,
  suppressions,
  tokens,
} from '#lib/db/schema.ts';

/**
 * Everything that is kept about an address, but for the hashes of secrets, which tell nothing. Each table is asked by
 * the index of its subscriber.
 */
export async function findHeldData(db: Queryable, address: { emailKey: string; emailHash: string }) {
  const [subscriber] = await db.select().from(subscribers).where(eq(subscribers.emailKey, address.emailKey));
  const [suppression] = await db
    .select({ reason: suppressions.reason, since: suppressions.createdAt })
    .from(suppressions)
    .where(eq(suppressions.emailHash, address.emailHash));
  return {
    suppression: suppression ?? null,
    subscriber: subscriber ? { ...subscriber, ...(await belongingsOf(db, subscriber.id)) } : null,
  };
}

export type HeldData = Awaited<ReturnType<typeof findHeldData>>;

async function belongingsOf(db: Queryable, id: string) {
  return {
    lists: await db
      .select({ id: subscriberLists.listId, chosenAt: subscriberLists.chosenAt })
      .from(subscriberLists)
      .where(eq(subscriberLists.subscriberId, id))
      .orderBy(asc(subscriberLists.listId)),
    sessions: await db
      .select({
        id: sessions.id,
        device: sessions.device,
        createdAt: sessions.createdAt,
        lastUsedAt: sessions.lastUsedAt,
      })
      .from(sessions)
      .where(eq(sessions.subscriberId, id))
      .orderBy(asc(sessions.createdAt)),
    gifts: await db
      .select({
        id: gifts.id,
        articleId: gifts.articleId,
        createdAt: gifts.createdAt,
        expiresAt: gifts.expiresAt,
        revokedAt: gifts.revokedAt,
      })
      .from(gifts)
      .where(eq(gifts.giverId, id))
      .orderBy(asc(gifts.createdAt)),
    mails: await db
      .select({
        id: deliveries.id,
        purpose: deliveries.purpose,
        state: deliveries.state,
        editionId: deliveries.editionId,
        language: deliveries.language,
        sourcePath: deliveries.sourcePath,
        listIds: deliveries.listIds,
        createdAt: deliveries.createdAt,
        settledAt: deliveries.settledAt,
        smtpCode: deliveries.smtpCode,
        reason: deliveries.reason,
      })
      .from(deliveries)
      .where(eq(deliveries.subscriberId, id))
      .orderBy(asc(deliveries.createdAt)),
    links: await db
      .select({
        purpose: tokens.purpose,
        sourcePath: tokens.sourcePath,
        listIds: tokens.listIds,
        createdAt: tokens.createdAt,
        expiresAt: tokens.expiresAt,
        spentAt: tokens.spentAt,
      })
      .from(tokens)
      .where(eq(tokens.subscriberId, id))
      .orderBy(asc(tokens.createdAt)),
    signInRequests: await db
      .select({
        createdAt: signInRequests.createdAt,
        expiresAt: signInRequests.expiresAt,
        attempts: signInRequests.attempts,
      })
      .from(signInRequests)
      .where(eq(signInRequests.subscriberId, id))
      .orderBy(asc(signInRequests.createdAt)),
  };
}
