import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { config } from '#lib/config.ts';
import { log } from '#lib/log.ts';
import * as schema from './schema.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a store function needs: it runs alone or inside its caller's transaction. */
export type Queryable = Database | Transaction;

export type OpenDatabase = { db: Database; pool: pg.Pool; close: () => Promise<void> };

/** A pool that reconnects by itself; a statement that cannot be served in time fails instead of hanging. */
export function openDatabase(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 15_000,
  });
  // An idle connection that breaks would otherwise end the process; the next query opens another.
  pool.on('error', (error) => log.warn({ event: 'database.connection_lost', err: error }));
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}

declare global {
  var siteDatabase: OpenDatabase | undefined;
}

/**
 * The site's one pool, opened on first use: a build needs no database. It hangs on globalThis because the framework
 * bundles this module once for each kind of entry.
 */
export function database(): OpenDatabase {
  globalThis.siteDatabase ??= openDatabase(config().DATABASE_URL);
  return globalThis.siteDatabase;
}
