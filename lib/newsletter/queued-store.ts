import { and, eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries } from '#lib/db/schema.ts';

/** Whoever has not got an edition does not get it; what is in a sender's hands is theirs. By the index of open rows. */
export async function dropQueued(db: Queryable, editionId: string, reason: string, now: Date): Promise<void> {
  await db
    .update(deliveries)
    .set({ state: 'dropped', reason, settledAt: now })
    .where(
      and(
        eq(deliveries.editionId, editionId),
        eq(deliveries.purpose, 'newsletter'),
        eq(deliveries.state, 'queued'),
      ),
    );
}
