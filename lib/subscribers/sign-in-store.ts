import { and, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { deliveries, signInRequests } from '#lib/db/schema.ts';
import { hashToken } from './secret-token.ts';

export type SignInRequestRow = typeof signInRequests.$inferSelect;

/** A code has a million values: with this many tries nobody finds it. */
export const mostCodeAttempts = 5;
/** How long a link and a code work, counted from the mail that carries them. */
export const signInLivesMs = 15 * 60_000;

type NewRequest = Pick<SignInRequestRow, 'id' | 'subscriberId' | 'expiresAt'> & { handle: string };

export async function addSignInRequest(
  db: Queryable,
  { handle, ...row }: NewRequest,
  now: Date,
): Promise<void> {
  await db.insert(signInRequests).values({ ...row, handleHash: hashToken(handle), createdAt: now });
}

/** By the unique hash. */
export async function findSignInRequest(db: Queryable, handle: string): Promise<SignInRequestRow | null> {
  const rows = await db
    .select()
    .from(signInRequests)
    .where(eq(signInRequests.handleHash, hashToken(handle)));
  return rows[0] ?? null;
}

export async function findSignInRequestById(db: Queryable, id: string): Promise<SignInRequestRow | null> {
  const rows = await db.select().from(signInRequests).where(eq(signInRequests.id, id));
  return rows[0] ?? null;
}

/**
 * Counts one try of a code before anybody looks whether it is right. One statement: the row's lock lets parallel
 * tries through one by one, and none after the last. Null: unknown, too old, or no try is left.
 */
export async function countCodeAttempt(
  db: Queryable,
  handle: string,
  now: Date,
): Promise<SignInRequestRow | null> {
  const rows = await db
    .update(signInRequests)
    .set({ attempts: sql`${signInRequests.attempts} + 1` })
    .where(
      and(
        eq(signInRequests.handleHash, hashToken(handle)),
        gt(signInRequests.expiresAt, now),
        lt(signInRequests.attempts, mostCodeAttempts),
      ),
    )
    .returning();
  return rows[0] ?? null;
}

/** A mail that left late must not carry a dead code: from its hand-over on its request lives as long as it says. */
export async function extendSignInRequest(db: Queryable, id: string, expiresAt: Date): Promise<void> {
  await db
    .update(signInRequests)
    .set({ expiresAt })
    .where(and(eq(signInRequests.id, id), lt(signInRequests.expiresAt, expiresAt)));
}

/** Nobody needs the others once one has been used: no try is left on them, and mails that still wait are not sent. */
export async function closeSignInRequests(db: Queryable, subscriberId: string): Promise<void> {
  await db
    .update(signInRequests)
    .set({ attempts: mostCodeAttempts })
    .where(and(eq(signInRequests.subscriberId, subscriberId), lt(signInRequests.attempts, mostCodeAttempts)));
}

/** The last mail that was asked for in a request. By the index of the subscriber's deliveries. */
export async function findLastMailOf(
  db: Queryable,
  request: SignInRequestRow,
): Promise<Pick<typeof deliveries.$inferSelect, 'createdAt' | 'language' | 'sourcePath'> | null> {
  const { createdAt, language, sourcePath } = deliveries;
  const rows = await db
    .select({ createdAt, language, sourcePath })
    .from(deliveries)
    .where(and(eq(deliveries.subscriberId, request.subscriberId), eq(deliveries.signInRequestId, request.id)))
    .orderBy(desc(createdAt))
    .limit(1);
  return rows[0] ?? null;
}

/** By the index on the expiry. Links and mails outlive them. */
export async function forgetSignInRequestsBefore(db: Queryable, instant: Date): Promise<void> {
  await db.delete(signInRequests).where(lt(signInRequests.expiresAt, instant));
}
