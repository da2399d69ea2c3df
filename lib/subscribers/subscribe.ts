import type { PgBoss } from 'pg-boss';
import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { enqueueDelivery } from '#lib/mail/outbox.ts';
import { countAgainst } from './rate-limit-store.ts';
import { keyedHash } from './secret-token.ts';
import { judgeLimits, overallLimit, signUpLimits } from './sign-up-limits.ts';
import type { SignUpRequest } from './sign-up-request.ts';
import { findOrAddSubscriber } from './subscriber-store.ts';

export type SignUp = SignUpRequest & { network: string };

export type SignUpResult = { kind: 'accepted' } | { kind: 'limited'; retryAfterSeconds: number };

export type SignUpDesk = { db: Database; jobs: PgBoss; secret: string };

/**
 * Takes an address. What is known about it decides only which mail the worker sends, later and elsewhere: so the
 * answer, the statements and the time they take are the same for every address.
 */
export async function subscribe(desk: SignUpDesk, signUp: SignUp, now: Date): Promise<SignUpResult> {
  const limits = signUpLimits({
    addressHash: keyedHash(desk.secret, 'limit.address', signUp.email.key),
    networkHash: keyedHash(desk.secret, 'limit.network', signUp.network),
  });
  const own = judgeLimits(limits, await countAgainst(desk.db, limits, now), now);
  if (own.kind === 'limited') return limited(own);
  // A program took the bait: it gets the same answer and no mail.
  if (signUp.website !== '') {
    log.info({ event: 'sign_up.honeypot' });
    return { kind: 'accepted' };
  }
  const overall = judgeLimits([overallLimit], await countAgainst(desk.db, [overallLimit], now), now);
  if (overall.kind === 'limited') return limited(overall);
  await desk.db.transaction(async (tx) => {
    const wish = { email: signUp.email, language: signUp.language, sourcePath: signUp.source };
    const subscriberId = await findOrAddSubscriber(tx, wish, now);
    const mail = {
      purpose: 'confirmation',
      subscriberId,
      language: signUp.language,
      sourcePath: signUp.source,
    } as const;
    const deliveryId = await enqueueDelivery(tx, desk.jobs, mail, now);
    log.info({ event: 'sign_up.accepted', subscriberId, deliveryId });
  });
  return { kind: 'accepted' };
}

function limited({ limit, retryAfterSeconds }: { limit: string; retryAfterSeconds: number }): SignUpResult {
  log.warn({ event: 'sign_up.limited', limit });
  return { kind: 'limited', retryAfterSeconds };
}
