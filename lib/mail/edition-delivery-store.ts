import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries, subscribers } from '#lib/db/schema.ts';

/** To be tried anew, with all the patience of a first time. */
const asQueued = (now: Date) =>
  ({
    state: 'queued',
    dueAt: now,
    settledAt: null,
    handedOverAt: null,
    leasedUntil: null,
    triedSince: null,
  }) as const;

/** The failed rows of an edition, by the index of editions and subscribers. How many there were. */
export async function queueFailed(tx: Queryable, editionId: string, now: Date): Promise<number> {
  const rows = await tx
    .update(deliveries)
    .set(asQueued(now))
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
      : { ...asQueued(now), reason: 'sent again by a person' };
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
