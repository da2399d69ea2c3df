import { readFileSync } from 'node:fs';
import { cpuMs } from './load.ts';

/** A process, its children, and those of them that have ended. */
export function cpuOfAll(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ended = (Number(fields[13]) + Number(fields[14])) * 10;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return cpuMs(pid) + ended + children.reduce((sum, child) => sum + cpuMs(Number(child)), 0);
}

/** What it holds of the machine's memory. */
export function megabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}
