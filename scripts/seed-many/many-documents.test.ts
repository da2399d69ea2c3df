import { expect, test } from 'vitest';
import { faultsOf } from '#sanity/schema/faults-of.ts';
import { fewestDocuments, manyDocuments } from './many-documents.ts';

const count = fewestDocuments + 20;

test('the same count makes the same documents, that many, each id once', () => {
  const documents = [...manyDocuments(count)];
  expect(documents).toEqual([...manyDocuments(count)]);
  expect(new Set(documents.map(({ _id }) => _id)).size).toBe(count);
});

test('an editor who opens one of them finds nothing to mend', { timeout: 60_000 }, async () => {
  const documents = [...manyDocuments(count)];
  const opened = documents.filter((_, place) => place % 30 === 0 || place >= fewestDocuments);
  const faults = await Promise.all(opened.map((document) => faultsOf(document, documents)));
  expect(faults.flat()).toEqual([]);
});

test('whatever a document refers to comes before it', () => {
  const seen = new Set<unknown>();
  for (const document of manyDocuments(count)) {
    const targets = [...JSON.stringify(document).matchAll(/"_ref":"([^"]+)"/g)].map(([, id]) => id);
    expect(targets.filter((id) => !seen.has(id))).toEqual([]);
    seen.add(document._id);
  }
});
