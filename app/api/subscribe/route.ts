import 'server-only';
import { config } from '#lib/config.ts';
import { database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { mailJobs } from '#lib/mail/mail-jobs.ts';
import { clientNetwork } from '#lib/subscribers/client-network.ts';
import { readPostedFields } from '#lib/subscribers/posted-fields.ts';
import { postedFromSite } from '#lib/subscribers/posted-from-site.ts';
import { signUpRequestSchema } from '#lib/subscribers/sign-up-request.ts';
import { type SignUp, type SignUpResult, subscribe } from '#lib/subscribers/subscribe.ts';
import { refusal } from '../refusal.ts';
import { answerSignUp } from './answer-sign-up.ts';

export const dynamic = 'force-dynamic';

/** The answer is the same whatever is known of the address: words, status and time. */
export async function POST(request: Request): Promise<Response> {
  if (!postedFromSite(request.headers, config().SITE_URL)) return refusal(403);
  const posted = await readPostedFields(request);
  if (posted.kind === 'refused') return refusal(posted.status);
  const parsed = signUpRequestSchema.safeParse(posted.fields);
  if (!parsed.success) return answerSignUp({ kind: 'invalid' }, posted);
  const network = clientNetwork(request.headers, config().TRUSTED_PROXY_HOPS);
  return answerSignUp(await attempt({ ...parsed.data, network }), posted);
}

/** A database that does not answer is an expected outcome here: its reader is told that nothing was saved. */
async function attempt(signUp: SignUp): Promise<SignUpResult | { kind: 'failed' }> {
  try {
    const desk = { db: database().db, jobs: await mailJobs(), secret: config().SESSION_SECRET };
    return await subscribe(desk, signUp, new Date());
  } catch (error) {
    log.error({ event: 'sign_up.failed', err: error });
    return { kind: 'failed' };
  }
}
