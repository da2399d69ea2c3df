import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { deleteSubscriber } from './subscriber-store.ts';
import { addSuppression, erased, suppressionHash } from './suppression-store.ts';

/**
 * Forgets a subscriber: the row goes, and with it lists, sessions, tokens, gifts and mails (the schema cascades). What
 * stays is a keyed hash, so that no import brings the address back. False: there is no such subscriber (any more).
 */
export async function eraseSubscriber(
  db: Database,
  secret: string,
  subscriberId: string,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const gone = await deleteSubscriber(tx, subscriberId);
    if (!gone) return false;
    const emailHash = suppressionHash(secret, gone.emailKey);
    // Erasing must not open the door to mails for an address that was to get none.
    const reason = gone.state === 'suppressed' ? 'suppressed' : erased;
    await addSuppression(tx, { emailHash, reason }, now);
    log.info({ event: 'subscriber.erased', subscriberId });
    return true;
  });
}
