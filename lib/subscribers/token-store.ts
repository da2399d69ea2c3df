import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { tokens } from '#lib/db/schema.ts';
import { hashToken } from './secret-token.ts';

export type TokenRow = typeof tokens.$inferSelect;

type Optional = 'listIds' | 'language' | 'signInRequestId' | 'codeHash';
type NewToken = Omit<TokenRow, 'hash' | 'spentAt' | Optional> &
  Partial<Pick<TokenRow, Optional>> & { token: string };

export async function addToken(db: Queryable, { token, ...row }: NewToken): Promise<void> {
  await db.insert(tokens).values({ ...row, hash: hashToken(token) });
}

export async function findToken(
  db: Queryable,
  purpose: TokenRow['purpose'],
  token: string,
): Promise<TokenRow | null> {
  const rows = await db
    .select()
    .from(tokens)
    .where(and(eq(tokens.hash, hashToken(token)), eq(tokens.purpose, purpose)));
  return rows[0] ?? null;
}

/** Null when it is not there, expired or spent. The row's lock lets one of two callers spend it. */
export async function spendToken(
  db: Queryable,
  purpose: TokenRow['purpose'],
  token: string,
  now: Date,
): Promise<TokenRow | null> {
  const rows = await db
    .update(tokens)
    .set({ spentAt: now })
    .where(
      and(
        eq(tokens.hash, hashToken(token)),
        eq(tokens.purpose, purpose),
        isNull(tokens.spentAt),
        gt(tokens.expiresAt, now),
      ),
    )
    .returning();
  return rows[0] ?? null;
}

/** By the index of the request. Null when this code was not minted for it; the row's lock lets one caller spend it. */
export async function spendCode(
  db: Queryable,
  { requestId, codeHash }: { requestId: string; codeHash: string },
  now: Date,
): Promise<TokenRow | null> {
  const rows = await db
    .update(tokens)
    .set({ spentAt: now })
    .where(
      and(
        eq(tokens.signInRequestId, requestId),
        eq(tokens.codeHash, codeHash),
        isNull(tokens.spentAt),
        gt(tokens.expiresAt, now),
      ),
    )
    .returning();
  return rows[0] ?? null;
}

/** A mail that was sent twice carries two tokens: the first press of a button ends them all. */
export async function spendOtherTokens(
  db: Queryable,
  subscriberId: string,
  purpose: TokenRow['purpose'],
  now: Date,
): Promise<void> {
  await db
    .update(tokens)
    .set({ spentAt: now })
    .where(and(eq(tokens.subscriberId, subscriberId), eq(tokens.purpose, purpose), isNull(tokens.spentAt)));
}

export async function forgetTokensExpiredBefore(db: Queryable, instant: Date): Promise<void> {
  await db.delete(tokens).where(lt(tokens.expiresAt, instant));
}
