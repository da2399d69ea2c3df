import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import type { Desk } from '#lib/subscribers/desk.ts';

/** This site's desk. Rejects while the database does not answer. */
export async function openDesk(): Promise<Desk> {
  const { SESSION_SECRET: secret, LIMITS_FACTOR: limitsFactor } = config();
  return { db: database().db, jobs: await mailJobs(), secret, limitsFactor };
}
