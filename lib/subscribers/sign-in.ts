import type { Database, Transaction } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { inspectLink, isPressedAgain } from './link.ts';
import { hashCode, isToken, newToken } from './secret-token.ts';
import { addSession, endSession, findSession } from './session-store.ts';
import {
  closeSignInRequests,
  countCodeAttempt,
  findSignInRequest,
  mostCodeAttempts,
} from './sign-in-store.ts';
import { lockSubscriber } from './subscriber-store.ts';
import { findToken, spendCode, spendOtherTokens, spendToken, type TokenRow } from './token-store.ts';

/** Who presses a button: the session that this browser holds so far, and what the device is called. */
export type Press = { session: string | null; device: string | null };

export type SignedIn =
  | { kind: 'signed-in'; sessionToken: string; sourcePath: string | null }
  /** The same reader pressed the button again. */
  | { kind: 'repeated'; sourcePath: string | null };

export type LinkSignIn = SignedIn | { kind: 'malformed' | 'unknown' | 'expired' | 'used' };

/** Spends the link from a mail and opens a session, all or nothing. */
export async function signInByLink(
  db: Database,
  press: Press & { token: string },
  now: Date,
): Promise<LinkSignIn> {
  if (!isToken(press.token)) return { kind: 'malformed' };
  return db.transaction(async (tx): Promise<LinkSignIn> => {
    const found = await findToken(tx, 'sign_in', press.token);
    if (found) await lockSubscriber(tx, found.subscriberId);
    const spent = await spendToken(tx, 'sign_in', press.token, now);
    if (spent) return openSession(tx, spent, press, now);
    const state = await inspectLink(tx, 'sign_in', press.token, now);
    if (state.kind === 'open') throw new Error('An open token could not be spent');
    if (state.kind !== 'used' || !(await isPressedAgain(tx, state.link, press.session, now))) {
      return { kind: state.kind };
    }
    return { kind: 'repeated', sourcePath: state.link.sourcePath };
  });
}

export type CodeSignIn = SignedIn | { kind: 'wrong'; attemptsLeft: number } | { kind: 'over' };

/**
 * Tries a code on the request whose handle this browser holds. The try is counted first and stays counted; a request
 * for an address without a subscription has no code, so that every code is wrong.
 */
export async function signInByCode(
  db: Database,
  press: Press & { handle: string; code: string; secret: string },
  now: Date,
): Promise<CodeSignIn> {
  if (!isToken(press.handle)) return { kind: 'over' };
  return db.transaction(async (tx): Promise<CodeSignIn> => {
    const asked = await findSignInRequest(tx, press.handle);
    if (!asked) return { kind: 'over' };
    await lockSubscriber(tx, asked.subscriberId);
    const request = await countCodeAttempt(tx, press.handle, now);
    if (!request) return overOrRepeated(tx, asked.subscriberId, press, now);
    const codeHash = hashCode(press.secret, request.id, press.code);
    const spent = await spendCode(tx, { requestId: request.id, codeHash }, now);
    if (spent) return openSession(tx, spent, press, now);
    const attemptsLeft = mostCodeAttempts - request.attempts;
    log.info({ event: 'sign_in.wrong_code', requestId: request.id, attemptsLeft });
    return attemptsLeft > 0 ? { kind: 'wrong', attemptsLeft } : { kind: 'over' };
  });
}

/** Always a new session: one that somebody planted in this browser before ends here, whoever it belonged to. */
async function openSession(
  tx: Transaction,
  { subscriberId, sourcePath }: TokenRow,
  press: Press,
  now: Date,
): Promise<SignedIn> {
  await spendOtherTokens(tx, subscriberId, 'sign_in', now);
  await closeSignInRequests(tx, subscriberId);
  if (press.session !== null) await endSession(tx, press.session);
  const sessionToken = newToken();
  await addSession(tx, { token: sessionToken, subscriberId, device: press.device }, now);
  log.info({ event: 'subscriber.signed_in', subscriberId });
  return { kind: 'signed-in', sessionToken, sourcePath };
}

/** A double click: the first one has signed this very reader in. */
async function overOrRepeated(
  tx: Transaction,
  subscriberId: string,
  { session }: Press,
  now: Date,
): Promise<CodeSignIn> {
  const open = session === null ? null : await findSession(tx, session, now);
  return open?.subscriberId === subscriberId ? { kind: 'repeated', sourcePath: null } : { kind: 'over' };
}
