import { type SQL, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#lib/db/database.ts';
import { correctionDateOf, instantKey } from './edition-keys.ts';
import type { Edition } from './edition-store.ts';

type Addressed = Pick<Edition, 'id' | 'kind' | 'key' | 'listId' | 'articleIds'>;

/** Longer than a million rows take on a slow disk; those who wait for the same edition wait as long. */
const freezeTimeout = sql.raw(`set local statement_timeout = '180s'`);

export async function allowLongFreeze(tx: Transaction): Promise<void> {
  await tx.execute(freezeTimeout);
}

/**
 * Everybody whom an edition goes to, written down as its deliveries in one statement; how many. In the order of their
 * ids, so that each index grows at one place: a million took 19 s instead of 26. Who joins later is not among them; who
 * leaves is left out again at the hand-over. Locked as they are read: one who is erased meanwhile is skipped, and does
 * not break the whole.
 */
export async function freezeAudience(tx: Transaction, edition: Addressed, now: Date): Promise<number> {
  const at = now.toISOString();
  const { rowCount } = await tx.execute(sql`
    insert into deliveries (id, purpose, subscriber_id, edition_id, language, state, created_at, due_at)
    select gen_random_uuid(), 'newsletter', subscribers.id, ${edition.id}::uuid, subscribers.language, 'queued',
      ${at}::timestamptz, ${at}::timestamptz
    ${audienceOf(edition)} order by subscribers.id for key share of subscribers`);
  return rowCount ?? 0;
}

/** How many it would go to now. */
export async function countAudience(db: Queryable, edition: Addressed): Promise<number> {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*)::int as count ${audienceOf(edition)}`,
  );
  return rows[0]?.count ?? 0;
}

function audienceOf({ kind, key, listId, articleIds }: Addressed): SQL {
  const ofList = sql`
    from subscriber_lists join subscribers on subscribers.id = subscriber_lists.subscriber_id
    where subscriber_lists.list_id = ${listId} and subscribers.state = 'confirmed'`;
  if (kind !== 'correction' || correctionDateOf({ key, listId, articleIds }) === null) return ofList;
  // Whoever got the article, or still gets it as it was frozen, has to know; where the List never sent it by itself, all of them.
  const original = sql`select id from editions where key = ${instantKey(listId, articleIds[0] ?? '')} and frozen_at is not null`;
  return sql`${ofList} and (not exists (${original}) or exists (
    select from deliveries where edition_id = (${original}) and subscriber_id = subscribers.id
      and state in ('queued', 'sending', 'sent', 'uncertain')))`;
}
