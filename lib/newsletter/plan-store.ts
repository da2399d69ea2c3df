import { randomUUID } from 'node:crypto';
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#lib/db/database.ts';
import { editions } from '#lib/db/schema.ts';
import type { Edition, EditionState } from './edition-store.ts';

/** Two digests of one List are frozen one after the other: the second begins where the first ended. */
export async function lockList(tx: Transaction, listId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`newsletter list ${listId}`}, 0))`);
}

/** One plan at a time, so that none undoes half of another. */
export async function lockPlan(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('newsletter plan', 0))`);
}

type NewEdition = Pick<Edition, 'key' | 'kind' | 'listId' | 'language' | 'dueAt'> &
  Partial<Pick<Edition, 'articleIds' | 'state' | 'reason'>>;

/** Null when there is such an edition already, by its key. */
export async function addEdition(db: Queryable, edition: NewEdition, now: Date): Promise<string | null> {
  const rows = await db
    .insert(editions)
    .values({ id: randomUUID(), state: 'planned', articleIds: [], ...edition, createdAt: now })
    .onConflictDoNothing({ target: editions.key })
    .returning({ id: editions.id });
  return rows[0]?.id ?? null;
}

const cancelledWithinMs = 30 * 86_400_000;
const waiting: EditionState[] = ['planned', 'held'];

/** Digests whose time has not come, the next first. By the index of open editions. */
export async function findComingDigests(db: Queryable, now: Date): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(and(inArray(editions.state, waiting), eq(editions.kind, 'digest'), gt(editions.dueAt, now)))
    .orderBy(asc(editions.dueAt));
}

/** Whose time has come. By the index of open editions. */
export async function findDue(db: Queryable, now: Date): Promise<Edition[]> {
  return db
    .select()
    .from(editions)
    .where(and(eq(editions.state, 'planned'), lte(editions.dueAt, now)))
    .orderBy(asc(editions.dueAt));
}

/** By the unique key. */
export async function findKnownKeys(db: Queryable, keys: string[]): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const rows = await db.select({ key: editions.key }).from(editions).where(inArray(editions.key, keys));
  return new Set(rows.map((row) => row.key));
}

/** By the index of lists. */
export async function findNewestDigest(db: Queryable, listId: string): Promise<Edition | null> {
  const rows = await db
    .select()
    .from(editions)
    .where(and(eq(editions.listId, listId), eq(editions.kind, 'digest')))
    .orderBy(desc(editions.dueAt))
    .limit(1);
  return rows[0] ?? null;
}

/** A coming digest goes where its List now wants it. */
export async function moveDigest(
  db: Queryable,
  id: string,
  place: Pick<Edition, 'key' | 'dueAt' | 'language'>,
): Promise<void> {
  await db
    .update(editions)
    .set(place)
    .where(and(eq(editions.id, id), inArray(editions.state, waiting)));
}

/** A plan that nobody has touched is forgotten without a trace. */
export async function forgetPlanned(db: Queryable, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.delete(editions).where(and(inArray(editions.id, ids), eq(editions.state, 'planned')));
}

/** What was due goes to a person instead; ids of those that changed. By the index of open editions. */
export async function markMissed(db: Queryable, until: Date, reason: string): Promise<string[]> {
  const rows = await db
    .update(editions)
    .set({ state: 'missed', reason })
    .where(and(eq(editions.state, 'planned'), lte(editions.dueAt, until)))
    .returning({ id: editions.id });
  return rows.map((row) => row.id);
}

/** What becomes of an edition that was due and cannot go out. */
export async function concludePlanned(
  db: Queryable,
  id: string,
  end: { state: 'empty'; settledAt: Date } | { state: 'missed'; reason: string },
): Promise<void> {
  await db
    .update(editions)
    .set(end)
    .where(and(eq(editions.id, id), eq(editions.state, 'planned')));
}

/** Frozen editions that somebody cancelled since. By the index of due times: nobody cancels what is older. */
export async function findCancelledSince(db: Queryable, since: Date): Promise<string[]> {
  const rows = await db
    .select({ id: editions.id })
    .from(editions)
    .where(
      and(
        gt(editions.dueAt, new Date(since.getTime() - cancelledWithinMs)),
        eq(editions.state, 'cancelled'),
        isNotNull(editions.frozenAt),
        gt(editions.settledAt, since),
      ),
    );
  return rows.map((row) => row.id);
}

/** By the index of open editions. */
export async function findSending(db: Queryable): Promise<Pick<Edition, 'id' | 'articleIds'>[]> {
  return db
    .select({ id: editions.id, articleIds: editions.articleIds })
    .from(editions)
    .where(eq(editions.state, 'sending'));
}

/** Ids of those that were being sent. */
export async function pauseSending(db: Queryable, reason: string, only?: string[]): Promise<string[]> {
  if (only?.length === 0) return [];
  const rows = await db
    .update(editions)
    .set({ state: 'paused', reason })
    .where(and(eq(editions.state, 'sending'), only && inArray(editions.id, only)))
    .returning({ id: editions.id });
  return rows.map((row) => row.id);
}

/**
 * Editions of which nothing is left to do are sent. Locked first and looked at afterwards: who puts deliveries back
 * into an edition's queue locks it, too.
 */
export async function settleFinished(tx: Transaction, now: Date): Promise<string[]> {
  const sending = await tx
    .select({ id: editions.id })
    .from(editions)
    .where(eq(editions.state, 'sending'))
    .orderBy(asc(editions.id))
    .for('update');
  if (sending.length === 0) return [];
  const rows = await tx
    .update(editions)
    .set({ state: 'sent', settledAt: now })
    .where(
      and(
        inArray(
          editions.id,
          sending.map((one) => one.id),
        ),
        sql`not exists (select from deliveries where deliveries.edition_id = ${editions.id}
          and purpose = 'newsletter' and deliveries.state in ('queued', 'sending'))`,
      ),
    )
    .returning({ id: editions.id });
  return rows.map((row) => row.id);
}
