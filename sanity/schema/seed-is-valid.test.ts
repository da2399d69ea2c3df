import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compiledSchema } from './compiled-schema.ts';
import type { RawDocument } from './documents-in-memory.ts';
import { faultsOf } from './faults-of.ts';

const documents = globSync('sanity/seed/**/*.ndjson').flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): RawDocument => JSON.parse(line)),
);

test('the schema itself compiles without a complaint', () => {
  expect((compiledSchema._validation ?? []).flatMap((group) => group.problems)).toEqual([]);
});

test('an editor who opens any document of the seed finds nothing to mend', { timeout: 60_000 }, async () => {
  const faults = await Promise.all(
    documents.map(async (document) =>
      (await faultsOf(document, documents)).map((fault) => `${document._id} ${fault}`),
    ),
  );
  expect(faults.flat()).toEqual([]);
});

test('no two documents of the seed have one id', () => {
  const ids = documents.map(({ _id }) => _id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});
