import { inArray, lt } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { webhookReceipts } from '#lib/db/schema.ts';

const dayMs = 86_400_000;

/** By the primary key. */
export async function hasReceipt(db: Queryable, ids: string[]): Promise<boolean> {
  const found = await db
    .select({ id: webhookReceipts.id })
    .from(webhookReceipts)
    .where(inArray(webhookReceipts.id, ids))
    .limit(1);
  return found.length > 0;
}

/** Two deliveries of one change may come at once; the primary key keeps one row. */
export async function addReceipts(db: Queryable, ids: string[], now: Date): Promise<void> {
  await db
    .insert(webhookReceipts)
    .values(ids.map((id) => ({ id, receivedAt: now })))
    .onConflictDoNothing();
}

/** By the index on the time. Signatures expire within minutes and retries within half an hour: a day is plenty. */
export async function forgetOldReceipts(db: Queryable, now: Date): Promise<void> {
  await db.delete(webhookReceipts).where(lt(webhookReceipts.receivedAt, new Date(now.getTime() - dayMs)));
}
