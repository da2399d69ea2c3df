import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { SanityClient } from '@sanity/client';
import { tokens } from './test-lake.ts';

const main = join(import.meta.dirname, '../main.ts');

/** Runs `content-lake export` or `import` as a program of its own; throws with what it said when it fails. */
export function runArchiveCommand(
  command: 'export' | 'import',
  url: string,
  dataset: string,
  ...flags: string[]
): Promise<string> {
  const args = [main, command, '--url', url, '--dataset', dataset, ...flags];
  const environment = { ...process.env, SANITY_AUTH_TOKEN: tokens.administrator };
  const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${command} ended with ${code}: ${said}`));
    });
  });
}

/** Every document as it is, but for what is new with each write and what names the dataset. */
export async function contentOf(client: SanityClient): Promise<unknown[]> {
  const documents: Record<string, unknown>[] = await client.fetch(
    '* | order(_id)',
    {},
    { perspective: 'raw' },
  );
  return documents.map(({ _rev, _updatedAt, uploadId, path, url, ...content }) =>
    String(content._type).endsWith('Asset') ? { ...content, _createdAt: null } : content,
  );
}
