import { type ChildProcess, spawn } from 'node:child_process';
import { CannotStart } from './cannot-start.ts';
import { signalGroup } from './process-start.ts';
import type { ProgramLog } from './program-log.ts';
import type { RunningRecord } from './running-record.ts';
import { waitUntil } from './wait-until.ts';

export type ProgramDefinition = {
  name: string;
  command: readonly [string, ...string[]];
  environment: NodeJS.ProcessEnv;
  isReady: () => Promise<boolean>;
  /** Words that it says on its output when it is ready, for a program that answers nobody. */
  readyWords?: string;
  account?: { uid: number; gid: number } | null;
  workingFolder?: string;
  stopSignal?: NodeJS.Signals;
  /** How often it may end before it is ready. PostgreSQL's lock outlives a killed server by seconds. */
  startAttempts?: number;
};

export type Surroundings = {
  root: string;
  environment: NodeJS.ProcessEnv;
  record: RunningRecord;
  openLog: (name: string) => ProgramLog;
  say: (line: string) => void;
  /** Aborted when everything is to stop: whatever is still starting gives up. */
  signal: AbortSignal;
};

export type RunningProgram = { name: string; stop: () => Promise<void> };

const startSeconds = 90;
const stopSeconds = 15;
const longestPauseSeconds = 30;
const steadyAfterMs = 60_000;

function ending(child: ChildProcess): string {
  return child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`;
}

/** Starts a program, waits until it is ready, and from then on starts it again whenever it ends by itself. */
export async function startProgram(
  definition: ProgramDefinition,
  { record, openLog, say, signal }: Surroundings,
): Promise<RunningProgram> {
  const { name, command, environment, account, workingFolder, stopSignal = 'SIGTERM' } = definition;
  const log = openLog(name);
  let child: ChildProcess;
  let isReady = false;
  let isStopping = false;
  let hasSaidSo = definition.readyWords === undefined;
  let endings = 0;
  let restart: NodeJS.Timeout | undefined;

  const launch = () => {
    const [file, ...args] = command;
    const launchedAt = performance.now();
    // A process group of its own: the terminal's Ctrl-C reaches only the supervisor, which stops in order.
    const launched = spawn(file, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment,
      ...(workingFolder ? { cwd: workingFolder } : {}),
      ...(account ?? {}),
    });
    child = launched;
    const { pid } = launched;
    if (pid) record.add(name, pid, stopSignal);
    launched.stdout.on('data', log.write);
    launched.stdout.on('data', (chunk: Buffer) => {
      hasSaidSo ||= chunk.includes(definition.readyWords ?? '');
    });
    launched.stderr.on('data', log.write);
    launched.on('error', (error) => log.write(Buffer.from(`${error.message}\n`)));
    // Whatever the program leaves behind ends with it.
    launched.on('exit', () => pid && signalGroup(pid, 'SIGKILL'));
    launched.on('close', () => {
      if (pid) record.remove(pid);
      if (isStopping) return;
      endings = performance.now() - launchedAt > steadyAfterMs ? 1 : endings + 1;
      if (!isReady && endings >= (definition.startAttempts ?? 1)) return;
      const seconds = Math.min(longestPauseSeconds, 2 ** (endings - 1));
      if (isReady)
        say(`${name} ended (${ending(launched)}) and starts again in ${seconds} s.\n${log.lastLines()}`);
      restart = setTimeout(launch, seconds * 1000);
    });
  };

  const stop = async () => {
    isStopping = true;
    clearTimeout(restart);
    const { pid } = child;
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    if (!pid || hasEnded()) return;
    signalGroup(pid, stopSignal);
    if (await waitUntil(hasEnded, { seconds: stopSeconds })) return;
    say(`${name} does not stop within ${stopSeconds} s and is killed.`);
    signalGroup(pid, 'SIGKILL');
    await waitUntil(hasEnded, { seconds: stopSeconds });
  };

  signal.throwIfAborted();
  launch();
  const hasFailed = () => !isReady && endings >= (definition.startAttempts ?? 1);
  const hasSettled = async () => {
    if (hasFailed() || signal.aborted) return true;
    isReady = hasSaidSo && (await definition.isReady().catch(() => false));
    return isReady;
  };
  await waitUntil(hasSettled, { seconds: startSeconds, everyMs: 100 });
  if (isReady) return { name, stop };
  await stop();
  signal.throwIfAborted();
  const how = hasFailed() ? 'ended while it was starting' : `was not ready within ${startSeconds} s`;
  throw new CannotStart(`${name} ${how}. Its last lines:\n${log.lastLines()}`);
}
