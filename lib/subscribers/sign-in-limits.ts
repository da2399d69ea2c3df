import { type LimitDesk, limit } from './limit.ts';
import { keyedHash } from './secret-token.ts';
import type { LimitVerdict } from './sign-up-limits.ts';

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

/** Beside the five tries of each request: who asks for many requests guesses no more often for that. */
export async function limitCodeTries(desk: Desk, network: string, now: Date): Promise<Limited | null> {
  const key = `sign_in_code:${networkHash(desk, network)}`;
  return refusalOf(await limit(desk, [{ key, most: 60, windowMs: 15 * minuteMs, attackAt: 1 }], now));
}

function refusalOf(verdict: LimitVerdict): Limited | null {
  return verdict.kind === 'limited' ? verdict : null;
}

function networkHash({ secret }: Desk, network: string): string {
  return keyedHash(secret, 'limit.network', network);
}
