import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { unsuppressSubscriber } from './subscriber-store.ts';
import { findSuppression, removeSuppression, suppressionHash } from './suppression-store.ts';

/**
 * Mail may go to this address again: it bounced by mistake, say. Its subscriber chooses newsletters anew, signed in or by
 * a confirmation: what was wanted before the suppression is not known to be wanted now. `was`: the reason that is gone.
 */
export async function liftSuppression(
  db: Database,
  secret: string,
  emailKey: string,
): Promise<{ was: string | null }> {
  return db.transaction(async (tx) => {
    const emailHash = suppressionHash(secret, emailKey);
    const before = await findSuppression(tx, emailHash);
    const subscriberId = await unsuppressSubscriber(tx, emailKey);
    await removeSuppression(tx, emailHash);
    if (before) log.info({ event: 'subscriber.suppression_lifted', subscriberId });
    return { was: before?.reason ?? null };
  });
}
