import type { Database } from '#lib/db/database.ts';
import { forgetViewsBefore } from '#lib/most-read/page-views-store.ts';
import { forgetCountsBefore } from '#lib/subscribers/rate-limit-store.ts';
import { forgetIdleSessions } from '#lib/subscribers/session-store.ts';
import { forgetSignInRequestsBefore } from '#lib/subscribers/sign-in-store.ts';
import { forgetPendingSince } from '#lib/subscribers/subscriber-store.ts';
import { forgetTokensExpiredBefore } from '#lib/subscribers/token-store.ts';
import { deliver, type PostOffice } from './deliver.ts';
import { findForgotten } from './outbox.ts';

/** A row with a job is looked at well within this time. */
const patienceMs = 15_000;
const atOnce = 100;
const dayMs = 86_400_000;

/** The deliveries table is the truth: whatever people wait for there goes out, also when its job was lost. */
export async function sweepOutbox(office: PostOffice, stopped: () => boolean): Promise<void> {
  const now = office.clock();
  const since = new Date(now.getTime() - patienceMs);
  for (const deliveryId of await findForgotten(office.db, since, now, atOnce)) {
    if (stopped()) return;
    await deliver(office, deliveryId);
  }
}

/**
 * Removes what has no use any more. Dead links are kept a month, so that their page can say what became of them; so
 * are addresses that somebody typed and nobody confirmed.
 */
export async function clearOldRecords(db: Database, now: Date): Promise<void> {
  await forgetCountsBefore(db, new Date(now.getTime() - dayMs));
  const monthAgo = new Date(now.getTime() - 30 * dayMs);
  await forgetTokensExpiredBefore(db, monthAgo);
  await forgetPendingSince(db, monthAgo, now);
  await forgetSignInRequestsBefore(db, new Date(now.getTime() - dayMs));
  await forgetIdleSessions(db, now);
  await forgetViewsBefore(db, monthAgo);
}
