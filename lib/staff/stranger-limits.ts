import { type LimitDesk, limit } from '#lib/subscribers/limit.ts';
import { keyedHash } from '#lib/subscribers/secret-token.ts';
import type { LimitVerdict } from '#lib/subscribers/sign-up-limits.ts';

const minuteMs = 60_000;

/**
 * How many tokens that nobody knows yet the lake is asked for. A newsroom that signs in all at once passes; the overall
 * limit keeps a crowd of made-up ones from eating up what hosted Sanity allows the site.
 */
export function limitStrangers(
  desk: LimitDesk & { secret: string },
  { network, isStaffs }: { network: string; isStaffs: boolean },
  now: Date,
): Promise<LimitVerdict> {
  const who = keyedHash(desk.secret, 'limit.network', network);
  const own = { key: `staff_network:${who}`, most: 30, windowMs: minuteMs, attackAt: 1 };
  const shared = { key: 'staff_everybody', most: 300, windowMs: minuteMs, attackAt: 1 };
  return limit(desk, isStaffs ? [own] : [own, shared], now);
}
