import { sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import type { Transaction } from '#lib/db/database.ts';
import { type EditionBatchJob, editionQueue } from './mail-jobs.ts';

/** Says to a worker, in the transaction that makes it so, that there is something to send again. */
export async function sendEditionJob(tx: Transaction, jobs: PgBoss, editionId: string): Promise<void> {
  const data: EditionBatchJob = { editionId };
  await jobs.send(editionQueue, data, { db: fromDrizzle(tx, sql) });
}
