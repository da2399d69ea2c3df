import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import { wakerOf } from '#lib/mail/wake-store.ts';
import type { Desk } from '#lib/subscribers/desk.ts';

let wake: (() => void) | undefined;

/** This site's desk. Rejects while the database does not answer. */
export async function openDesk(): Promise<Desk> {
  const { SESSION_SECRET: secret, LIMITS_FACTOR: limitsFactor } = config();
  const { db, pool } = database();
  const jobs = await mailJobs();
  wake ??= wakerOf(pool, 'mail');
  return { db, jobs, wake, secret, limitsFactor };
}
