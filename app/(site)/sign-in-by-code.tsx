import { cookies } from 'next/headers';
import { SignInCodePanel } from '#components/forms/sign-in-code-panel.tsx';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { log } from '#lib/log.ts';
import { markStatus } from '#lib/page-cache/response-status.ts';
import { cookieName } from '#lib/subscribers/reader-cookies.ts';
import { inspectSignInRequest } from '#lib/subscribers/sign-in-again.ts';
import { mostCodeAttempts } from '#lib/subscribers/sign-in-store.ts';
import { SignInAsking } from './sign-in-asking.tsx';
import type { SignInQuery } from './sign-in-query.ts';

/** The field for the code, as long as this browser's request can still be answered. */
export async function SignInByCode({ query, language }: { query: SignInQuery; language: Language }) {
  const { signIn } = textsFor(language);
  const { source, wait } = query;
  const request = await inspectRequest();
  if (request === null) {
    const result = query.result === 'failed' ? 'failed' : 'over';
    return <SignInAsking query={{ ...query, result }} language={language} />;
  }
  const result = request === 'unknown' ? 'failed' : query.result;
  const { waitSeconds, attemptsLeft } = request === 'unknown' ? beforeAnyTry : request;
  const panel = { language, source, sentAgain: result === 'again', waitSeconds };
  switch (result) {
    case 'malformed':
      markStatus(422);
      return <SignInCodePanel {...panel} problem={{ field: true, message: signIn.codeInvalid }} />;
    case 'wrong': {
      markStatus(422);
      const message = signIn.codeWrong(attemptsLeft);
      return <SignInCodePanel {...panel} problem={{ field: true, message }} />;
    }
    case 'wait': {
      const seconds = Math.max(1, waitSeconds);
      markStatus(429, seconds);
      return <SignInCodePanel {...panel} problem={{ field: false, message: signIn.againIn(seconds) }} />;
    }
    case 'limited': {
      markStatus(429, wait);
      const message = `${signIn.tooMany(signIn.wait(wait))} ${signIn.buttonWorks}`;
      return <SignInCodePanel {...panel} problem={{ field: false, message }} />;
    }
    case 'failed':
      markStatus(503, 30);
      return <SignInCodePanel {...panel} problem={{ field: false, message: signIn.failed }} />;
    default:
      return <SignInCodePanel {...panel} problem={null} />;
  }
}

const beforeAnyTry = { waitSeconds: 0, attemptsLeft: mostCodeAttempts };

/** While the database does not answer, the field is there all the same, and the page says so. */
async function inspectRequest() {
  const handle = (await cookies()).get(cookieName(config().SITE_URL, 'sign-in'))?.value ?? null;
  try {
    return await inspectSignInRequest(database().db, handle, new Date());
  } catch (error) {
    log.error({ event: 'sign_in.request_unreadable', err: error });
    return 'unknown' as const;
  }
}
