import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Queryable } from '#lib/db/database.ts';
import { subscriberState } from '#lib/db/schema.ts';
import { languageSchema } from '#lib/i18n/language.ts';

// Counting reads the whole table, whatever its indexes: at a million subscribers each statement takes a fifth of a
// second (lists two fifths) on two busy cores. They are asked once a minute at most.

const count = z.coerce.number();

const stateRows = z.array(
  z.object({ state: z.enum(subscriberState.enumValues), language: languageSchema, count }),
);

export async function countByStateAndLanguage(db: Queryable) {
  const { rows } = await db.execute(sql`select state, language, count(*) from subscribers group by 1, 2`);
  return stateRows.parse(rows);
}

const listRows = z.array(z.object({ id: z.string(), count }));

/** Who confirmed and has not left since. */
export async function countByList(db: Queryable) {
  const { rows } = await db.execute(sql`
    select list_id as id, count(*) from subscriber_lists
    join subscribers on subscribers.id = subscriber_id and state = 'confirmed'
    group by 1 order by 2 desc, 1`);
  return listRows.parse(rows);
}

const dayRows = z.array(z.object({ day: z.string(), signUps: count, confirmations: count }));

/** The days up to today as the paper's readers count them, those on which nothing happened included. */
export async function countByDay(
  db: Queryable,
  { now, timeZone, days }: { now: Date; timeZone: string; days: number },
) {
  const localDay = (column: string) => sql`(${sql.raw(column)} at time zone ${timeZone})::date`;
  const today = sql`(${now.toISOString()}::timestamptz at time zone ${timeZone})::date`;
  const perDay = (column: string) => sql`
    select ${localDay(column)} as day, count(*) as count from subscribers
    where ${sql.raw(column)} >= (${today} - ${days - 1}::int)::timestamp at time zone ${timeZone}
    group by 1`;
  const { rows } = await db.execute(sql`
    select to_char(d.day, 'YYYY-MM-DD') as day, coalesce(s.count, 0) as "signUps", coalesce(c.count, 0) as confirmations
    from (select generate_series(0, ${days - 1}::int) + ${today} - ${days - 1}::int as day) d
    left join (${perDay('created_at')}) s on s.day = d.day
    left join (${perDay('confirmed_at')}) c on c.day = d.day
    order by 1`);
  return dayRows.parse(rows);
}

const sourceRows = z.array(z.object({ path: z.string(), signUps: count, confirmed: count }));

/**
 * Articles only: anybody can post any path as a source, an address among its words. The pattern is asked of each path
 * once, after counting: of each row it would take three times as long.
 */
export async function countBySourceArticle(db: Queryable, most: number) {
  const { rows } = await db.execute(sql`
    with sources as materialized (
      select source_path as path, count(*) as "signUps", count(*) filter (where state = 'confirmed') as confirmed
      from subscribers where source_path is not null group by 1
    )
    select * from sources where path ~ '^(/es)?/articles/[A-Za-z0-9._~-]+$' order by 2 desc, 1 limit ${most}`);
  return sourceRows.parse(rows);
}
