import { randomUUID } from 'node:crypto';
import type { Queryable } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { hashToken, isToken, keyedHash } from '#lib/subscribers/secret-token.ts';
import { type FeedReader, findFeedKey, findFeedReader, putFeedKey, removeFeedKey } from './feed-key-store.ts';

/** Comes from the row's id, so that its owner can see it again though only its hash is kept. */
function keyOf(secret: string, id: string): string {
  return keyedHash(secret, 'feed v1', id);
}

/** The subscriber's feed gets this address; one that it had before ends. */
export async function makePrivateFeed(
  db: Queryable,
  secret: string,
  subscriberId: string,
  now: Date,
): Promise<void> {
  const id = randomUUID();
  await putFeedKey(db, { id, keyHash: hashToken(keyOf(secret, id)), subscriberId, createdAt: now });
  log.info({ event: 'feed.key_made', subscriberId });
}

export async function endPrivateFeed(db: Queryable, subscriberId: string): Promise<void> {
  await removeFeedKey(db, subscriberId);
  log.info({ event: 'feed.key_ended', subscriberId });
}

/** The key as its owner may see it; null: they have no feed, or one of another secret, which can only be replaced. */
export async function privateFeedKey(
  db: Queryable,
  secret: string,
  subscriberId: string,
): Promise<string | null> {
  const found = await findFeedKey(db, subscriberId);
  const key = found && keyOf(secret, found.id);
  return key && hashToken(key) === found.keyHash ? key : null;
}

/** Whose feed has this key; null when nobody's, any more or ever. */
export async function openPrivateFeed(db: Queryable, key: string): Promise<FeedReader | null> {
  return isToken(key) ? findFeedReader(db, hashToken(key)) : null;
}
