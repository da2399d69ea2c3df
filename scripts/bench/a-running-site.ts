import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const runningSchema = z.object({ programs: z.array(z.object({ name: z.string(), pid: z.number() })) });

export type RunningSite = {
  origin: string;
  lakeUrl: string;
  writeToken: string;
  databaseUrl: string;
  /** The process that answers readers. */
  pid: number;
  /** The database's first process; its children do the work. */
  databasePid: number;
  workerPid: number;
  stop: () => Promise<void>;
};

/** Everything as `npm start` starts it, on free ports and in a data folder of its own. */
export async function startSite(root: string, environment: NodeJS.ProcessEnv): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  // As root the database runs as another user, who has to reach its folder.
  chmodSync(folder, 0o755);
  const [site, lake, database, smtp, web] = await freePorts(5);
  const supervisor = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...environment,
      DATA_DIR: folder,
      PORT: site,
      SITE_URL: `http://localhost:${site}`,
      LAKE_PORT: lake,
      POSTGRES_PORT: database,
      INBOX_SMTP_PORT: smtp,
      INBOX_WEB_PORT: web,
    },
  });
  const stop = async () => {
    await stopProcess(supervisor);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await readyLine(supervisor);
    const { programs } = runningSchema.parse(JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')));
    const pidOf = (program: string) => {
      const pid = programs.find(({ name }) => name === program)?.pid;
      if (pid === undefined) throw new Error(`The supervisor runs no ${program}.`);
      return pid;
    };
    const secret = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8').trim();
    return {
      ...{ origin: `http://localhost:${site}`, lakeUrl: `http://localhost:${lake}` },
      ...{ writeToken: secret('lake-write-token'), databaseUrl: secret('database-url') },
      ...{ pid: pidOf('site'), databasePid: pidOf('database'), workerPid: pidOf('worker'), stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readyLine({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error('The supervisor has no output.');
  for await (const line of createInterface(stdout)) {
    console.error(line);
    if (line.startsWith('Ready in')) {
      stdout.resume();
      return;
    }
  }
  throw new Error('The site did not start.');
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

export async function freePorts(count: number): Promise<string[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
      return probe;
    }),
  );
  return Promise.all(
    probes.map(async (probe) => {
      const address = probe.address();
      await new Promise((resolve) => probe.close(resolve));
      if (address === null || typeof address === 'string') throw new Error('A probe has no port.');
      return String(address.port);
    }),
  );
}
