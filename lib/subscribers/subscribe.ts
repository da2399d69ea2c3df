import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { enqueueDelivery, findLastMailed } from '#lib/mail/outbox.ts';
import type { Desk } from './desk.ts';
import type { EmailAddress } from './email-address.ts';
import { limit } from './limit.ts';
import { resendAfterMs } from './pending-sign-up.ts';
import { keyedHash } from './secret-token.ts';
import { signUpLimits } from './sign-up-limits.ts';
import { findOrAddSubscriber } from './subscriber-store.ts';

export type SignUp = {
  email: EmailAddress;
  language: Language;
  source: string | null;
  /** Null: no choice was offered, the default lists are taken at confirmation. */
  listIds: string[] | null;
  /** Where the request comes from, for counting. */
  network: string;
};

type Limited = { kind: 'limited'; retryAfterSeconds: number };

export type SignUpResult = { kind: 'accepted' } | Limited;

type Soon = { kind: 'soon'; retryAfterSeconds: number };

export type ResendResult = SignUpResult | Soon;

/**
 * Takes an address. What is known about it decides only which mail the worker sends, later and elsewhere: so the
 * answer, the statements and the time they take are the same for every address.
 */
export async function subscribe(desk: Desk, signUp: SignUp, now: Date): Promise<SignUpResult> {
  const verdict = await limit(desk, limitsOf(desk, signUp), now);
  if (verdict.kind === 'limited') return verdict;
  await desk.db.transaction(async (tx) => {
    const wish = { email: signUp.email, language: signUp.language, sourcePath: signUp.source };
    await enqueueConfirmation(tx, desk, signUp, await findOrAddSubscriber(tx, wish, now), now);
  });
  desk.wake();
  return { kind: 'accepted' };
}

/** The same once more, for whoever waits. The last mail's own row says when it was: no other clock counts. */
export async function resend(desk: Desk, signUp: SignUp, now: Date): Promise<ResendResult> {
  const hasty = tooSoon(await findLastMailed(desk.db, signUp.email.key), now);
  if (hasty) return hasty;
  const verdict = await limit(desk, limitsOf(desk, signUp), now);
  if (verdict.kind === 'limited') return verdict;
  const result = await desk.db.transaction(async (tx): Promise<ResendResult> => {
    const wish = { email: signUp.email, language: signUp.language, sourcePath: signUp.source };
    const subscriberId = await findOrAddSubscriber(tx, wish, now);
    // Of two presses at once, the second has waited for the first one's row.
    const second = tooSoon(await findLastMailed(tx, signUp.email.key), now);
    if (second) return second;
    await enqueueConfirmation(tx, desk, signUp, subscriberId, now);
    return { kind: 'accepted' };
  });
  desk.wake();
  return result;
}

function limitsOf(desk: Desk, signUp: SignUp) {
  return signUpLimits({
    addressHash: keyedHash(desk.secret, 'limit.address', signUp.email.key),
    networkHash: keyedHash(desk.secret, 'limit.network', signUp.network),
  });
}

async function enqueueConfirmation(
  tx: Parameters<typeof enqueueDelivery>[0],
  desk: Desk,
  { language, source, listIds }: SignUp,
  subscriberId: string,
  now: Date,
): Promise<void> {
  const mail = { purpose: 'confirmation', subscriberId, language, sourcePath: source, listIds } as const;
  const deliveryId = await enqueueDelivery(tx, desk.jobs, mail, now);
  log.info({ event: 'sign_up.accepted', subscriberId, deliveryId });
}

function tooSoon(lastMailed: Date | null, now: Date): Soon | null {
  if (!lastMailed) return null;
  const leftMs = Math.min(resendAfterMs, lastMailed.getTime() + resendAfterMs - now.getTime());
  return leftMs > 0 ? { kind: 'soon', retryAfterSeconds: Math.ceil(leftMs / 1000) } : null;
}
