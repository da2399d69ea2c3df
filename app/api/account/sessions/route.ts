import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { signInPath } from '#lib/site-urls.ts';
import { endCookie } from '#lib/subscribers/reader-cookies.ts';
import { endSessions, type SessionsToEnd } from '#lib/subscribers/session-store.ts';
import { answerPost } from '../../answer-post.ts';
import { refusal } from '../../refusal.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

const endSchema = z.union([z.literal('all'), z.literal('others'), z.uuid()]);

/** Signs devices out: one by its id, all others, or all. */
export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const end = endSchema.safeParse(post.posted.fields.end);
  if (!end.success) return refusal(400);
  const { id, subscriberId } = post.session;
  const isOne = end.data !== 'all' && end.data !== 'others';
  const which: SessionsToEnd = isOne ? { one: end.data } : end.data === 'all' ? 'all' : { allBut: id };
  const result = await unlessFailed('account.sessions_failed', async () => ({
    kind: 'ended' as const,
    count: await endSessions(database().db, subscriberId, which),
  }));
  if (result.kind === 'failed') return saidFailed(post);
  // A program is told that there was no such device; a page shows what is left.
  if (result.count === 0 && isOne && post.posted.asJson) return refusal(404);
  if (end.data !== 'all' && end.data !== id) return saidSaved(post, 'sessions');
  return answerPost(post.posted, {
    status: 200,
    result: 'signed-out',
    message: textsFor(post.language).signIn.signedOut,
    location: signInPath(post.language, { result: 'signed-out' }),
    cookies: [endCookie(config().SITE_URL, 'session')],
  });
}
