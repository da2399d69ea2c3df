import 'server-only';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { undoLeaving } from '#lib/newsletter/leave.ts';
import { unsubscribePath } from '#lib/site-urls.ts';
import { answerPost } from '../../answer-post.ts';
import { newsletterPostFailed, readNewsletterPost } from '../../newsletter-post.ts';
import { refusal } from '../../refusal.ts';
import { takePost } from '../../take-post.ts';
import { unlessFailed } from '../../unless-failed.ts';

export const dynamic = 'force-dynamic';

const statuses = { undone: 200, unknown: 404, 'too late': 410 } as const;

/** Takes a leaving back: the newsletters come as before. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const post = readNewsletterPost(posted, unsubscribePath);
  if (post instanceof Response) return post;
  const id = z.uuid().safeParse(posted.fields.left);
  if (!id.success) return refusal(400);
  const { holder, language, token } = post;
  const undo = await unlessFailed('newsletter.undo_failed', () =>
    undoLeaving(database().db, holder.subscriberId, id.data, new Date()),
  );
  if (undo.kind === 'failed') return newsletterPostFailed(post, unsubscribePath);
  const words = textsFor(language).unsubscribe;
  const isDone = undo.kind === 'undone';
  return answerPost(posted, {
    status: statuses[undo.kind],
    result: undo.kind,
    message: isDone ? words.undone : words.tooLate,
    location: unsubscribePath(language, { token, result: isDone ? 'undone' : 'too-late' }),
  });
}
