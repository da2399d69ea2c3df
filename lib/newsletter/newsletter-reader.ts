import type { Queryable } from '#lib/db/database.ts';
import { listsOf } from '#lib/subscribers/list-store.ts';
import { findSubscriber, type Subscriber } from '#lib/subscribers/subscriber-store.ts';
import { findEdition } from './edition-store.ts';
import { openNewsletterToken } from './newsletter-token.ts';

/**
 * Whom a mail's link belongs to, with what they chose, and the List whose edition brought the link; or why nobody.
 * `gone`: the account was deleted since.
 */
export type NewsletterReader =
  | { kind: 'known'; subscriber: Subscriber; listIds: string[]; editionListId: string | null }
  | { kind: 'unknown' }
  | { kind: 'gone' };

export async function findNewsletterReader(
  db: Queryable,
  secret: string,
  token: string,
): Promise<NewsletterReader> {
  const holder = openNewsletterToken(secret, token);
  if (!holder) return { kind: 'unknown' };
  const subscriber = await findSubscriber(db, holder.subscriberId);
  if (!subscriber) return { kind: 'gone' };
  const edition = holder.editionId === null ? null : await findEdition(db, holder.editionId);
  const listIds = await listsOf(db, subscriber.id);
  return { kind: 'known', subscriber, listIds, editionListId: edition?.listId ?? null };
}
