import 'server-only';
import { z } from 'zod';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { chooseLists } from '#lib/subscribers/choose-lists.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

/** One ticked box comes alone, several as a list, none not at all. */
const listsSchema = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.string().max(100)).max(100).catch([]),
);

export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const wanted = new Set(listsSchema.parse(post.posted.fields.lists));
  const result = await unlessFailed('account.lists_failed', async () => {
    // What an editor has removed meanwhile is not kept for anybody.
    const known = (await cachedNewsletterLists()).map((list) => list.id).filter((id) => wanted.has(id));
    await chooseLists(database().db, post.session.subscriberId, known, new Date());
    return { kind: 'saved' as const };
  });
  return result.kind === 'failed' ? saidFailed(post) : saidSaved(post, 'lists');
}
