import { eq } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { newsletterDesk } from '#lib/db/schema.ts';

const theDesk = 1;

export type NewsletterStop = { since: Date; reason: string | null };

/** Null: newsletters go out. By the primary key of the one row. */
export async function findNewsletterStop(db: Queryable): Promise<NewsletterStop | null> {
  const [desk] = await db.select().from(newsletterDesk).where(eq(newsletterDesk.id, theDesk));
  return desk?.pausedAt ? { since: desk.pausedAt, reason: desk.reason } : null;
}

/** No newsletter leaves any more, of whatever edition, until it is released. What is in hand ends. */
export async function stopNewsletters(db: Queryable, reason: string, now: Date): Promise<void> {
  const stop = { pausedAt: now, reason };
  await db
    .insert(newsletterDesk)
    .values({ id: theDesk, ...stop })
    .onConflictDoUpdate({ target: newsletterDesk.id, set: stop });
}

export async function releaseNewsletters(db: Queryable): Promise<void> {
  await db.update(newsletterDesk).set({ pausedAt: null, reason: null }).where(eq(newsletterDesk.id, theDesk));
}
