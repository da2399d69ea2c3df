import type { Queryable } from '#lib/db/database.ts';
import type { Language } from '#lib/i18n/language.ts';
import { enqueueSignInMail } from './ask-sign-in.ts';
import type { Desk } from './desk.ts';
import { resendAfterMs } from './pending-sign-up.ts';
import { isToken } from './secret-token.ts';
import { type Limited, limitAsking } from './sign-in-limits.ts';
import {
  findLastMailOf,
  findSignInRequest,
  mostCodeAttempts,
  type SignInRequestRow,
} from './sign-in-store.ts';
import { findSubscriber, lockSubscriber } from './subscriber-store.ts';

type Wait = { kind: 'wait'; retryAfterSeconds: number };
export type AgainResult = { kind: 'accepted' } | { kind: 'over' } | Wait | Limited;

/**
 * One more mail for the request whose handle this browser holds: the tries count on, and the codes of all its mails
 * work. What is not said now, as by a program that only asks again, is as it was in the mail before.
 */
export async function sendSignInAgain(
  desk: Desk,
  again: { handle: string; language: Language | null; source: string | null; network: string },
  now: Date,
): Promise<AgainResult> {
  const request = await findOpenRequest(desk.db, again.handle, now);
  const subscriber = request && (await findSubscriber(desk.db, request.subscriberId));
  if (!subscriber) return { kind: 'over' };
  const early = await mustWait(desk.db, request, now);
  if (early) return early;
  const limited = await limitAsking(desk, { emailKey: subscriber.emailKey, network: again.network }, now);
  if (limited) return limited;
  const result = await desk.db.transaction(async (tx): Promise<AgainResult> => {
    // Of two presses at once the second one sees the first one's mail.
    await lockSubscriber(tx, subscriber.id);
    const late = await mustWait(tx, request, now);
    if (late) return late;
    const last = await findLastMailOf(tx, request);
    const mail = {
      language: again.language ?? last?.language ?? subscriber.language,
      sourcePath: again.source ?? last?.sourcePath ?? null,
    };
    await enqueueSignInMail(tx, desk, request, mail, now);
    return { kind: 'accepted' };
  });
  desk.wake();
  return result;
}

/** What the page with the code's field shows. Null: this browser's request is over, or there never was one. */
export async function inspectSignInRequest(
  db: Queryable,
  handle: string | null,
  now: Date,
): Promise<{ waitSeconds: number; attemptsLeft: number } | null> {
  const request = handle === null ? null : await findOpenRequest(db, handle, now);
  if (!request) return null;
  const wait = await mustWait(db, request, now);
  return {
    waitSeconds: wait?.retryAfterSeconds ?? 0,
    attemptsLeft: mostCodeAttempts - request.attempts,
  };
}

async function findOpenRequest(db: Queryable, handle: string, now: Date): Promise<SignInRequestRow | null> {
  const request = isToken(handle) ? await findSignInRequest(db, handle) : null;
  return request && request.expiresAt > now && request.attempts < mostCodeAttempts ? request : null;
}

async function mustWait(db: Queryable, request: SignInRequestRow, now: Date): Promise<Wait | null> {
  const { createdAt } = (await findLastMailOf(db, request)) ?? request;
  const leftMs = Math.min(resendAfterMs, createdAt.getTime() + resendAfterMs - now.getTime());
  return leftMs > 0 ? { kind: 'wait', retryAfterSeconds: Math.ceil(leftMs / 1000) } : null;
}
