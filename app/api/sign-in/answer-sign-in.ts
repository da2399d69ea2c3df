import 'server-only';
import type { Language } from '#lib/i18n/language.ts';
import { textsFor } from '#lib/i18n/texts.ts';
import { accountPath, signInPath } from '#lib/site-urls.ts';
import type { SignedIn } from '#lib/subscribers/sign-in.ts';
import { answerPost, type Posted } from '../answer-post.ts';
import { welcomeCookies } from '../welcome-cookies.ts';

type Asked = { posted: Posted; language: Language; source: string | null };

/** Why a sign-in did not get any further. */
export type Problem =
  | { kind: 'invalid' | 'trapped' | 'malformed' | 'over' | 'failed' }
  | { kind: 'wrong'; attemptsLeft: number }
  | { kind: 'limited' | 'wait'; retryAfterSeconds: number };

const statuses = {
  invalid: 422,
  trapped: 422,
  malformed: 422,
  wrong: 422,
  over: 410,
  limited: 429,
  wait: 429,
  failed: 503,
} as const;

/** Back to the form that was sent: the one for the address, or the one for the code. */
export function refuseSignIn(
  { posted, language, source }: Asked,
  problem: Problem,
  form: 'address' | 'code',
  cookies: string[] = [],
): Response {
  const seconds = 'retryAfterSeconds' in problem ? problem.retryAfterSeconds : null;
  const parameters = {
    sent: form === 'code' && problem.kind !== 'over' ? '' : null,
    result: problem.kind,
    wait: seconds === null ? null : String(seconds),
    source,
  };
  return answerPost(posted, {
    status: statuses[problem.kind],
    result: problem.kind,
    message: messageOf(problem, language),
    location: signInPath(language, parameters),
    cookies,
    ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
    ...(problem.kind === 'failed' ? { retryAfterSeconds: 30 } : {}),
  });
}

function messageOf(problem: Problem, language: Language): string {
  const { signIn, signUp, subscribe } = textsFor(language);
  switch (problem.kind) {
    case 'trapped':
      return signUp.again;
    case 'wrong':
      return signIn.codeWrong(problem.attemptsLeft);
    case 'limited':
      return signIn.tooMany(signIn.wait(problem.retryAfterSeconds));
    case 'wait':
      return signIn.againIn(problem.retryAfterSeconds);
    case 'invalid':
      return subscribe.form.invalid;
    case 'malformed':
      return signIn.codeInvalid;
    case 'over':
    case 'failed':
      return signIn[problem.kind];
    default:
      return problem satisfies never;
  }
}

/** On to the page with the field for the code. */
export function leadToCode(
  { posted, language, source }: Asked,
  result: 'accepted' | 'again',
  cookies: string[] = [],
): Response {
  const { signIn } = textsFor(language);
  return answerPost(posted, {
    status: 202,
    result,
    message: result === 'again' ? signIn.againSent : signIn.sentSentence,
    location: signInPath(language, { sent: '', result: result === 'again' ? result : null, source }),
    cookies,
  });
}

/** Back to where the reader was, or to their account. */
export function welcomeBack({ posted, language, source }: Asked, result: SignedIn): Response {
  const path = result.sourcePath ?? source;
  return answerPost(posted, {
    status: 200,
    result: result.kind,
    message: textsFor(language).signIn.done,
    location: path ? `${path}#signed-in` : accountPath(language),
    cookies: welcomeCookies(result.kind === 'signed-in' ? result.sessionToken : null),
  });
}
