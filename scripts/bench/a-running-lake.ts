import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient, type SanityClient } from '@sanity/client';
import { stopProcess } from './a-running-site.ts';

const token = 'bench-token-of-24-characters';

export type LakeFolder = {
  start: () => Promise<RunningLake>;
  remove: () => void;
};
export type RunningLake = {
  url: string;
  token: string;
  client: SanityClient;
  /** Asks and lets the answer pass unread: parsing a large one would hold up whoever measures. */
  ask: (query: string) => Promise<void>;
  startedInMs: number;
  memoryMegabytes: () => number;
  stop: () => Promise<void>;
};

/** The lake as a program of its own, in a folder that outlasts its restarts. */
export function lakeFolder(root: string): LakeFolder {
  const folder = mkdtempSync(join(tmpdir(), 'bench-lake-'));
  return {
    remove: () => rmSync(folder, { recursive: true, force: true }),
    start: async () => {
      const startedAt = performance.now();
      const program = join(root, 'sanity/content-lake/main.ts');
      const flags = ['--port', '0', '--data', folder, '--dataset', 'production', '--token', token];
      const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'ignore'] });
      const url = await readyUrl(child.stdout);
      return {
        url,
        token,
        startedInMs: performance.now() - startedAt,
        client: createClient({
          projectId: 'local',
          dataset: 'production',
          apiVersion: '2025-02-19',
          apiHost: url,
          useProjectHostname: false,
          useCdn: false,
          token,
        }),
        ask: async (query) => {
          const address = `${url}/v2025-02-19/data/query/production?${new URLSearchParams({ query })}`;
          const { body } = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
          await body?.pipeTo(new WritableStream());
        },
        memoryMegabytes: () => {
          const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
          return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
        },
        stop: () => stopProcess(child),
      };
    },
  };
}

async function readyUrl(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The lake ended without being ready.');
}
