import { sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import type { Transaction } from '#lib/db/database.ts';
import { type EditionBatchJob, editionQueue } from '#lib/mail/mail-jobs.ts';

/** As many hands as may take part; who has a job goes on while there is something to send. */
const mostHands = 8;
const worthAnotherHand = 500;

/** Calls the senders in the transaction that froze the edition: both or neither. */
export async function callSenders(
  tx: Transaction,
  jobs: PgBoss,
  editionId: string,
  audience: number,
): Promise<void> {
  const data: EditionBatchJob = { editionId };
  const hands = Math.min(mostHands, Math.ceil(audience / worthAnotherHand));
  for (let hand = 0; hand < hands; hand += 1) {
    await jobs.send(editionQueue, data, { db: fromDrizzle(tx, sql) });
  }
}
