import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { endPrivateFeed, makePrivateFeed } from '#lib/feeds/private-feed.ts';
import { refusal } from '../../refusal.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

const wishSchema = z.enum(['make', 'end']);

/** Gives the subscriber's own feed an address, another one, or none. */
export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const wish = wishSchema.safeParse(post.posted.fields.wish);
  if (!wish.success) return refusal(400);
  const { subscriberId } = post.session;
  const result = await unlessFailed('account.feed_failed', async () => {
    if (wish.data === 'make') {
      await makePrivateFeed(database().db, config().SESSION_SECRET, subscriberId, new Date());
    } else await endPrivateFeed(database().db, subscriberId);
    return { kind: 'saved' as const };
  });
  return result.kind === 'failed' ? saidFailed(post) : saidSaved(post, 'feed');
}
