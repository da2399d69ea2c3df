import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { suppressSubscriber } from './subscriber-store.ts';
import { addSuppression, erased, findSuppression, suppressionHash } from './suppression-store.ts';

/**
 * No mail to this address any more, whatever it signs up for. What is queued for it is dropped when its turn comes.
 * `was`: the reason for which it got none already, which stays.
 */
export async function suppressAddress(
  db: Database,
  secret: string,
  { emailKey, reason }: { emailKey: string; reason: string },
  now: Date,
): Promise<{ isSubscriber: boolean; was: string | null }> {
  return db.transaction(async (tx) => {
    const emailHash = suppressionHash(secret, emailKey);
    const before = await findSuppression(tx, emailHash);
    const subscriberId = await suppressSubscriber(tx, emailKey);
    await addSuppression(tx, { emailHash, reason }, now);
    log.info({ event: 'subscriber.suppressed', subscriberId });
    const was = before && before.reason !== erased ? before.reason : null;
    return { isSubscriber: subscriberId !== null, was };
  });
}
