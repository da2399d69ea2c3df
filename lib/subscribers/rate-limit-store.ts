import { lt, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { rateLimits } from '#lib/db/schema.ts';
import { type Limit, windowStart } from './sign-up-limits.ts';

/** Counts one more for every limit and says how many there are now. One upsert: the primary key serialises them. */
export async function countAgainst(db: Queryable, limits: Limit[], now: Date): Promise<Map<string, number>> {
  const rows = await db
    .insert(rateLimits)
    .values(limits.map((limit) => ({ key: limit.key, windowStart: windowStart(limit, now), count: 1 })))
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ key: rateLimits.key, count: rateLimits.count });
  return new Map(rows.map((row) => [row.key, row.count]));
}

/** By the index on the window's start. */
export async function forgetCountsBefore(db: Queryable, instant: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.windowStart, instant));
}
