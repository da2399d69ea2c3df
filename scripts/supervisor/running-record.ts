import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { processStart, signalGroup } from './process-start.ts';
import { waitUntil } from './wait-until.ts';

const started = z.object({ name: z.string(), pid: z.number().int().positive(), start: z.string() });
const record = z.object({
  supervisor: z.number(),
  programs: z.array(started.extend({ stopSignal: z.string() })),
});
type Started = z.infer<typeof record>['programs'][number];

/** What the supervisor has running, kept on disk: whoever starts next after a kill -9 finds what was left. */
export type RunningRecord = {
  add: (name: string, pid: number, stopSignal: NodeJS.Signals) => void;
  remove: (pid: number) => void;
};

export function openRunningRecord(file: string): RunningRecord {
  let programs: Started[] = [];
  const write = () => {
    writeFileSync(`${file}.new`, JSON.stringify({ supervisor: process.pid, programs }));
    renameSync(`${file}.new`, file);
  };
  write();
  return {
    add(name, pid, stopSignal) {
      const start = processStart(pid);
      if (start) programs.push({ name, pid, start, stopSignal });
      write();
    },
    remove(pid) {
      programs = programs.filter((program) => program.pid !== pid);
      write();
    },
  };
}

function readRecord(file: string): z.infer<typeof record> | null {
  try {
    return record.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Missing at the first start, or cut short by a full disk: then nothing is known to run.
    return null;
  }
}

export function recordedSupervisor(file: string): number | null {
  return readRecord(file)?.supervisor ?? null;
}

/** Stops what a killed supervisor left running and returns the names. A process id that was reused is left alone. */
export async function stopLeftovers(file: string): Promise<string[]> {
  const left = (readRecord(file)?.programs ?? []).filter(({ pid, start }) => processStart(pid) === start);
  for (const { name, pid, start, stopSignal } of left.reverse()) {
    const isGone = () => processStart(pid) !== start;
    signalGroup(pid, stopSignal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
    if (!(await waitUntil(isGone, { seconds: 10 }))) signalGroup(pid, 'SIGKILL');
    if (!(await waitUntil(isGone, { seconds: 10 }))) throw new Error(`${name} (process ${pid}) does not end`);
  }
  return left.map(({ name }) => name);
}
