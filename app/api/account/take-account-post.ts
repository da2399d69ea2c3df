import 'server-only';
import { type Language, languageSchema } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath } from '#lib/site-urls.ts';
import { currentSession } from '#lib/subscribers/current-session.ts';
import { cookieOf } from '#lib/subscribers/reader-cookies.ts';
import type { Session } from '#lib/subscribers/session-store.ts';
import { answerPost, type Posted } from '../answer-post.ts';
import { takePost } from '../take-post.ts';
import { unlessFailed } from '../unless-failed.ts';

export type AccountPost = { posted: Posted; language: Language; session: Session };

/** A POST by somebody who is signed in, or the answer for whoever is not. */
export async function takeAccountPost(request: Request): Promise<AccountPost | Response> {
  const posted = await takePost(request);
  if (posted instanceof Response) return posted;
  const language = languageSchema.catch('en').parse(posted.fields.language);
  const found = await findSessionOf(request);
  if (found.kind === 'failed') return saidFailed({ posted, language });
  if (found.session === null) {
    return answerPost(posted, {
      status: 401,
      result: 'signed-out',
      message: textsFor(language).signIn.sentence,
      location: signInPath(language, { source: accountPath(language) }),
    });
  }
  return { posted, language, session: found.session };
}

export function findSessionOf({ headers }: Request) {
  const jar = {
    get: (name: string) => {
      const value = cookieOf(headers, name);
      return value === null ? undefined : { value };
    },
  };
  return unlessFailed('account.session_unknown', async () => ({
    kind: 'read' as const,
    session: await currentSession(jar, new Date()),
  }));
}

/** Nothing was changed. */
export function saidFailed({ posted, language }: Pick<AccountPost, 'posted' | 'language'>): Response {
  return answerPost(posted, {
    status: 503,
    result: 'failed',
    message: textsFor(language).account.failed,
    location: accountPath(language, { result: 'failed' }),
    retryAfterSeconds: 30,
  });
}

export type AccountSection = 'lists' | 'language' | 'feed' | 'sessions';

/** Back to the part of the account page that was saved, which says so. */
export function saidSaved(
  { posted, language }: Pick<AccountPost, 'posted' | 'language'>,
  section: AccountSection,
): Response {
  return answerPost(posted, {
    status: 200,
    result: 'saved',
    message: textsFor(language).account.saved,
    location: `${accountPath(language, { saved: section })}#${section}`,
  });
}
