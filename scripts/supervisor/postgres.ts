import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import type { PostgresPlace } from './postgres-place.ts';
import { processStart, signalGroup } from './process-start.ts';
import type { ProgramDefinition, Surroundings } from './program.ts';
import { runTask } from './task.ts';
import { waitUntil } from './wait-until.ts';

const databaseName = 'site';
const superuser = 'site';

/** Makes the folder of an empty database, whole or not at all. */
export async function ensureCluster(
  { binaries, cluster, account }: PostgresPlace,
  password: string,
  surroundings: Surroundings,
): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) return;
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(dirname(cluster), { recursive: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const passwordFolder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const passwordFile = join(passwordFolder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account)
    for (const path of [unfinished, passwordFolder, passwordFile]) chownSync(path, account.uid, account.gid);
  await runTask(
    {
      name: 'initdb',
      command: [
        join(binaries, 'bin', 'initdb'),
        `--pgdata=${unfinished}`,
        `--username=${superuser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      environment: surroundings.environment,
      account,
      workingFolder: '/',
    },
    surroundings,
  ).finally(() => rmSync(passwordFolder, { recursive: true }));
  renameSync(unfinished, cluster);
}

/**
 * The lock on DATA_DIR is ours, so a server that still runs on this cluster was left by a killed supervisor, and a
 * postmaster.pid whose process is something else is from before a reboot. PostgreSQL itself cannot tell the latter.
 */
export async function clearPostmasterFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (Number.isInteger(pid) && pid > 1 && processStart(pid) && workingFolderOf(pid) === cluster) {
    signalGroup(pid, 'SIGINT');
    await waitUntil(() => processStart(pid) === null, { seconds: 10 });
  }
  rmSync(file, { force: true });
}

function workingFolderOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

export function databaseUrl(port: number, password: string): string {
  return `postgres://${superuser}:${encodeURIComponent(password)}@127.0.0.1:${port}/${databaseName}`;
}

/** True once the server answers and the site's database is in it. */
async function isDatabaseThere(port: number, password: string): Promise<boolean> {
  const url = new URL(databaseUrl(port, password));
  url.pathname = '/postgres';
  const client = new Client({ connectionString: url.href, connectionTimeoutMillis: 2000 });
  client.on('error', () => client.end());
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`create database ${databaseName}`);
    return true;
  } finally {
    await client.end();
  }
}

export function postgresProgram(
  place: PostgresPlace,
  port: number,
  password: string,
  environment: NodeJS.ProcessEnv,
): ProgramDefinition {
  return {
    name: 'database',
    command: [
      join(place.binaries, 'bin', 'postgres'),
      ...['-D', place.cluster, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ],
    environment,
    account: place.account,
    workingFolder: '/',
    // Its SIGTERM waits for every client to leave; SIGINT ends their sessions and shuts down cleanly.
    stopSignal: 'SIGINT',
    startAttempts: 6,
    isReady: () => isDatabaseThere(port, password),
  };
}
