import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import type { SignInDesk } from '#lib/subscribers/ask-sign-in.ts';

export async function signInDesk(): Promise<SignInDesk> {
  return { db: database().db, jobs: await mailJobs(), secret: config().SESSION_SECRET };
}
