import { and, eq, isNull, lt, or } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries } from '#lib/db/schema.ts';

/**
 * Whoever has not got an edition does not get it; what is in a living sender's hands is theirs. What a dead one had
 * claimed, and not handed over, is nobody's. By the index of open rows.
 */
export async function dropQueued(db: Queryable, editionId: string, reason: string, now: Date): Promise<void> {
  const leftBehind = and(
    eq(deliveries.state, 'sending'),
    isNull(deliveries.handedOverAt),
    lt(deliveries.leasedUntil, now),
  );
  await db
    .update(deliveries)
    .set({ state: 'dropped', reason, settledAt: now })
    .where(
      and(
        eq(deliveries.editionId, editionId),
        eq(deliveries.purpose, 'newsletter'),
        or(eq(deliveries.state, 'queued'), leftBehind),
      ),
    );
}
