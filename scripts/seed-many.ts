import { progressLine } from './seed/progress.ts';
import { explained, writeClient } from './seed/write-client.ts';
import { fewestDocuments } from './seed-many/many-documents.ts';
import { writeMany } from './seed-many/write-many.ts';

/** `npm run seed:many -- 50000 [--add]`: a large dataset for benchmarks, the same each time. */
async function main(): Promise<void> {
  const count = Number(process.argv[2]);
  if (!Number.isInteger(count) || count < fewestDocuments) {
    throw new Error(`Say how many documents, at least ${fewestDocuments}: npm run seed:many -- 50000`);
  }
  const { client, where } = writeClient(process.env);
  const progress = progressLine(process.stdout, 10);
  const startedAt = performance.now();
  const add = process.argv.includes('--add');
  const outcome = await writeMany({ client, count, add, onProgress: progress.show }).finally(progress.end);
  if (outcome.kind === 'not-empty') {
    throw new Error(
      `Nothing was written: ${where} already holds ${outcome.found} documents. Use --add to write beside them.`,
    );
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`Wrote ${outcome.documents} documents to ${where} in ${seconds} s.`);
}

main().catch((error: unknown) => {
  console.error(`seed:many failed. ${explained(error)}`);
  process.exitCode = 1;
});
