import 'server-only';
import { z } from 'zod';
import { config } from '#lib/config.ts';
import { languageSchema } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { emailAddressSchema } from '#lib/subscribers/email-address.ts';
import { openPending, type PendingSignUp } from '#lib/subscribers/pending-sign-up.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { cookieName, cookieOf } from '#lib/subscribers/reader-cookies.ts';
import { sourcePathSchema } from '#lib/subscribers/source-path.ts';
import { resend } from '#lib/subscribers/subscribe.ts';
import { openDesk } from '../../desk.ts';
import { refusal } from '../../refusal.ts';
import { answerSignUp, type Outcome } from '../answer-sign-up.ts';

export const dynamic = 'force-dynamic';

const requestSchema = z.object({ language: languageSchema.nullable().catch(null), source: sourcePathSchema });

/** Sends the mail of this browser's sign-up again: to the address in its sealed cookie, never to one in the request. */
export async function POST(request: Request): Promise<Response> {
  const { SITE_URL, SESSION_SECRET } = config();
  if (!postedFromSite(request.headers, SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const now = new Date();
  const sealed = cookieOf(request.headers, cookieName(SITE_URL, 'pending')) ?? '';
  const pending = openPending(SESSION_SECRET, sealed, now);
  // A program may say nothing but that it asks again: then it is answered as its sign-up was.
  const { language: said, source: from } = requestSchema.parse(posted.fields);
  const language = said ?? pending?.language ?? 'en';
  const source = from ?? pending?.source ?? null;
  const outcome = pending ? await attempt(request, pending, now) : ({ kind: 'gone' } as const);
  const typed = { email: pending?.address ?? '', listIds: pending?.listIds ?? null };
  return answerSignUp(outcome, { request, asJson: posted.asJson, language, source, typed });
}

async function attempt(request: Request, pending: PendingSignUp, now: Date): Promise<Outcome> {
  const { address, ...wish } = pending;
  const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
  try {
    const email = emailAddressSchema.parse(address);
    const result = await resend(await openDesk(), { ...wish, email, network }, now);
    return result.kind === 'accepted' ? { kind: 'resent', pending: { ...pending, sentAt: now } } : result;
  } catch (error) {
    log.error({ event: 'sign_up.resend_failed', err: error });
    return { kind: 'failed' };
  }
}
