import { and, eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { suppressions } from '#lib/db/schema.ts';
import { keyedHash } from './secret-token.ts';

/**
 * `erased`: its owner deleted the account; no newsletter and no import, but a fresh sign-up of theirs is answered.
 * Any other reason (staff, bounce, complaint, …): no mail at all.
 */
export const erased = 'erased';

/** What is left of an address that must not be mailed: without the secret it tells nothing. */
export function suppressionHash(secret: string, emailKey: string): string {
  return keyedHash(secret, 'suppression', emailKey);
}

/** By the primary key. */
export async function findSuppression(
  db: Queryable,
  emailHash: string,
): Promise<{ reason: string; since: Date } | null> {
  const rows = await db
    .select({ reason: suppressions.reason, since: suppressions.createdAt })
    .from(suppressions)
    .where(eq(suppressions.emailHash, emailHash));
  return rows[0] ?? null;
}

/** One statement, safe in parallel. An older reason stays, but for `erased`, which everything else outweighs. */
export async function addSuppression(
  db: Queryable,
  suppression: { emailHash: string; reason: string },
  now: Date,
): Promise<void> {
  const { emailHash, reason } = suppression;
  await db
    .insert(suppressions)
    .values({ emailHash, reason, createdAt: now })
    .onConflictDoUpdate({
      target: suppressions.emailHash,
      set: { reason, createdAt: now },
      setWhere: eq(suppressions.reason, erased),
    });
}

/** Who comes back after erasing an account, and confirms, is written to again. Any other reason stands. */
export async function liftErasure(db: Queryable, emailHash: string): Promise<void> {
  await db
    .delete(suppressions)
    .where(and(eq(suppressions.emailHash, emailHash), eq(suppressions.reason, erased)));
}

/** By the primary key, whatever the reason. */
export async function removeSuppression(db: Queryable, emailHash: string): Promise<void> {
  await db.delete(suppressions).where(eq(suppressions.emailHash, emailHash));
}
