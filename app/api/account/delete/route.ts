import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountDeletedPath, deleteAccountPath } from '#lib/site-urls.ts';
import { eraseSubscriber } from '#lib/subscribers/erase-subscriber.ts';
import { forgetReaderCookies } from '#lib/subscribers/reader-cookies.ts';
import { answerPost } from '../../answer-post.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

/** Deletes only with the box ticked. */
export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const { posted, language, session } = post;
  const words = textsFor(language).account.erase;
  if (posted.fields.confirm !== 'yes') {
    const location = deleteAccountPath(language, { result: 'unconfirmed' });
    return answerPost(posted, { status: 422, result: 'unconfirmed', message: words.unconfirmed, location });
  }
  const { SITE_URL, SESSION_SECRET } = config();
  const result = await unlessFailed('account.delete_failed', async () => {
    await eraseSubscriber(database().db, SESSION_SECRET, session.subscriberId, new Date());
    return { kind: 'erased' as const };
  });
  if (result.kind === 'failed') return saidFailed(post);
  return answerPost(posted, {
    status: 200,
    result: 'deleted',
    message: words.doneHeading,
    location: accountDeletedPath(language),
    cookies: forgetReaderCookies(SITE_URL),
  });
}
