import 'server-only';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { leaveReasonSchema } from '#lib/newsletter/leave-reason.ts';
import { setLeaveReason } from '#lib/newsletter/leaving-store.ts';
import { unsubscribePath } from '#lib/site-urls.ts';
import { answerPost } from '../../answer-post.ts';
import { newsletterPostFailed, readNewsletterPost } from '../../newsletter-post.ts';
import { refusal } from '../../refusal.ts';
import { takePost } from '../../take-post.ts';
import { unlessFailed } from '../../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** Why somebody has left, when they care to say it afterwards. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const post = readNewsletterPost(posted, unsubscribePath);
  if (post instanceof Response) return post;
  const id = z.uuid().safeParse(posted.fields.left);
  const reason = leaveReasonSchema.safeParse(posted.fields);
  if (!id.success || !reason.success) return refusal(400);
  const { holder, language, token } = post;
  const set = await unlessFailed('newsletter.reason_failed', async () => {
    const { subscriberId } = holder;
    const isThere = await setLeaveReason(database().db, { subscriberId, id: id.data, reason: reason.data });
    return { kind: isThere ? ('thanks' as const) : ('unknown' as const) };
  });
  if (set.kind === 'failed') return newsletterPostFailed(post, unsubscribePath);
  const words = textsFor(language).unsubscribe;
  return answerPost(posted, {
    status: set.kind === 'thanks' ? 200 : 404,
    result: set.kind,
    message: set.kind === 'thanks' ? words.reasonThanks : words.badSentence,
    location: unsubscribePath(language, { token, left: id.data, result: set.kind }),
  });
}
