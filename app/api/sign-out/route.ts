import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath } from '#lib/site-urls.ts';
import { cookieOf, endCookie, sessionCookieName } from '#lib/subscribers/reader-cookies.ts';
import { endSession } from '#lib/subscribers/session-store.ts';
import { answerPost } from '../answer-post.ts';
import { takePost } from '../take-post.ts';
import { unlessFailed } from '../unless-failed.ts';

export const dynamic = 'force-dynamic';

/** Ends the session in the database first: a cookie that was copied is worth nothing then. The hint stays. */
export async function POST(request: Request): Promise<Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const { SITE_URL } = config();
  const language = languageSchema.catch('en').parse(posted.fields.language);
  const token = cookieOf(request.headers, sessionCookieName(SITE_URL));
  const result = await unlessFailed('sign_out.failed', async () => {
    if (token !== null) await endSession(database().db, token);
    return { kind: 'signed-out' as const };
  });
  if (result.kind === 'failed') {
    const answer = { status: 503, result: 'failed', message: textsFor(language).account.failed };
    const location = accountPath(language, { result: 'failed' });
    return answerPost(posted, { ...answer, location, retryAfterSeconds: 30 });
  }
  return answerPost(posted, {
    status: 200,
    result: 'signed-out',
    message: textsFor(language).signIn.signedOut,
    location: signInPath(language, { result: 'signed-out' }),
    cookies: ['session', 'sign-in'].map((name) => endCookie(SITE_URL, name)),
  });
}
