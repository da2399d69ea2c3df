import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeEach(async () => {
  lake = await startTestLake();
});
afterEach(() => lake.end());

test('a dataset that was deleted does not come back with the next start, though that names it', async () => {
  await lake.client().create({ _id: 'kept', _type: 'note' });
  const open = lake.client({ dataset: 'open' });
  await open.create({ _type: 'note' });
  await lake.client().datasets.delete('open');
  lake = await lake.restart();
  expect(lake.lake.leftOut).toEqual(['open']);
  expect((await lake.client().datasets.list()).map(({ name }) => name)).toEqual(['production']);
  expect(await refusal(lake.client({ dataset: 'open' }).fetch('*'))).toMatchObject({ status: 404 });
  expect(await lake.client().getDocument('kept')).toBeDefined();
});

test('one that is made again after that stays', async () => {
  await lake.client().datasets.delete('open');
  lake = await lake.restart();
  await lake.client().datasets.create('open', { aclMode: 'private' });
  await lake.client({ dataset: 'open' }).create({ _id: 'new', _type: 'note' });
  lake = await lake.restart();
  expect(lake.lake.leftOut).toEqual([]);
  expect(await lake.client({ dataset: 'open' }).getDocument('new')).toBeDefined();
});
