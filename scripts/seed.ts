import path from 'node:path';
import { readDataset } from './seed/dataset-files.ts';
import { progressLine } from './seed/progress.ts';
import { seedDataset } from './seed/seed-dataset.ts';
import { explained, writeClient } from './seed/write-client.ts';

const folder = path.join(import.meta.dirname, '../sanity/seed');

async function main(): Promise<void> {
  const { client, where } = writeClient(process.env);
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
