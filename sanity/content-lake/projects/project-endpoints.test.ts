import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

test('Studio is told that there are releases and scheduled drafts', async () => {
  const features = await lake.client().request({ url: '/features' });
  expect(features).toEqual(expect.arrayContaining(['contentReleases', 'singleDocRelease']));
});

test.each(['asset-limit', 'comments', 'content-releases', 'document-limit', 'scheduled-drafts', 'tasks'])(
  'Studio asks what to say where the plan for %s ends, and hears that nothing ends',
  async (feature) => {
    expect(await lake.client().request({ url: `/journey/${feature}` })).toBeNull();
  },
);

test('Studio finds no day on which a published release is thrown away', async () => {
  const { featureTypes } = await lake.client().request({ url: '/subscriptions/project/local' });
  expect(featureTypes.retention.features[0].attributes.maxRetentionDays).toBeNull();
});

test('Studio may measure the way to a dataset', async () => {
  const client = lake.client();
  expect(await client.request({ url: client.getDataUrl('ping') })).toBe('PONG');
});
