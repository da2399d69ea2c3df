import { sql } from 'drizzle-orm';
import type { Queryable } from './database.ts';

/** Throws when the database does not answer. */
export async function reachDatabase(db: Queryable): Promise<void> {
  await db.execute(sql`select 1`);
}
