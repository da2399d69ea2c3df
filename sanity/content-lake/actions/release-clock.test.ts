import type { SanityClient } from '@sanity/client';
import { afterEach, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
afterEach(() => lake.end());

async function scheduleArticle(client: SanityClient, publishAt: Date, fields: object = {}) {
  await client.releases.create({ releaseId: 'r', metadata: { releaseType: 'scheduled' } });
  await client.createVersion({
    document: { _type: 'article', title: 'Scheduled', ...fields },
    releaseId: 'r',
    publishedId: 'a',
  });
  await client.releases.schedule({ releaseId: 'r', publishAt: publishAt.toISOString() });
}

const release = (client: SanityClient) => client.releases.get({ releaseId: 'r' });

test('a scheduled release is published when its time has come, by whoever scheduled it', async () => {
  let now = new Date('2026-01-01T10:00:00Z');
  lake = await startTestLake({ clock: () => now });
  const client = lake.client();
  const { id: author } = await client.users.getById('me');
  await scheduleArticle(client, new Date('2026-01-01T11:00:00Z'));
  expect(await release(client)).toMatchObject({ state: 'scheduled', publishAt: '2026-01-01T11:00:00.000Z' });

  now = new Date('2026-01-01T11:00:00Z');
  // Any change of a release makes the clock look at what is due.
  await client.releases.create({ releaseId: 'another' });
  await expect.poll(async () => (await release(client))?.state).toBe('published');
  expect(await release(client)).toMatchObject({ publishedAt: '2026-01-01T11:00:00.000Z' });
  expect(await client.getDocument('a')).toMatchObject({ title: 'Scheduled' });
  expect(await client.getDocument('versions.r.a')).toBeUndefined();
  const { events } = await client.request({ url: '/data/history/production/events/releases/r' });
  expect(events.map(({ type }: { type: string }) => type)).toEqual([
    'publishRelease',
    'scheduleRelease',
    'addDocumentToRelease',
    'createRelease',
  ]);
  expect(events[0].author).toBe(author);
});

test('what became due while the lake was down is published at its start', async () => {
  let now = new Date('2026-01-01T10:00:00Z');
  lake = await startTestLake({ clock: () => now });
  await scheduleArticle(lake.client(), new Date('2026-01-01T11:00:00Z'));
  now = new Date('2026-01-02T00:00:00Z');
  lake = await lake.restart();
  await expect.poll(async () => (await release(lake.client()))?.state).toBe('published');
  expect(await lake.client().getDocument('a')).toMatchObject({ title: 'Scheduled' });
});

test('a time in the past is due at once; what was unscheduled is not published', async () => {
  lake = await startTestLake();
  const client = lake.client();
  await scheduleArticle(client, new Date(Date.now() + 3_600_000));
  await client.releases.unschedule({ releaseId: 'r' });
  await client.releases.create({ releaseId: 'past' });
  await client.releases.schedule({ releaseId: 'past', publishAt: '2020-01-01T00:00:00Z' });
  await expect.poll(async () => (await client.releases.get({ releaseId: 'past' }))?.state).toBe('published');
  expect(await release(client)).toMatchObject({ state: 'active' });
  expect(await client.getDocument('a')).toBeUndefined();
});

test('a release that cannot be published stays active and says why', async () => {
  lake = await startTestLake();
  const client = lake.client();
  const section = {
    _type: 'reference',
    _ref: 'gone',
    _weak: true,
    _strengthenOnPublish: { type: 'section' },
  };
  await scheduleArticle(client, new Date(Date.now() - 1000), { section });
  await expect.poll(async () => (await release(client))?.error?.message).toContain('"gone"');
  expect(await release(client)).toMatchObject({ state: 'active' });
  expect(await client.getDocument('versions.r.a')).toMatchObject({ title: 'Scheduled' });
});
