import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '#scripts/testing/a-running-postgres.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

/** One real PostgreSQL for the whole run, the one that `npm start` runs, holding a migrated database to copy. */
export default async function providePostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const { databaseUrl, stop } = await startPostgres(process.env);
  const url = databaseUrl.replace(/\/[^/]*$/, '');
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query('create database migrated');
  await admin.end();
  await migrate(`${url}/migrated`);
  provide('postgres', url);
  return stop;
}
