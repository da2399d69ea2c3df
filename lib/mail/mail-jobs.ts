import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';

/** A job carries a delivery's id and says only that it is time to look at it. */
export type DeliverJob = { deliveryId: string };

export const deliverQueue = 'deliver';

/** A batch of one edition: whoever takes it sends what is due of that edition and in nobody's hands. */
export type EditionBatchJob = { editionId: string };

export const editionQueue = 'send-edition';

/**
 * pg-boss as its senders need it: no supervision, no schema changes, on the caller's pool. Start it before sending;
 * a start that fails (database down, not migrated) can be tried again.
 */
export function senderOn(pool: pg.Pool): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    supervise: false,
    schedule: false,
    migrate: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log.warn({ event: 'jobs.error', err: error }));
  return boss;
}

declare global {
  var siteMailJobs: Promise<PgBoss> | undefined;
}

/** The site's one sender. A start that failed is forgotten, so that the next sign-up tries again. */
export function mailJobs(): Promise<PgBoss> {
  globalThis.siteMailJobs ??= senderOn(database().pool)
    .start()
    .catch((error: unknown) => {
      globalThis.siteMailJobs = undefined;
      throw new Error('The job queue cannot be reached', { cause: error });
    });
  return globalThis.siteMailJobs;
}

/** Makes the jobs' tables and queues; repeatable. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 2, supervise: false, schedule: false });
  boss.on('error', (error) => log.warn({ event: 'jobs.error', err: error }));
  await boss.start();
  try {
    const queue = { retryLimit: 3, retryDelay: 2, retryBackoff: true, heartbeatSeconds: 30, notify: false };
    for (const name of [deliverQueue, editionQueue]) {
      if (await boss.getQueue(name)) await boss.updateQueue(name, queue);
      else await boss.createQueue(name, queue);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
}
