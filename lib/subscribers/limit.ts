import type { Database } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import { countRefusals, giveBack, takeFromLimits } from './rate-limit-store.ts';
import { type Limit, type LimitVerdict, retryAfterSeconds } from './sign-up-limits.ts';

/**
 * Never a transaction of the caller's: what is counted does not wait for the disk, and must not teach a sign-up that.
 * `limitsFactor` multiplies every limit: 1 but for benchmarks.
 */
export type LimitDesk = { db: Database; limitsFactor: number };

/** Counts one more against all limits, or against none: what is refused uses nothing up. */
export async function limit(desk: LimitDesk, asked: Limit[], now: Date): Promise<LimitVerdict> {
  const limits = asked.map((one) => ({ ...one, most: one.most * desk.limitsFactor }));
  const rows = new Map((await takeFromLimits(desk.db, limits, now)).map((row) => [row.key, row]));
  const taken = limits.filter((one) => rows.get(one.key)?.taken);
  if (taken.length === limits.length) return { kind: 'free' };

  const full = limits.filter((one) => rows.get(one.key)?.full);
  // None was seen to be full: somebody else has taken a last place at the same moment.
  const refusing = full.length > 0 ? full : limits.filter((one) => !taken.includes(one));
  await giveBack(desk.db, taken, now);
  const refusals = await countRefusals(desk.db, refusing, now);
  let verdict: LimitVerdict = { kind: 'free' };
  let longest = 0;
  for (const one of refusing) {
    report(one, refusals.get(one.key) ?? 0);
    const seconds = retryAfterSeconds(one, rows.get(one.key)?.before ?? 0, now);
    if (seconds <= longest) continue;
    longest = seconds;
    verdict = { kind: 'limited', limit: nameOf(one), retryAfterSeconds: seconds };
  }
  return verdict;
}

/** A line for each refusal would drown the log when it matters: one says that it began, one that it is an attack. */
function report(one: Limit, refused: number): void {
  const [, who = null] = one.key.split(':');
  const line = { limit: nameOf(one), who, most: one.most, refused, windowMinutes: one.windowMs / 60_000 };
  if (refused === one.attackAt) log.error({ event: 'limit.attack', ...line });
  else if (refused === 1) log.warn({ event: 'limit.reached', ...line });
}

function nameOf({ key }: Limit): string {
  return key.split(':')[0] ?? key;
}
