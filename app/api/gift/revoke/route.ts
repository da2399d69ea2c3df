import 'server-only';
import { z } from 'zod';
import { database } from '#lib/db/database.ts';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { revokeGift } from '#lib/paywall/gifts.ts';
import { accountPath, giftsPath, signInPath } from '#lib/site-urls.ts';
import { findSessionOf } from '../../account/take-account-post.ts';
import { answerPost, type Posted } from '../../answer-post.ts';
import { refusal } from '../../refusal.ts';
import { takePost } from '../../take-post.ts';
import { unlessFailed } from '../../unless-failed.ts';

export const dynamic = 'force-dynamic';

type Result = keyof typeof statuses;

const statuses = { revoked: 200, unknown: 404, failed: 503 } as const;

/** `page`: where the button stood. No other page takes part. */
const requestSchema = z.object({
  id: z.uuid(),
  language: languageSchema.catch('en'),
  page: z.enum(['gifts', 'account']).catch('gifts'),
});

const pages = {
  gifts: {
    path: giftsPath,
    withResult: (language: Language, result: Result) => giftsPath(language, { result }),
  },
  account: {
    path: accountPath,
    withResult: (language: Language, result: Result) =>
      result === 'failed'
        ? accountPath(language, { result })
        : `${accountPath(language, { gift: result })}#gifts`,
  },
};

/** The giver takes a link back: from then on it opens nothing, in whatever browser it was opened before. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const parsed = requestSchema.safeParse(posted.fields);
  if (!parsed.success) return refusal(400);
  const { id, language, page } = parsed.data;
  const found = await findSessionOf(request);
  if (found.kind === 'failed') return said(posted, 'failed', parsed.data);
  if (found.session === null) {
    return answerPost(posted, {
      status: 401,
      result: 'signed-out',
      message: textsFor(language).signIn.sentence,
      location: signInPath(language, { source: pages[page].path(language) }),
    });
  }
  const gift = { id, giverId: found.session.subscriberId };
  const taken = await unlessFailed('gift.revoke_failed', async () => ({
    kind: (await revokeGift(database().db, gift, new Date())) ? ('revoked' as const) : ('unknown' as const),
  }));
  return said(posted, taken.kind, parsed.data);
}

function said(
  posted: Posted,
  result: Result,
  { language, page }: Pick<z.infer<typeof requestSchema>, 'language' | 'page'>,
): Response {
  const { gift, failure } = textsFor(language);
  const messages = { revoked: gift.revoked, unknown: gift.notYours, failed: failure.sentence };
  return answerPost(posted, {
    status: statuses[result],
    result,
    message: messages[result],
    location: pages[page].withResult(language, result),
    ...(result === 'failed' && { retryAfterSeconds: 30 }),
  });
}
