import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { databaseUrl, ensureCluster, postgresProgram } from '#scripts/supervisor/postgres.ts';
import { findPostgresPlace } from '#scripts/supervisor/postgres-place.ts';
import { startProgram } from '#scripts/supervisor/program.ts';
import { openProgramLog } from '#scripts/supervisor/program-log.ts';
import { openRunningRecord } from '#scripts/supervisor/running-record.ts';
import { migrate } from './migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(address)));
    });
  });
}

const password = 'password';

/** One real PostgreSQL for the whole run, the one that `npm start` runs, holding a migrated database to copy. */
export default async function startPostgres({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-for-tests-'));
  // As root the server runs as another user, who has to reach its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const surroundings = {
    root: folder,
    environment: process.env,
    record: openRunningRecord(path.join(folder, 'running.json')),
    openLog: (name: string) => openProgramLog(folder, name, null),
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const place = findPostgresPlace(folder);
  await ensureCluster(place, password, surroundings);
  const server = await startProgram(postgresProgram(place, port, password, process.env), surroundings);
  const url = databaseUrl(port, password).replace(/\/[^/]*$/, '');
  const admin = new pg.Client({ connectionString: `${url}/postgres` });
  await admin.connect();
  await admin.query('create database migrated');
  await admin.end();
  await migrate(`${url}/migrated`);
  provide('postgres', url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
