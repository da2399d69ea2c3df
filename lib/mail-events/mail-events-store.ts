import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries } from '#lib/db/schema.ts';
import type { MailEvent } from './mail-event.ts';

/** By the primary key: notes what came of a mail; the first time stays. Null: there is no such mail (any more). */
export async function noteMailEvent(
  db: Queryable,
  deliveryId: string,
  kind: MailEvent['kind'],
  now: Date,
): Promise<{ subscriberId: string; editionId: string | null } | null> {
  const moment = sql`${now.toISOString()}::timestamptz`;
  const rows = await db
    .update(deliveries)
    .set(
      kind === 'bounce'
        ? { bouncedAt: sql`coalesce(${deliveries.bouncedAt}, ${moment})` }
        : { complainedAt: sql`coalesce(${deliveries.complainedAt}, ${moment})` },
    )
    .where(eq(deliveries.id, deliveryId))
    .returning({ subscriberId: deliveries.subscriberId, editionId: deliveries.editionId });
  return rows[0] ?? null;
}
