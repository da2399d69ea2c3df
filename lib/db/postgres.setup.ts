import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startLonePostgres } from '#scripts/testing/lone-postgres.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/** One real PostgreSQL for the whole run, the one that `npm start` runs, holding a migrated database to copy. */
export default async function startPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startLonePostgres();
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query('create database migrated');
  await admin.end();
  await migrate(`${url}/migrated`);
  provide('postgres', url);
  return stop;
}
