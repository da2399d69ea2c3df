import 'server-only';
import { cachedNewsletterLists } from '#lib/content/content-cache.ts';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { chooseNewsletters } from '#lib/newsletter/choose-newsletters.ts';
import { preferencesPath } from '#lib/site-urls.ts';
import { readChosenLists } from '#lib/subscribers/list-choice.ts';
import { answerPost } from '../answer-post.ts';
import { newsletterPostFailed, readNewsletterPost } from '../newsletter-post.ts';
import { refusal } from '../refusal.ts';
import { takePost } from '../take-post.ts';
import { unlessFailed } from '../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** What the page is told; of somebody who has left it sees that by itself. */
const pageResults = { saved: 'saved', 'not subscribed': null, 'unknown list': 'lists' } as const;
const statuses = { saved: 200, 'not subscribed': 409, 'unknown list': 422 } as const;

/**
 * Lists and language of mails, by a mail's link and no session. `mail` is the language that is chosen. What cannot be
 * read is not "no newsletters": it changes nothing.
 */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const post = readNewsletterPost(posted, preferencesPath);
  if (post instanceof Response) return post;
  const chosen = languageSchema.safeParse(posted.fields.mail);
  if (!chosen.success) return refusal(400);
  const { holder, language, token } = post;
  const saved = await unlessFailed('newsletter.choice_failed', async () => {
    const listIds = readChosenLists(posted.fields, await cachedNewsletterLists());
    if (listIds === null) return { kind: 'unknown list' as const };
    const wanted = { listIds, language: chosen.data };
    return chooseNewsletters(database().db, holder.subscriberId, wanted, new Date());
  });
  if (saved.kind === 'failed') return newsletterPostFailed(post, preferencesPath);
  const { account, preferences } = textsFor(language);
  return answerPost(posted, {
    status: statuses[saved.kind],
    result: saved.kind,
    message: {
      saved: account.saved,
      'not subscribed': preferences.left,
      'unknown list': account.lists.unknown,
    }[saved.kind],
    location: preferencesPath(language, { token, result: pageResults[saved.kind] }),
  });
}
