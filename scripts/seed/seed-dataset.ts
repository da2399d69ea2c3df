import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SanityClient } from '@sanity/client';
import { z } from 'zod';
import { type SeedDataset, type SeedDocument, withAssets } from './dataset-files.ts';
import type { Progress } from './progress.ts';

type SeedOutcome = { kind: 'already-seeded' } | { kind: 'seeded'; documents: number; pictures: number };

type Options = {
  client: SanityClient;
  dataset: SeedDataset;
  force: boolean;
  onProgress: (progress: Progress) => void;
};

const uploadsAtOnce = 4;

/**
 * Uploads the pictures that the dataset lacks, then writes every document in one transaction: a run that is
 * killed leaves no document at all, so that settings in the dataset mean that the seed is complete.
 */
export async function seedDataset({ client, dataset, force, onProgress }: Options): Promise<SeedOutcome> {
  if (!force && (await hasSettings(client))) return { kind: 'already-seeded' };
  const assetIds = await uploadPictures(client, dataset.pictures, onProgress);
  const documents = dataset.documents.map((document) => resolved(document, assetIds));
  onProgress({ step: 'Documents', done: 0, total: documents.length });
  const transaction = client.transaction();
  for (const document of documents) transaction.createOrReplace(document);
  await transaction.commit({ visibility: 'sync', returnDocuments: false });
  onProgress({ step: 'Documents', done: documents.length, total: documents.length });
  return { kind: 'seeded', documents: documents.length, pictures: assetIds.size };
}

async function hasSettings(client: SanityClient): Promise<boolean> {
  return z.boolean().parse(await client.fetch('defined(*[_id == "siteSettings"][0]._id)'));
}

function resolved(document: SeedDocument, assetIds: ReadonlyMap<string, string>): SeedDocument {
  return z.looseObject({ _id: z.string(), _type: z.string() }).parse(withAssets(document, assetIds));
}

type Picture = { mark: string; file: string; content: Buffer; sha1: string };

async function uploadPictures(
  client: SanityClient,
  pictures: SeedDataset['pictures'],
  onProgress: Options['onProgress'],
): Promise<Map<string, string>> {
  const read = await Promise.all([...pictures].map(([mark, file]) => readPicture(mark, file)));
  const known = await knownAssets(client, read);
  const assetIds = new Map<string, string>();
  const waiting: Picture[] = [];
  for (const picture of read) {
    const id = known.get(picture.sha1);
    if (id) assetIds.set(picture.mark, id);
    else waiting.push(picture);
  }
  const report = () => onProgress({ step: 'Pictures ', done: assetIds.size, total: read.length });
  report();
  const upload = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      assetIds.set(next.mark, await uploadPicture(client, next));
      report();
    }
  };
  await Promise.all(Array.from({ length: uploadsAtOnce }, upload));
  return assetIds;
}

async function readPicture(mark: string, file: string): Promise<Picture> {
  const content = await readFile(file);
  return { mark, file, content, sha1: createHash('sha1').update(content).digest('hex') };
}

async function knownAssets(client: SanityClient, pictures: Picture[]): Promise<Map<string, string>> {
  const found: unknown = await client.fetch(
    '*[_type == "sanity.imageAsset" && sha1hash in $hashes]{_id, sha1hash}',
    {
      hashes: pictures.map((picture) => picture.sha1),
    },
  );
  const assets = z.array(z.object({ _id: z.string(), sha1hash: z.string() })).parse(found);
  return new Map(assets.map((asset) => [asset.sha1hash, asset._id]));
}

async function uploadPicture(client: SanityClient, picture: Picture): Promise<string> {
  const filename = path.basename(picture.file);
  try {
    const asset = await client.assets.upload('image', picture.content, { filename });
    return asset._id;
  } catch (cause) {
    throw new Error(`The picture ${filename} could not be uploaded.`, { cause });
  }
}
