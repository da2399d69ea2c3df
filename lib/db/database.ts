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
  // A connection that breaks would otherwise end the process, whether it is idle or between two statements of a
  // transaction. The next query opens another; who holds a broken one learns it by its next statement.
  pool.on('connect', (client) => client.on('error', connectionLost));
  pool.on('error', () => undefined);
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}

function connectionLost(error: Error): void {
  log.warn({ event: 'database.connection_lost', err: error });
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
