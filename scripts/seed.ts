import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@sanity/client';
import { readDataset } from './seed/dataset-files.ts';
import { progressLine } from './seed/progress.ts';
import { seedDataset } from './seed/seed-dataset.ts';

const folder = path.join(import.meta.dirname, '../sanity/seed');

function variable(name: string): string | undefined {
  const file = process.env[`${name}_FILE`];
  return process.env[name] || (file ? readFileSync(file, 'utf8').trim() : undefined);
}

function explained(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? ` ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}

async function main(): Promise<void> {
  const projectId = variable('SANITY_PROJECT_ID');
  const apiHost = variable('SANITY_API_HOST') ?? (projectId ? undefined : 'http://localhost:3333');
  const dataset = variable('SANITY_DATASET') ?? 'production';
  const token = variable('SANITY_API_WRITE_TOKEN');
  if (!token) {
    throw new Error(
      'SANITY_API_WRITE_TOKEN is not set: seeding needs a token that may write to the dataset.',
    );
  }
  const client = createClient({
    projectId: projectId ?? 'local',
    dataset,
    token,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
    ...(apiHost ? { apiHost, useProjectHostname: false } : {}),
  });
  const where = `the dataset "${dataset}" at ${apiHost ?? `project ${projectId}`}`;
  const progress = progressLine(process.stdout);
  const outcome = await seedDataset({
    client,
    dataset: readDataset(folder),
    force: process.argv.includes('--force'),
    onProgress: progress.show,
  }).finally(progress.end);
  if (outcome.kind === 'already-seeded') {
    console.log(`Nothing to do: ${where} already has its settings. Use --force to write the demo again.`);
  } else {
    console.log(`Seeded ${where}: ${outcome.documents} documents, ${outcome.pictures} pictures.`);
  }
}

main().catch((error: unknown) => {
  console.error(`Seeding failed. ${explained(error)}`);
  process.exitCode = 1;
});
