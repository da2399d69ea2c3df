import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeEach(async () => {
  lake = await startTestLake();
});
afterEach(() => lake.end());

test('large transactions are remembered only as far as memory allows, and who was away longer starts anew', async () => {
  const recent = lake.lake.recentTransactions(lake.lake.dataset('production'));
  const beginning = recent.latestId();
  expect(recent.since(beginning)).toEqual([]);
  const small = await lake.client().create({ _type: 'note' });
  expect(recent.since(beginning)?.map(({ id }) => id)).toEqual([small._rev]);
  const documents = Array.from({ length: 5000 }, () => ({ create: { _type: 'note' } }));
  const { transactionId } = await lake.client().mutate(documents, { returnDocuments: false });
  expect(recent.since(beginning)).toBeNull();
  expect(recent.since(small._rev)?.map(({ id }) => id)).toEqual([transactionId]);
  expect(recent.since(transactionId)).toEqual([]);
  const next = await lake.client().create({ _type: 'note' });
  expect(recent.since(transactionId)?.map(({ id }) => id)).toEqual([next._rev]);
  expect(recent.since(small._rev)).toBeNull();
});
