import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotStart } from './supervisor/cannot-start.ts';
import { takeFileLock } from './supervisor/file-lock.ts';
import type { RunningProgram } from './supervisor/program.ts';
import { openProgramLog } from './supervisor/program-log.ts';
import { readyLines } from './supervisor/ready-lines.ts';
import { openRunningRecord, recordedSupervisor, stopLeftovers } from './supervisor/running-record.ts';
import { openSecretsFolder } from './supervisor/secrets.ts';
import { portsOf, readSettings } from './supervisor/settings.ts';
import { startEverything } from './supervisor/start-everything.ts';
import { portProblem } from './supervisor/taken-port.ts';

const root = dirname(import.meta.dirname);
const isDevelopment = process.argv.includes('--dev');
const stopped = new Error('Told to stop');
const running: RunningProgram[] = [];
const controller = new AbortController();
const { signal } = controller;
const startedAt = performance.now();

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function together(...work: Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(work.map((part) => part.catch((reason) => controller.abort(reason))));
  signal.throwIfAborted();
}

async function run(): Promise<void> {
  const environmentFile = join(root, '.env');
  if (existsSync(environmentFile)) process.loadEnvFile(environmentFile);
  const settings = readSettings(process.env, root);
  const { dataDir } = settings;
  mkdirSync(dataDir, { recursive: true });
  const recordFile = join(dataDir, 'running.json');
  // Held until this process ends, however it ends.
  if (!takeFileLock(join(dataDir, 'lock')))
    throw new CannotStart(
      `${dataDir} belongs to an instance that is running (process ${recordedSupervisor(recordFile)}). Stop that one, or choose another folder with DATA_DIR.`,
    );
  const leftovers = await stopLeftovers(recordFile);
  if (leftovers.length > 0) say(`Stopped what an earlier start had left running: ${leftovers.join(', ')}.`);
  const problem = await portProblem(portsOf(settings));
  if (problem) throw new CannotStart(problem);

  const secrets = openSecretsFolder(join(dataDir, 'secrets'));
  const isFirstStart = !secrets.has('editor-password');
  const logs = join(dataDir, 'logs');
  const surroundings = {
    root,
    environment: process.env,
    record: openRunningRecord(recordFile),
    openLog: (name: string) => openProgramLog(logs, name, isDevelopment ? process.stdout : null),
    say,
    signal,
  };
  say(`Starting in ${dataDir}.`);
  await startEverything({ settings, secrets, surroundings, isDevelopment, together, running });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say([`Ready in ${seconds} s.`, ...readyLines(settings, secrets, isFirstStart, logs)].join('\n'));
  await new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

function explain(reason: unknown): void {
  const isSentence = reason instanceof CannotStart;
  process.stderr.write(
    `${isSentence ? reason.message : reason instanceof Error ? reason.stack : String(reason)}\n`,
  );
}

// npm passes Ctrl-C on, so it may come twice; stopping already, there is nothing more to do.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(name, () => controller.abort(stopped));
process.on('uncaughtException', (error) => controller.abort(error));
// A terminal that went away must not keep the programs from being stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

try {
  await run();
} catch (reason) {
  if (reason === stopped) say('Stopping.');
  else explain(reason);
  for (const program of running.reverse()) await program.stop();
  if (reason === stopped) say('Stopped.');
  process.exitCode = reason === stopped ? 0 : 1;
  process.exit();
}
