import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { countAgainst } from './rate-limit-store.ts';
import { keyedHash } from './secret-token.ts';
import { judgeLimits, type Limit } from './sign-up-limits.ts';

const minuteMs = 60_000;

type Desk = { db: Database; secret: string };
export type Limited = { kind: 'limited'; retryAfterSeconds: number };

/** A mailbox gets no more of these mails an hour, whoever asks; a shared office passes. */
export async function limitAsking(
  desk: Desk,
  { emailKey, network }: { emailKey: string; network: string },
  now: Date,
): Promise<Limited | null> {
  const addressHash = keyedHash(desk.secret, 'limit.address', emailKey);
  const own = [
    { key: `sign-in-address:${addressHash}`, most: 6, windowMs: 60 * minuteMs },
    { key: `sign-in-network:${networkHash(desk, network)}`, most: 100, windowMs: 60 * minuteMs },
  ];
  // Counted only for what the other limits let through: nobody can use it up for everybody.
  const overall = [{ key: 'sign-in-everybody', most: 2000, windowMs: 10 * minuteMs }];
  return (await judge(desk, own, now)) ?? judge(desk, overall, now);
}

/** Beside the five tries of each request: who asks for many requests guesses no more often for that. */
export function limitCodeTries(desk: Desk, network: string, now: Date): Promise<Limited | null> {
  const key = `sign-in-code:${networkHash(desk, network)}`;
  return judge(desk, [{ key, most: 60, windowMs: 15 * minuteMs }], now);
}

function networkHash({ secret }: Desk, network: string): string {
  return keyedHash(secret, 'limit.network', network);
}

async function judge({ db }: Desk, limits: Limit[], now: Date): Promise<Limited | null> {
  const verdict = judgeLimits(limits, await countAgainst(db, limits, now), now);
  if (verdict.kind === 'free') return null;
  log.warn({ event: 'sign_in.limited', limit: verdict.limit });
  return { kind: 'limited', retryAfterSeconds: verdict.retryAfterSeconds };
}
