import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries, editions, subscribers } from '#lib/db/schema.ts';
import type { EditionState } from '#lib/newsletter/edition-store.ts';

/** Locks the row, so that of many clicks one finds the state it wants to leave. Null: there is no such edition. */
export async function lockEditionState(tx: Queryable, editionId: string): Promise<EditionState | null> {
  const rows = await tx
    .select({ state: editions.state })
    .from(editions)
    .where(eq(editions.id, editionId))
    .for('update');
  return rows[0]?.state ?? null;
}

/** Sending again, also what had settled: it has open rows from now on. */
export async function reopenEdition(tx: Queryable, editionId: string): Promise<void> {
  await tx
    .update(editions)
    .set({ state: 'sending', reason: null, settledAt: null })
    .where(eq(editions.id, editionId));
}

export async function holdEdition(tx: Queryable, editionId: string, reason: string): Promise<void> {
  await tx.update(editions).set({ state: 'paused', reason }).where(eq(editions.id, editionId));
}

const asQueued = (now: Date) =>
  ({ state: 'queued', dueAt: now, settledAt: null, handedOverAt: null, leasedUntil: null }) as const;

/** The failed rows of an edition, by the index of editions and subscribers. How many there were. */
export async function queueFailed(tx: Queryable, editionId: string, now: Date): Promise<number> {
  const rows = await tx
    .update(deliveries)
    // A mail is given up a day after it was written down: this one starts anew.
    .set({ ...asQueued(now), createdAt: now })
    .where(and(eq(deliveries.editionId, editionId), eq(deliveries.state, 'failed')))
    .returning({ id: deliveries.id });
  return rows.length;
}

export type UncertainDelivery = {
  id: string;
  email: string;
  handedOverAt: Date | null;
  reason: string | null;
};

/** A page of an edition's uncertain rows by id, after the last one of the page before. */
export async function pageOfUncertain(
  db: Queryable,
  editionId: string,
  { after, most }: { after: string | null; most: number },
): Promise<UncertainDelivery[]> {
  return db
    .select({
      id: deliveries.id,
      email: subscribers.email,
      handedOverAt: deliveries.handedOverAt,
      reason: deliveries.reason,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .where(
      and(
        eq(deliveries.editionId, editionId),
        eq(deliveries.state, 'uncertain'),
        after === null ? undefined : gt(deliveries.id, after),
      ),
    )
    .orderBy(asc(deliveries.id))
    .limit(most);
}

/** Of these rows the ones that are uncertain: two people who decide at once decide once. How many there were. */
export async function settleUncertain(
  tx: Queryable,
  editionId: string,
  ids: string[],
  decision: 'sent' | 'send again',
  now: Date,
): Promise<number> {
  const decided =
    decision === 'sent'
      ? ({ state: 'sent', reason: 'decided by a person', settledAt: now } as const)
      : { ...asQueued(now), createdAt: now, reason: 'sent again by a person' };
  const rows = await tx
    .update(deliveries)
    .set(decided)
    .where(
      and(
        eq(deliveries.editionId, editionId),
        inArray(deliveries.id, ids),
        eq(deliveries.state, 'uncertain'),
      ),
    )
    .returning({ id: deliveries.id });
  return rows.length;
}
