import { type LimitDesk, limit } from '#lib/subscribers/limit.ts';
import { keyedHash } from '#lib/subscribers/secret-token.ts';
import type { LimitVerdict } from '#lib/subscribers/sign-up-limits.ts';

const minuteMs = 60_000;

/** A school behind one address may search; a program that reads the archive through the search page may not. */
export function limitSearches(
  desk: LimitDesk & { secret: string },
  network: string,
  now: Date,
): Promise<LimitVerdict> {
  const who = keyedHash(desk.secret, 'limit.network', network);
  const own = { key: `search_network:${who}`, most: 100, windowMs: minuteMs, attackAt: 100 };
  const all = { key: 'search_everybody', most: 6000, windowMs: minuteMs, attackAt: 1 };
  return limit(desk, [own, all], now);
}
