import path from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { migrateJobs } from '#lib/mail/mail-jobs.ts';

/** Any number, as long as nothing else of ours takes the same one. */
const migrationLock = 7_061_402;

/** Brings the database to this version's schema. Several programs may call it at once: one works, the others wait. */
export async function migrate(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await applyMigrations(drizzle(client), {
      migrationsFolder: path.join(import.meta.dirname, 'migrations'),
    });
    await migrateJobs(databaseUrl);
  } finally {
    await client.end();
  }
}
