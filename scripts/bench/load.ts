import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** The kernel counts a process's CPU in hundredths of a second, whatever the machine. */
const tickMs = 10;
export const connections = 16;

export type Load = { requestsPerSecond: number; cpuMsPerRequest: number; failed: number };

export async function assertWrk(): Promise<void> {
  try {
    await run('wrk', ['-v']);
  } catch (error) {
    // It prints its version and ends with 1; only its absence is a problem.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error('wrk is not installed: apt-get install wrk', { cause: error });
    }
  }
}

/** Loads an address with 16 connections and says what its server's process spent on each request. */
export async function load(
  address: string,
  pid: number,
  seconds: number,
  headers: readonly string[] = [],
): Promise<Load> {
  const before = cpuMs(pid);
  const given = headers.flatMap((header) => ['-H', header]);
  const { stdout } = await run('wrk', ['-t2', `-c${connections}`, `-d${seconds}s`, ...given, address]);
  const spent = cpuMs(pid) - before;
  const requests = numberIn(stdout, /(\d+) requests in/);
  return {
    requestsPerSecond: numberIn(stdout, /Requests\/sec:\s+([\d.]+)/),
    cpuMsPerRequest: spent / requests,
    failed: /Non-2xx or 3xx responses: (\d+)/.test(stdout) ? numberIn(stdout, /responses: (\d+)/) : 0,
  };
}

export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

function numberIn(text: string, pattern: RegExp): number {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw new Error(`wrk said something unexpected:\n${text}`);
  return Number(found);
}
