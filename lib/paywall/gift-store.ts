import { and, desc, eq, gt, gte, inArray, isNull, sql } from 'drizzle-orm';
import type { Queryable, Transaction } from '#lib/db/database.ts';
import { gifts, subscribers } from '#lib/db/schema.ts';

export type GiftRow = typeof gifts.$inferSelect;

type Pair = { giverId: string; articleId: string };

/** Locks the giver's row until the transaction ends, so that one giver's presses come one after the other. */
export async function lockGiver(tx: Transaction, giverId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: subscribers.id })
    .from(subscribers)
    .where(eq(subscribers.id, giverId))
    .for('update');
  return rows.length > 0;
}

const isOpen = (now: Date) => and(isNull(gifts.revokedAt), gt(gifts.expiresAt, now));

/** By the index on the giver. */
export async function findOpenGift(
  db: Queryable,
  { giverId, articleId }: Pair,
  now: Date,
): Promise<GiftRow | null> {
  const rows = await db
    .select()
    .from(gifts)
    .where(and(eq(gifts.giverId, giverId), eq(gifts.articleId, articleId), isOpen(now)));
  return rows[0] ?? null;
}

/** What was taken back counts too: otherwise nobody would ever reach the limit. By the index on giver and time. */
export async function countGiftsSince(db: Queryable, giverId: string, instant: Date): Promise<number> {
  const rows = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(gifts)
    .where(and(eq(gifts.giverId, giverId), gte(gifts.createdAt, instant)));
  return rows[0]?.count ?? 0;
}

export async function addGift(db: Queryable, row: Omit<GiftRow, 'revokedAt'>): Promise<GiftRow> {
  const rows = await db.insert(gifts).values(row).returning();
  if (!rows[0]) throw new Error('The insert of a gift returned no row');
  return rows[0];
}

/** Whatever its standing; by the unique hash. */
export async function findGift(db: Queryable, tokenHash: string): Promise<GiftRow | null> {
  const rows = await db.select().from(gifts).where(eq(gifts.tokenHash, tokenHash));
  return rows[0] ?? null;
}

/** Whether one of these links opens the article now; by the unique hash. */
export async function someGiftOpens(
  db: Queryable,
  tokenHashes: string[],
  articleId: string,
  now: Date,
): Promise<boolean> {
  const rows = await db
    .select({ id: gifts.id })
    .from(gifts)
    .where(and(inArray(gifts.tokenHash, tokenHashes), eq(gifts.articleId, articleId), isOpen(now)))
    .limit(1);
  return rows.length > 0;
}

/** The giver's own only; what was taken back before keeps its first instant. */
export async function markRevoked(
  db: Queryable,
  { id, giverId }: { id: string; giverId: string },
  now: Date,
): Promise<boolean> {
  const rows = await db
    .update(gifts)
    .set({ revokedAt: sql`coalesce(${gifts.revokedAt}, ${now.toISOString()}::timestamptz)` })
    .where(and(eq(gifts.id, id), eq(gifts.giverId, giverId)))
    .returning({ id: gifts.id });
  return rows.length > 0;
}

const mostShown = 50;

/** The newest first; by the index on giver and time. */
export async function listGifts(db: Queryable, giverId: string): Promise<GiftRow[]> {
  return db
    .select()
    .from(gifts)
    .where(eq(gifts.giverId, giverId))
    .orderBy(desc(gifts.createdAt))
    .limit(mostShown);
}
