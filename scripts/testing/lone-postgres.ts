import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl, ensureCluster, postgresProgram } from '../supervisor/postgres.ts';
import { findPostgresPlace } from '../supervisor/postgres-place.ts';
import { startProgram } from '../supervisor/program.ts';
import { openProgramLog } from '../supervisor/program-log.ts';
import { openRunningRecord } from '../supervisor/running-record.ts';

export type LonePostgres = {
  /** Of the server; a database's name follows it. */
  url: string;
  /** Of its one empty database. */
  databaseUrl: string;
  /** The server's first process; when it is killed another one is started. */
  pid: () => number;
  stop: () => Promise<void>;
};

const password = 'password';

/** A real PostgreSQL as `npm start` runs it, for tests and benchmarks: on a free port, in a folder that goes with it. */
export async function startLonePostgres(): Promise<LonePostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'postgres-alone-'));
  // As root the server runs as another user, who has to reach its folder.
  await chmod(folder, 0o755);
  const port = await freePort();
  const surroundings = {
    root: folder,
    environment: process.env,
    record: openRunningRecord(join(folder, 'running.json')),
    openLog: (name: string) => openProgramLog(folder, name, null),
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const place = findPostgresPlace(folder);
  await ensureCluster(place, password, surroundings);
  const server = await startProgram(postgresProgram(place, port, password, process.env), surroundings);
  return {
    databaseUrl: databaseUrl(port, password),
    url: databaseUrl(port, password).replace(/\/[^/]*$/, ''),
    pid: () => Number(readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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
