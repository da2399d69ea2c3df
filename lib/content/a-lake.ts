import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createClient, type SanityClient } from '@sanity/client';
import { vi } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const token = 'a-token-for-tests-only-0123456789';

/** The configuration that lake-client.ts reads, before anything has read it. */
export function pointConfigurationAt(url: string): void {
  vi.stubEnv('SANITY_API_HOST', url);
  vi.stubEnv('SANITY_PROJECT_ID', 'local');
  vi.stubEnv('SANITY_DATASET', 'production');
  vi.stubEnv('SANITY_API_READ_TOKEN', token);
  for (const secret of ['SANITY_WEBHOOK_SECRET', 'SESSION_SECRET']) vi.stubEnv(secret, token);
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/none');
  vi.stubEnv('SMTP_URL', 'smtp://localhost');
}

type RunningLake = { url: string; token: string; client: SanityClient; stop: () => Promise<void> };

/** With the demo dataset, written by the real seed script. */
export async function startSeededLake(): Promise<RunningLake> {
  const lake = await startLake();
  await seed();
  return lake;
}

/** The real program on a free port, with an empty dataset. */
export async function startLake(): Promise<RunningLake> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lake-'));
  const flags = ['--port', '0', '--data', folder, '--dataset', 'production', '--token', token];
  const lake = spawn(process.execPath, [path.join(root, 'sanity/content-lake/main.ts'), ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => lake.once('exit', () => resolve()));
  const stop = async () => {
    lake.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  };
  const url = await readyUrl(createInterface(lake.stdout));
  pointConfigurationAt(url);
  const client = createClient({
    apiHost: url,
    useProjectHostname: false,
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    token,
    useCdn: false,
  });
  return { url, token, client, stop };
}

async function readyUrl(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const url = /content lake ready at (\S+)/.exec(line)?.[1];
    if (url) return url;
  }
  throw new Error('The lake ended before it was ready.');
}

async function seed(): Promise<void> {
  vi.stubEnv('SANITY_API_WRITE_TOKEN', token);
  const program = spawn(process.execPath, [path.join(root, 'scripts/seed.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve) => program.once('exit', resolve));
  if (code !== 0) throw new Error(`Seeding ended with ${code}.`);
}
