import 'server-only';
import { config } from '#lib/config.ts';
import type { Language } from '#lib/i18n/language.ts';
import { subscribePath } from '#lib/site-urls.ts';
import { type PendingSignUp, sealPending } from '#lib/subscribers/pending-sign-up.ts';
import {
  cookieName,
  cookieOf,
  pendingCookie,
  pendingHintCookie,
  typedCookie,
} from '#lib/subscribers/reader-cookies.ts';
import { type SignUpAnswer, signUpSentence, signUpStatuses } from '#lib/subscribers/sign-up-answer.ts';
import type { Typed } from '#lib/subscribers/sign-up-request.ts';

export type Outcome =
  | { kind: 'accepted' | 'resent'; pending: PendingSignUp }
  | { kind: 'soon' | 'limited'; retryAfterSeconds: number }
  | { kind: Exclude<SignUpAnswer, 'accepted' | 'resent' | 'soon' | 'limited'> };

type Asked = {
  request: Request;
  asJson: boolean;
  language: Language;
  source: string | null;
  /** What its form shows again after a problem. */
  typed: Typed;
};

/** When to come back after a fault of ours. */
const failedSeconds = 30;

/** JSON gets the status; a form goes to the page that says the result and, after a problem, shows the form again. */
export function answerSignUp(
  outcome: Outcome,
  { request, asJson, language, source, typed }: Asked,
): Response {
  const siteUrl = config().SITE_URL;
  const headers = new Headers({ 'cache-control': 'no-store' });
  const wait = 'retryAfterSeconds' in outcome ? outcome.retryAfterSeconds : failedSeconds;
  const status = signUpStatuses[outcome.kind];
  if (status === 429 || status === 503) headers.set('retry-after', String(wait));
  if ('pending' in outcome) {
    headers.append(
      'set-cookie',
      pendingCookie(siteUrl, sealPending(config().SESSION_SECRET, outcome.pending)),
    );
    // Whoever is known already must not become so for a day only.
    const known = cookieOf(request.headers, cookieName(siteUrl, 'hint')) !== null;
    if (!known) headers.append('set-cookie', pendingHintCookie(siteUrl));
  }
  if (asJson) {
    const message = signUpSentence(outcome.kind, language, wait);
    const again = 'retryAfterSeconds' in outcome ? { retryAfterSeconds: wait } : {};
    return Response.json({ result: outcome.kind, message, ...again }, { status, headers });
  }
  if (!('pending' in outcome)) headers.append('set-cookie', typedCookie(siteUrl, JSON.stringify(typed)));
  const waits = status === 429 || status === 503 ? { wait: String(wait) } : {};
  headers.set('location', subscribePath(language, { result: outcome.kind, source, ...waits }));
  return new Response(null, { status: 303, headers });
}
