import type { SanityClient } from '@sanity/client';
import { z } from 'zod';
import type { Progress } from '../seed/progress.ts';
import { type ManyDocument, manyDocuments } from './many-documents.ts';

type Options = {
  client: SanityClient;
  count: number;
  add: boolean;
  onProgress: (progress: Progress) => void;
};
export type ManyOutcome = { kind: 'not-empty'; found: number } | { kind: 'written'; documents: number };

const documentsInTransaction = 250;

/** Writes them in the order in which they come, so that a run which was stopped leaves no reference dangling. */
export async function writeMany({ client, count, add, onProgress }: Options): Promise<ManyOutcome> {
  const found = z.number().parse(await client.fetch('count(*[!(_id in path("_.**"))])'));
  if (found > 0 && !add) return { kind: 'not-empty', found };
  let done = 0;
  const write = async (documents: readonly ManyDocument[]) => {
    const transaction = client.transaction();
    for (const document of documents) transaction.createOrReplace(document);
    await transaction.commit({ visibility: 'async', returnDocuments: false });
    done += documents.length;
    onProgress({ step: 'Documents', done, total: count });
  };
  let batch: ManyDocument[] = [];
  for (const document of manyDocuments(count)) {
    if (batch.push(document) < documentsInTransaction) continue;
    await write(batch);
    batch = [];
  }
  if (batch.length > 0) await write(batch);
  return { kind: 'written', documents: done };
}
