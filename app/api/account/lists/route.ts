import 'server-only';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { chooseLists } from '#lib/subscribers/choose-lists.ts';
import { tickedLists } from '../../ticked-lists.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const result = await unlessFailed('account.lists_failed', async () => {
    const listIds = tickedLists(post.posted.fields, await cachedNewsletterLists());
    await chooseLists(database().db, post.session.subscriberId, listIds, new Date());
    return { kind: 'saved' as const };
  });
  return result.kind === 'failed' ? saidFailed(post) : saidSaved(post, 'lists');
}
