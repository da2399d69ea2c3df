import 'server-only';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath } from '#lib/site-urls.ts';
import { chooseLists } from '#lib/subscribers/choose-lists.ts';
import { readChosenLists } from '#lib/subscribers/list-choice.ts';
import { answerPost } from '../../answer-post.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

/** What cannot be read is not "no newsletters": it changes nothing, and its reader is told. */
export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const { posted, session, language } = post;
  const result = await unlessFailed('account.lists_failed', async () => {
    const chosen = readChosenLists(posted.fields, await cachedNewsletterLists());
    if (chosen === null) return { kind: 'unknown list' as const };
    await chooseLists(database().db, session.subscriberId, chosen, new Date());
    return { kind: 'saved' as const };
  });
  if (result.kind === 'failed') return saidFailed(post);
  if (result.kind === 'saved') return saidSaved(post, 'lists');
  return answerPost(posted, {
    status: 422,
    result: 'lists',
    message: textsFor(language).account.lists.unknown,
    location: accountPath(language, { result: 'lists' }),
  });
}
