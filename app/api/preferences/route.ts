import 'server-only';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { chooseNewsletters } from '#lib/newsletter/choose-newsletters.ts';
import { preferencesPath } from '#lib/site-urls.ts';
import { answerPost } from '../answer-post.ts';
import { newsletterPostFailed, readNewsletterPost } from '../newsletter-post.ts';
import { refusal } from '../refusal.ts';
import { takePost } from '../take-post.ts';
import { tickedLists } from '../ticked-lists.ts';
import { unlessFailed } from '../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** Lists and language of mails, by a mail's link and no session. `mail` is the language that is chosen. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const post = readNewsletterPost(posted, preferencesPath);
  if (post instanceof Response) return post;
  const chosen = languageSchema.safeParse(posted.fields.mail);
  if (!chosen.success) return refusal(400);
  const { holder, language, token } = post;
  const saved = await unlessFailed('newsletter.choice_failed', async () => {
    const listIds = tickedLists(posted.fields, await cachedNewsletterLists());
    const choice = { listIds, language: chosen.data };
    return chooseNewsletters(database().db, holder.subscriberId, choice, new Date());
  });
  if (saved.kind === 'failed') return newsletterPostFailed(post, preferencesPath);
  const isSaved = saved.kind === 'saved';
  const { account, preferences } = textsFor(language);
  return answerPost(posted, {
    status: isSaved ? 200 : 409,
    result: saved.kind,
    message: isSaved ? account.saved : preferences.left,
    location: preferencesPath(language, { token, result: isSaved ? 'saved' : null }),
  });
}
