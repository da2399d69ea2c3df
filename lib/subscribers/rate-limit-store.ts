import { lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Queryable } from '#lib/db/database.ts';
import { rateLimits } from '#lib/db/schema.ts';
import { type Limit, shareLeft, windowStart } from './sign-up-limits.ts';

const takenSchema = z.object({
  key: z.string(),
  /** What the window before has counted. */
  before: z.number(),
  /** Seen full: then none was taken of any. */
  full: z.boolean(),
  taken: z.boolean(),
});

export type Taken = z.infer<typeof takenSchema>;

/**
 * Counts one more for each limit, in one statement, unless one is seen to be full. The row's lock serialises all who
 * want the last place: the condition is judged again on what the one before has written. Rows are taken in the order
 * given, so two callers never wait for each other. A count that a crash loses does no harm: nobody waits for the disk.
 */
export async function takeFromLimits(db: Database, limits: Limit[], now: Date): Promise<Taken[]> {
  const of = (value: (limit: Limit) => number | string) => sql.param(limits.map(value));
  const start = (limit: Limit) => windowStart(limit, now).toISOString();
  const startBefore = (limit: Limit) =>
    new Date(windowStart(limit, now).getTime() - limit.windowMs).toISOString();
  const result = await db.execute(sql`
    with asked as materialized (
      select a.key, a.start, a.place, coalesce(b.count, 0) as before,
        held.room, coalesce(c.count, 0) + 1 > held.room as "full"
      from unnest(
        ${of(({ key }) => key)}::text[], ${of(({ most }) => most)}::float8[],
        ${of(start)}::timestamptz[], ${of(startBefore)}::timestamptz[],
        ${of((limit) => shareLeft(limit, now))}::float8[]
      ) with ordinality as a(key, most, start, start_before, share, place)
      left join ${rateLimits} b on b.key = a.key and b.window_start = a.start_before
      left join ${rateLimits} c on c.key = a.key and c.window_start = a.start
      cross join lateral (select a.most - coalesce(b.count, 0) * a.share + 1e-9 as room) held
    ), unhurried as materialized (
      select set_config('synchronous_commit', 'off', true)
    ), taken as (
      insert into ${rateLimits} as r (key, window_start, count)
      select asked.key, asked.start, 1 from asked, unhurried
      where not exists (select from asked where asked."full") order by asked.place
      on conflict (key, window_start) do update set count = r.count + 1
      where r.count + 1 <= (select asked.room from asked where asked.key = excluded.key)
      returning r.key
    )
    select asked.key, asked.before, asked."full", taken.key is not null as taken
    from asked left join taken on taken.key = asked.key order by asked.place`);
  return z.array(takenSchema).parse(result.rows);
}

/** What one limit let through and another did not. Rows are locked in the order given, as when they are taken. */
export async function giveBack(db: Queryable, limits: Limit[], now: Date): Promise<void> {
  if (limits.length === 0) return;
  const keys = sql.param(limits.map(({ key }) => key));
  const starts = sql.param(limits.map((limit) => windowStart(limit, now).toISOString()));
  await db.execute(sql`
    with held as materialized (
      select r.key, r.window_start
      from unnest(${keys}::text[], ${starts}::timestamptz[]) with ordinality as a(key, start, place)
      join ${rateLimits} r on r.key = a.key and r.window_start = a.start
      order by a.place for update of r
    )
    update ${rateLimits} as r set count = r.count - 1
    from held where r.key = held.key and r.window_start = held.window_start`);
}

/** How often each has been refused in its window by now; beside the counts, so that they limit nothing. */
export async function countRefusals(db: Queryable, limits: Limit[], now: Date): Promise<Map<string, number>> {
  const rows = await db
    .insert(rateLimits)
    .values(
      limits.map((limit) => ({
        key: `refused:${limit.key}`,
        windowStart: windowStart(limit, now),
        count: 1,
      })),
    )
    .onConflictDoUpdate({
      target: [rateLimits.key, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning({ key: rateLimits.key, count: rateLimits.count });
  return new Map(rows.map((row) => [row.key.slice('refused:'.length), row.count]));
}

/** By the index on the window's start. */
export async function forgetCountsBefore(db: Queryable, instant: Date): Promise<void> {
  await db.delete(rateLimits).where(lt(rateLimits.windowStart, instant));
}
