import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '../bench/a-running-site.ts';
import { databaseUrl, ensureCluster, postgresProgram } from '../supervisor/postgres.ts';
import { findPostgresPlace } from '../supervisor/postgres-place.ts';
import { startProgram } from '../supervisor/program.ts';
import { openProgramLog } from '../supervisor/program-log.ts';
import { openRunningRecord } from '../supervisor/running-record.ts';

const password = 'password';

export type RunningPostgres = { databaseUrl: string; stop: () => Promise<void> };

/** The real PostgreSQL that `npm start` runs, on a free port, with an empty database in a folder of its own. */
export async function startPostgres(environment: NodeJS.ProcessEnv): Promise<RunningPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'postgres-apart-'));
  // As root the server runs as another user, who has to reach its folder.
  await chmod(folder, 0o755);
  const port = Number((await freePorts(1))[0]);
  const surroundings = {
    root: folder,
    environment,
    record: openRunningRecord(path.join(folder, 'running.json')),
    openLog: (name: string) => openProgramLog(folder, name, null),
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const place = findPostgresPlace(folder);
  await ensureCluster(place, password, surroundings);
  const server = await startProgram(postgresProgram(place, port, password, environment), surroundings);
  return {
    databaseUrl: databaseUrl(port, password),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
