import { spawn } from 'node:child_process';
import { CannotStart } from './cannot-start.ts';
import { signalGroup } from './process-start.ts';
import type { Surroundings } from './program.ts';

export type Task = {
  name: string;
  command: readonly [string, ...string[]];
  environment: NodeJS.ProcessEnv;
  account?: { uid: number; gid: number } | null;
  workingFolder?: string;
};

/** Runs a program to its end and throws with its last lines when that was not a good one. */
export function runTask(
  { name, command, environment, account, workingFolder }: Task,
  { record, openLog, signal }: Surroundings,
): Promise<void> {
  signal.throwIfAborted();
  const log = openLog(name);
  const [file, ...args] = command;
  const child = spawn(file, args, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
    ...(workingFolder ? { cwd: workingFolder } : {}),
    ...(account ?? {}),
  });
  const { pid } = child;
  if (pid) record.add(name, pid, 'SIGTERM');
  child.stdout.on('data', log.write);
  child.stderr.on('data', log.write);
  const abort = () => pid && signalGroup(pid, 'SIGTERM');
  signal.addEventListener('abort', abort);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, endedBy) => {
      signal.removeEventListener('abort', abort);
      if (pid) record.remove(pid);
      if (code === 0) resolve();
      else reject(new CannotStart(`${name} failed (${endedBy ?? `exit code ${code}`}).\n${log.lastLines()}`));
    });
  });
}
