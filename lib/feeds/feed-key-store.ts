import { eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { feedKeys, subscribers } from '#lib/db/schema.ts';
import type { Language } from '#lib/i18n/language.ts';

type KeyRow = typeof feedKeys.$inferSelect;

/** The subscriber's one key; a former one opens nothing from then on. By the unique key on the subscriber. */
export async function putFeedKey(db: Queryable, row: KeyRow): Promise<void> {
  const { id, keyHash, createdAt } = row;
  await db
    .insert(feedKeys)
    .values(row)
    .onConflictDoUpdate({ target: feedKeys.subscriberId, set: { id, keyHash, createdAt } });
}

export async function removeFeedKey(db: Queryable, subscriberId: string): Promise<void> {
  await db.delete(feedKeys).where(eq(feedKeys.subscriberId, subscriberId));
}

export async function findFeedKey(
  db: Queryable,
  subscriberId: string,
): Promise<Pick<KeyRow, 'id' | 'keyHash'> | null> {
  const rows = await db
    .select({ id: feedKeys.id, keyHash: feedKeys.keyHash })
    .from(feedKeys)
    .where(eq(feedKeys.subscriberId, subscriberId));
  return rows[0] ?? null;
}

export type FeedReader = { subscriberId: string; language: Language };

/** Whose key it is, and the language in which they are written to. By the unique hash. */
export async function findFeedReader(db: Queryable, keyHash: string): Promise<FeedReader | null> {
  const rows = await db
    .select({ subscriberId: subscribers.id, language: subscribers.language })
    .from(feedKeys)
    .innerJoin(subscribers, eq(subscribers.id, feedKeys.subscriberId))
    .where(eq(feedKeys.keyHash, keyHash));
  return rows[0] ?? null;
}
