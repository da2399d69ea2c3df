import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '#lib/db/database.ts';
import { newsletterDesk } from '#lib/db/schema.ts';

export type NewsletterDesk = typeof newsletterDesk.$inferSelect;

/** By the primary key; null before the first look at it. */
export async function findDesk(db: Queryable): Promise<NewsletterDesk | null> {
  const rows = await db.select().from(newsletterDesk).where(eq(newsletterDesk.id, 1));
  return rows[0] ?? null;
}

/** Which database this is, and that somebody looks after its newsletters at this moment. */
export async function noteSeen(db: Queryable, databaseIdentity: string, seenAt: Date): Promise<void> {
  const seen = { databaseIdentity, seenAt };
  await db
    .insert(newsletterDesk)
    .values({ id: 1, ...seen })
    .onConflictDoUpdate({ target: newsletterDesk.id, set: seen });
}

/**
 * Tells a database from its copies: another cluster, another timeline (restored to a point in time, failed over),
 * another database of the cluster, or its tables made anew by a restore. What this role may not ask is left out.
 */
export async function findDatabaseIdentity(db: Queryable): Promise<string> {
  const { rows: places } = await db.execute<{ place: string; maySeeCluster: boolean }>(sql`
    select concat_ws('/', left(pg_walfile_name(pg_current_wal_lsn()), 8), oid, 'newsletter_desk'::regclass::oid) as place,
      has_function_privilege('pg_control_system()', 'execute') as "maySeeCluster"
    from pg_database where datname = current_database()`);
  const [{ place, maySeeCluster } = { place: '', maySeeCluster: false }] = places;
  if (!maySeeCluster) return place;
  const { rows } = await db.execute<{ cluster: string }>(
    sql`select system_identifier::text as cluster from pg_control_system()`,
  );
  return `${rows[0]?.cluster}/${place}`;
}
