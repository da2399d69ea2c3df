import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import type { SignUpDesk } from '#lib/subscribers/subscribe.ts';

/** What signing up and signing in need, on this site. Rejects while the database does not answer. */
export async function readerDesk(): Promise<SignUpDesk> {
  const { SESSION_SECRET, LIMITS_FACTOR } = config();
  return {
    db: database().db,
    jobs: await mailJobs(),
    secret: SESSION_SECRET,
    limitsFactor: LIMITS_FACTOR,
  };
}
