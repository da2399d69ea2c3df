import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const documentSchema = z.looseObject({ _id: z.string().min(1), _type: z.string().min(1) });
export type SeedDocument = z.infer<typeof documentSchema>;

/** Documents in the order of the files, and the pictures they name: `_sanityAsset` value → absolute path. */
export type SeedDataset = { documents: SeedDocument[]; pictures: Map<string, string> };

const assetMark = /^image@file:\/\/\.\/(images\/[a-z0-9-]+\.(?:jpg|png))$/;

export function readDataset(folder: string): SeedDataset {
  const documents: SeedDocument[] = [];
  const pictures = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.ndjson')) continue;
    const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
    lines.forEach((line, index) => {
      if (line.trim() === '') return;
      const document = parseLine(line, `${file}:${index + 1}`);
      documents.push(document);
      for (const mark of assetMarks(document)) pictures.set(mark, pictureFile(folder, mark, document._id));
    });
  }
  return { documents, pictures };
}

function parseLine(line: string, where: string): SeedDocument {
  try {
    return documentSchema.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`${where} is not a document with _id and _type.`, { cause });
  }
}

function pictureFile(folder: string, mark: string, id: string): string {
  const name = assetMark.exec(mark)?.[1];
  if (!name) throw new Error(`${id} names a picture that is not in images/: ${mark}`);
  return path.join(folder, name);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function assetMarks(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(assetMarks);
  if (!isRecord(value)) return [];
  const own = typeof value._sanityAsset === 'string' ? [value._sanityAsset] : [];
  return [...own, ...Object.values(value).flatMap(assetMarks)];
}

/** The value with every `_sanityAsset` mark replaced by a reference to its uploaded asset. */
export function withAssets(value: unknown, assetIds: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => withAssets(item, assetIds));
  if (!isRecord(value)) return value;
  const { _sanityAsset: mark, ...rest } = value;
  const entries = Object.entries(rest).map(([key, item]) => [key, withAssets(item, assetIds)] as const);
  if (typeof mark !== 'string') return Object.fromEntries(entries);
  const assetId = assetIds.get(mark);
  if (!assetId) throw new Error(`No uploaded asset for ${mark}`);
  return Object.fromEntries([...entries, ['asset', { _type: 'reference', _ref: assetId }]]);
}
