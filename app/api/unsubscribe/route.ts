import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { leaveAll, leaveList } from '#lib/newsletter/leave.ts';
import { openNewsletterToken } from '#lib/newsletter/newsletter-token.ts';
import { unsubscribePath } from '#lib/site-urls.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { findSubscriber } from '#lib/subscribers/subscriber-store.ts';
import { answerPost } from '../answer-post.ts';
import { formAnswer } from '../form-answer.ts';
import { newsletterPostFailed, readNewsletterPost } from '../newsletter-post.ts';
import { refusal } from '../refusal.ts';
import { unlessFailed } from '../unless-failed.ts';
import { leaveByOneClick } from './one-click.ts';

export const dynamic = 'force-dynamic';

/** `only`: the one List that is not wanted any more; without it, all. */
const onlySchema = z.string().max(128).optional();

const tokenOf = ({ url }: Request) => new URL(url).searchParams.get('token') ?? '';

/** By a mail program's one click, from anywhere; or by the button of our own page, from there. */
export async function POST(request: Request): Promise<Response> {
  const posted = await readPostedFields(request);
  if (posted.kind === 'fields' && posted.fields['List-Unsubscribe'] === 'One-Click') {
    return leaveByOneClick(tokenOf(request));
  }
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  if (posted.kind === 'refused') return refusal(posted.status);
  const post = readNewsletterPost(posted, unsubscribePath);
  if (post instanceof Response) return post;
  const only = onlySchema.safeParse(posted.fields.only);
  if (!only.success) return refusal(400);
  const { holder, language, token } = post;
  const { db } = database();
  const left = await unlessFailed('newsletter.leave_failed', () =>
    only.data === undefined
      ? leaveAll(db, holder, null, new Date())
      : leaveList(db, holder, only.data, new Date()),
  );
  if (left.kind === 'failed') return newsletterPostFailed(post, unsubscribePath);
  const words = textsFor(language).unsubscribe;
  return answerPost(posted, {
    status: 200,
    result: 'left',
    message: only.data === undefined ? words.doneHeading : words.onlySentence,
    location: unsubscribePath(language, { token, left: left.kind === 'left' ? left.id : null }),
  });
}

/** Mail programs without one-click open the address: that shows the page, in its reader's language, and changes nothing. */
export async function GET(request: Request): Promise<Response> {
  const token = tokenOf(request);
  return formAnswer(unsubscribePath(await languageOf(token), { token }));
}

async function languageOf(token: string): Promise<Language> {
  const holder = openNewsletterToken(config().SESSION_SECRET, token);
  if (!holder) return 'en';
  const found = await unlessFailed('newsletter.reader_unknown', async () => ({
    kind: 'read' as const,
    subscriber: await findSubscriber(database().db, holder.subscriberId),
  }));
  return found.kind === 'failed' ? 'en' : (found.subscriber?.language ?? 'en');
}
