import 'server-only';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { signInLinkPath } from '#lib/site-urls.ts';
import { signInByLink } from '#lib/subscribers/sign-in.ts';
import { answerPost } from '../../answer-post.ts';
import { pressOf } from '../../press-of.ts';
import { unlessFailed } from '../../unless-failed.ts';
import { welcomeBack } from '../answer-sign-in.ts';
import { takeSignInPost } from '../take-sign-in-post.ts';

export const dynamic = 'force-dynamic';

const tokenSchema = z.string().max(200).catch('');
const statuses = { malformed: 400, unknown: 404, expired: 410, used: 410, failed: 503 } as const;

/** Only this POST spends a link; opening it shows a page with the button that sends it. */
export async function POST(request: Request): Promise<Response> {
  const asked = await takeSignInPost(request);
  if (asked instanceof Response) return asked;
  const token = tokenSchema.parse(asked.posted.fields.token);
  const result = await unlessFailed('sign_in.link_failed', () =>
    signInByLink(database().db, { ...pressOf(request), token }, new Date()),
  );
  if (result.kind === 'signed-in' || result.kind === 'repeated') return welcomeBack(asked, result);
  const { failure, signIn } = textsFor(asked.language);
  return answerPost(asked.posted, {
    status: statuses[result.kind],
    result: result.kind,
    message: result.kind === 'failed' ? failure.sentence : signIn.deadSentence,
    // The page says the same, with the same status.
    location: signInLinkPath(asked.language, token),
    ...(result.kind === 'failed' ? { retryAfterSeconds: 30 } : {}),
  });
}
