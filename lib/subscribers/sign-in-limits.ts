import { type LimitDesk, limit } from './limit.ts';
import { giveBack } from './rate-limit-store.ts';
import { keyedHash } from './secret-token.ts';
import type { Limit, LimitVerdict } from './sign-up-limits.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

type Desk = LimitDesk & { secret: string };
export type Limited = Extract<LimitVerdict, { kind: 'limited' }>;

/**
 * A mailbox gets no more of these mails an hour, whoever asks; one network cannot use up what an address may get, so
 * that it locks nobody out; a shared office passes. The widest comes last.
 */
export async function limitAsking(
  desk: Desk,
  { emailKey, network }: { emailKey: string; network: string },
  now: Date,
): Promise<Limited | null> {
  const addressHash = keyedHash(desk.secret, 'limit.address', emailKey);
  const here = `${addressHash}.${networkHash(desk, network)}`;
  const limits = [
    { key: `sign_in_address_here:${here}`, most: 5, windowMs: hourMs, attackAt: 20 },
    { key: `sign_in_address:${addressHash}`, most: 12, windowMs: hourMs, attackAt: 20 },
    { key: `sign_in_network:${networkHash(desk, network)}`, most: 100, windowMs: hourMs, attackAt: 1 },
    { key: 'sign_in_everybody', most: 2000, windowMs: 10 * minuteMs, attackAt: 1 },
  ];
  return refusalOf(await limit(desk, limits, now));
}

/**
 * Beside the five tries of each request: who asks for many requests, or from many networks, guesses no more often for
 * that. Counted before anybody looks at the code; a right one is given back, so that only wrong ones use these up.
 */
export async function limitCodeTries(desk: Desk, network: string, now: Date): Promise<Limited | null> {
  return refusalOf(await limit(desk, codeLimits(desk, network), now));
}

export async function giveBackCodeTry(desk: Desk, network: string, now: Date): Promise<void> {
  await giveBack(desk.db, codeLimits(desk, network), now);
}

function codeLimits(desk: Desk, network: string): Limit[] {
  return [
    { key: `sign_in_code:${networkHash(desk, network)}`, most: 60, windowMs: 15 * minuteMs, attackAt: 1 },
    // A million codes: whoever has all networks in the world needs months for one account that is not chosen.
    { key: 'sign_in_code_everybody', most: 300, windowMs: hourMs, attackAt: 1 },
  ];
}

function refusalOf(verdict: LimitVerdict): Limited | null {
  return verdict.kind === 'limited' ? verdict : null;
}

function networkHash({ secret }: Desk, network: string): string {
  return keyedHash(secret, 'limit.network', network);
}
