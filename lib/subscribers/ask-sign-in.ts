import { randomUUID } from 'node:crypto';
import type { Transaction } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { log } from '#lib/log.ts';
import { enqueueDelivery } from '#lib/mail/outbox.ts';
import type { Desk } from './desk.ts';
import { newToken } from './secret-token.ts';
import { type Limited, limitAsking } from './sign-in-limits.ts';
import type { SignInRequest } from './sign-in-request.ts';
import { addSignInRequest, signInLivesMs } from './sign-in-store.ts';
import { findOrAddSubscriber } from './subscriber-store.ts';

export type AskResult = { kind: 'accepted'; handle: string } | { kind: 'trapped' } | Limited;

/**
 * Takes an address that wants to be signed in. Nothing here looks at what is known of it: the worker decides which
 * mail it gets, so the answer, the statements and the time they take are the same for every address.
 */
export async function askToSignIn(
  desk: Desk,
  ask: SignInRequest & { network: string },
  now: Date,
): Promise<AskResult> {
  // What a browser fills in by itself must not become a mail that never comes: one more press is asked for, and uses
  // nothing up of what the address may get.
  if (ask.website !== '') {
    log.info({ event: 'sign_in.trapped' });
    return { kind: 'trapped' };
  }
  const limited = await limitAsking(desk, { emailKey: ask.email.key, network: ask.network }, now);
  if (limited) return limited;
  const handle = newToken();
  await desk.db.transaction(async (tx) => {
    const wish = { email: ask.email, language: ask.language, sourcePath: ask.source };
    const subscriberId = await findOrAddSubscriber(tx, wish, now);
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + signInLivesMs);
    await addSignInRequest(tx, { id, handle, subscriberId, expiresAt }, now);
    const mail = { language: ask.language, sourcePath: ask.source };
    await enqueueSignInMail(tx, desk, { id, subscriberId }, mail, now);
  });
  desk.wake();
  return { kind: 'accepted', handle };
}

export async function enqueueSignInMail(
  tx: Transaction,
  desk: Desk,
  request: { id: string; subscriberId: string },
  mail: { language: Language; sourcePath: string | null },
  now: Date,
): Promise<void> {
  const { id: signInRequestId, subscriberId } = request;
  const delivery = { purpose: 'sign_in', subscriberId, signInRequestId, ...mail } as const;
  const deliveryId = await enqueueDelivery(tx, desk.jobs, delivery, now);
  log.info({ event: 'sign_in.asked', subscriberId, deliveryId });
}
