import { randomUUID } from 'node:crypto';
import { and, asc, eq, inArray, lt, lte, max, ne, or, type SQL, sql } from 'drizzle-orm';
import { fromDrizzle, type PgBoss } from 'pg-boss';
import type { Database, Queryable, Transaction } from '#lib/db/database.ts';
import { deliveries, subscribers } from '#lib/db/schema.ts';
import { deliverQueue } from './mail-jobs.ts';

export type Delivery = typeof deliveries.$inferSelect;

type NewDelivery = Pick<Delivery, 'purpose' | 'subscriberId' | 'language' | 'sourcePath'> &
  Partial<Pick<Delivery, 'listIds' | 'signInRequestId'>>;

/** Writes a mail to be sent, and the job that says so, in the caller's transaction: both or neither. */
export async function enqueueDelivery(
  tx: Transaction,
  jobs: PgBoss,
  mail: NewDelivery,
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await tx.insert(deliveries).values({ id, ...mail, state: 'queued', createdAt: now, dueAt: now });
  await jobs.send(deliverQueue, { deliveryId: id }, { db: fromDrizzle(tx, sql) });
  return id;
}

/** When a confirmation was last written down for an address, whatever became of it. By the indexes of address and subscriber. */
export async function findLastMailed(db: Queryable, emailKey: string): Promise<Date | null> {
  const rows = await db
    .select({ last: max(deliveries.createdAt) })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(and(eq(subscribers.emailKey, emailKey), eq(deliveries.purpose, 'confirmation')));
  return rows[0]?.last ?? null;
}

/** Newsletters are edition-outbox-store.ts's: those go out at most once by themselves, these at least once. */
const claimable = (now: Date): SQL | undefined =>
  and(
    ne(deliveries.purpose, 'newsletter'),
    or(
      and(eq(deliveries.state, 'queued'), lte(deliveries.dueAt, now)),
      and(eq(deliveries.state, 'sending'), lt(deliveries.leasedUntil, now)),
    ),
  );

/**
 * Takes a row that is due, or whose last worker has let its lease run out. Of two claimers one gets it: the other
 * skips the locked row, and comes too late for the state. The attempt's number fences whoever held it before.
 */
export async function claimDelivery(
  db: Queryable,
  id: string,
  now: Date,
  leaseMs: number,
): Promise<Delivery | null> {
  const free = db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(eq(deliveries.id, id), claimable(now)))
    .for('update', { skipLocked: true });
  const rows = await db
    .update(deliveries)
    .set({
      state: 'sending',
      attempt: sql`${deliveries.attempt} + 1`,
      leasedUntil: new Date(now.getTime() + leaseMs),
      handedOverAt: null,
    })
    .where(inArray(deliveries.id, free))
    .returning();
  return rows[0] ?? null;
}

const held = (delivery: Delivery) =>
  and(
    eq(deliveries.id, delivery.id),
    eq(deliveries.state, 'sending'),
    eq(deliveries.attempt, delivery.attempt),
  );

/** False when the lease was lost meanwhile: then the mail is somebody else's and must not be sent. */
export async function markHandedOver(db: Queryable, delivery: Delivery, now: Date): Promise<boolean> {
  const rows = await db
    .update(deliveries)
    .set({ handedOverAt: now })
    .where(held(delivery))
    .returning({ id: deliveries.id });
  return rows.length === 1;
}

export type Settlement = { state: 'sent' | 'failed' | 'uncertain' | 'dropped'; reason: string | null };

export async function settleDelivery(
  db: Queryable,
  delivery: Delivery,
  { state, reason }: Settlement,
  smtpCode: number | null,
  now: Date,
): Promise<void> {
  await db
    .update(deliveries)
    .set({ state, reason, smtpCode, settledAt: now, leasedUntil: null })
    .where(held(delivery));
}

/** Back into the queue for later, with a job for that time. */
export async function postponeDelivery(
  db: Database,
  jobs: PgBoss,
  delivery: Delivery,
  wait: { until: Date; reason: string; smtpCode: number | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const rows = await tx
      .update(deliveries)
      .set({
        state: 'queued',
        dueAt: wait.until,
        reason: wait.reason,
        smtpCode: wait.smtpCode,
        leasedUntil: null,
        handedOverAt: null,
      })
      .where(held(delivery))
      .returning({ id: deliveries.id });
    if (rows.length === 0) return;
    const options = { startAfter: wait.until, db: fromDrizzle(tx, sql) };
    await jobs.send(deliverQueue, { deliveryId: delivery.id }, options);
  });
}

/** Rows that nobody seems to look after: their job was lost, or their worker died. By the index of open rows. */
export async function findForgotten(db: Queryable, since: Date, now: Date, most: number): Promise<string[]> {
  const rows = await db
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(inArray(deliveries.state, ['queued', 'sending']), lte(deliveries.dueAt, since), claimable(now)),
    )
    .orderBy(asc(deliveries.dueAt))
    .limit(most);
  return rows.map((row) => row.id);
}
