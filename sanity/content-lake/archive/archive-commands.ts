import { createReadStream } from 'node:fs';
import { exportDataset } from '@sanity/export';
import { sanityImport } from '@sanity/import';
import type { ArchiveOptions } from './archive-options.ts';
import { checkArchive } from './check-archive.ts';
import { withSchedulesPaused } from './paused-schedules.ts';

type Say = (line: string) => void;

/** Writes Sanity's archive: data.ndjson, assets.json, images/ and files/ in a .tar.gz. */
export async function exportArchive({ client, dataset, file }: ArchiveOptions, say: Say): Promise<void> {
  const { documentCount, assetCount } = await exportDataset({
    client,
    dataset,
    outputPath: file,
    onProgress: ({ step, update }) => {
      if (!update) say(step);
    },
  });
  say(`${documentCount} documents and ${assetCount} assets are in ${file}`);
}

/** Reads such an archive, from hosted Sanity or from a lake, into the one or the other. */
export async function importArchive({ client, file, operation }: ArchiveOptions, say: Say): Promise<void> {
  const releasesOperation = {
    create: 'fail',
    createOrReplace: 'replace',
    createIfNotExists: 'ignore',
  } as const;
  await checkArchive(file);
  let step = '';
  await withSchedulesPaused(client, async (pausing) => {
    const { numDocs, warnings } = await sanityImport(createReadStream(file), {
      client: pausing,
      operation,
      releasesOperation: releasesOperation[operation],
      onProgress: (progress) => {
        if (progress.step !== step) say(progress.step);
        step = progress.step;
      },
    });
    for (const { message } of warnings) say(message);
    say(`${numDocs} documents were imported`);
  });
}
