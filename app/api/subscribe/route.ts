import 'server-only';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { readListChoice } from '#lib/subscribers/list-choice.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { refusedRequestSchema, signUpRequestSchema } from '#lib/subscribers/sign-up-request.ts';
import { subscribe } from '#lib/subscribers/subscribe.ts';
import { passTraps } from '#lib/subscribers/traps.ts';
import { findNewsletterLists } from '../../newsletter-lists.ts';
import { openDesk } from '../desk.ts';
import { refusal } from '../refusal.ts';
import { answerSignUp, type Outcome } from './answer-sign-up.ts';

export const dynamic = 'force-dynamic';

/** The answer is the same whatever is known of the address: words, status and time. */
export async function POST(request: Request): Promise<Response> {
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const { asJson, fields } = posted;
  const { email, language, source, lists, choose } = refusedRequestSchema.parse(fields);
  const typed = { email, listIds: choose || lists.length > 0 ? lists : null };
  return answerSignUp(await attempt(request, fields), { request, asJson, language, source, typed });
}

/** A database that does not answer is an expected outcome here: its reader is told that nothing was saved. */
async function attempt(request: Request, fields: Record<string, unknown>): Promise<Outcome> {
  const parsed = signUpRequestSchema.safeParse(fields);
  if (!parsed.success) return { kind: 'invalid' };
  const isChoice = fields.lists !== undefined || fields['lists[]'] !== undefined;
  const choice = readListChoice(fields, isChoice ? await findNewsletterLists() : null);
  if (choice.kind === 'unknown list') return { kind: 'lists' };
  const now = new Date();
  const { email, language, source } = parsed.data;
  const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
  try {
    const desk = await openDesk();
    const passage = await passTraps(desk, { ...parsed.data, network }, now);
    if (passage.kind !== 'free') return passage;
    const { listIds } = choice;
    const result = await subscribe(desk, { email, language, source, listIds, network }, now);
    if (result.kind === 'limited') return result;
    return { kind: 'accepted', pending: { address: email.address, language, source, listIds, sentAt: now } };
  } catch (error) {
    log.error({ event: 'sign_up.failed', err: error });
    return { kind: 'failed' };
  }
}
