import { type LimitDesk, limit } from './limit.ts';
import { keyedHash } from './secret-token.ts';
import type { Limit } from './sign-up-limits.ts';

const minuteMs = 60_000;

type Desk = LimitDesk & { secret: string };
export type Limited = { kind: 'limited'; retryAfterSeconds: number };

/** A mailbox gets no more of these mails an hour, whoever asks; a shared office passes. */
export async function limitAsking(
  desk: Desk,
  { emailKey, network }: { emailKey: string; network: string },
  now: Date,
): Promise<Limited | null> {
  const addressHash = keyedHash(desk.secret, 'limit.address', emailKey);
  const ofNetwork = networkHash(desk, network);
  const limits = [
    { key: `sign_in.address:${addressHash}`, most: 6, windowMs: 60 * minuteMs, attackAt: 20 },
    { key: `sign_in.network:${ofNetwork}`, most: 100, windowMs: 60 * minuteMs, attackAt: 1 },
    { key: 'sign_in.everybody', most: 2000, windowMs: 10 * minuteMs, attackAt: 1 },
  ];
  return judge(desk, limits, now);
}

/** Beside the five tries of each request: who asks for many requests guesses no more often for that. */
export function limitCodeTries(desk: Desk, network: string, now: Date): Promise<Limited | null> {
  const key = `sign_in.code:${networkHash(desk, network)}`;
  return judge(desk, [{ key, most: 60, windowMs: 15 * minuteMs, attackAt: 1 }], now);
}

function networkHash({ secret }: Desk, network: string): string {
  return keyedHash(secret, 'limit.network', network);
}

async function judge(desk: Desk, limits: Limit[], now: Date): Promise<Limited | null> {
  const verdict = await limit(desk, limits, now);
  return verdict.kind === 'free' ? null : verdict;
}
