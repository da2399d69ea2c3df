import 'server-only';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { setLanguage } from '#lib/subscribers/subscriber-store.ts';
import { refusal } from '../../refusal.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { saidFailed, saidSaved, takeAccountPost } from '../take-account-post.ts';

export const dynamic = 'force-dynamic';

/** `mail` is the language that is chosen; `language`, as everywhere, the one of the page. */
export async function POST(request: Request): Promise<Response> {
  const post = await takeAccountPost(request);
  if (post instanceof Response) return post;
  const chosen = languageSchema.safeParse(post.posted.fields.mail);
  if (!chosen.success) return refusal(400);
  const result = await unlessFailed('account.language_failed', async () => {
    await setLanguage(database().db, post.session.subscriberId, chosen.data);
    return { kind: 'saved' as const };
  });
  return result.kind === 'failed' ? saidFailed(post) : saidSaved(post, 'language');
}
