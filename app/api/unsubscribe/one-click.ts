import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { leaveAll } from '#lib/newsletter/leave.ts';
import { openNewsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { plainAnswer, refusal } from '../refusal.ts';
import { unlessFailed } from '../unless-failed.ts';

/**
 * RFC 8058: a mail program presses for its reader. It comes from anywhere, has no cookie, follows no redirect and may
 * press twice. Whoever has left already, or is not there any more, has what they wanted.
 */
export async function leaveByOneClick(token: string): Promise<Response> {
  const holder = openNewsletterToken(config().SESSION_SECRET, token);
  if (!holder) return refusal(404);
  const left = await unlessFailed('newsletter.leave_failed', () =>
    leaveAll(database().db, holder, null, new Date()),
  );
  return left.kind === 'failed' ? refusal(503) : plainAnswer(200, 'You are unsubscribed.');
}
