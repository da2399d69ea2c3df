import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentOf, runArchiveCommand } from '../testing/round-trip.ts';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

const picture = (background: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer();
const to = (id: string, fields: object = {}) => ({ _type: 'reference', _ref: id, ...fields });

test('a dataset goes out as an archive and comes back the same, whatever refers to what', async () => {
  const client = lake.client();
  const hero = await client.assets.upload('image', await picture('#c00'), {
    filename: 'hero.jpg',
    title: 'Red',
  });
  const lone = await client.assets.upload('image', await picture('#00c'), { filename: 'lone.jpg' });
  const file = await client.assets.upload('file', Buffer.from('words'), { filename: 'words.txt' });
  await client
    .transaction()
    .create({ _id: 'strong', _type: 'article', author: to('ana'), _createdAt: '2020-01-01T00:00:00Z' })
    .create({ _id: 'ana', _type: 'person', image: { _type: 'image', asset: to(hero._id) } })
    .create({ _id: 'weak', _type: 'article', later: to('not-there-yet', { _weak: true }) })
    .create({ _id: 'chicken', _type: 'article', related: [{ _key: 'k', ...to('egg') }] })
    .create({ _id: 'egg', _type: 'article', related: [{ _key: 'k', ...to('chicken') }] })
    .create({ _id: 'drafts.ana', _type: 'person', paper: { _type: 'file', asset: to(file._id) } })
    .create({ _id: 'drafts.new', _type: 'article', author: to('ana') })
    .commit();
  await client.releases.create({ releaseId: 'spring', metadata: { title: 'Spring' } });
  await client.createVersion({
    document: { _type: 'article', author: to('ana') },
    releaseId: 'spring',
    publishedId: 'strong',
  });

  const archive = join(lake.dataFolder, 'backup.tar.gz');
  expect(await runArchiveCommand('export', lake.url, 'production', '--to', archive)).toContain('3 assets');
  const copy = lake.client({ dataset: 'copy' });
  await copy.datasets.create('copy');
  await runArchiveCommand('import', lake.url, 'copy', '--from', archive);

  expect(await contentOf(copy)).toEqual(await contentOf(client));
  const images: string[] = await copy.fetch('*[_type == "sanity.imageAsset"].url');
  expect(images).toHaveLength([hero, lone].length);
  for (const url of images) expect((await fetch(url)).status).toBe(200);
  expect(await copy.delete('ana').catch(({ statusCode }) => statusCode)).toBe(409);

  await expect(runArchiveCommand('import', lake.url, 'copy', '--from', archive)).rejects.toThrow(
    'already exists',
  );
  await runArchiveCommand('import', lake.url, 'copy', '--from', archive, '--replace');
  expect(await contentOf(copy)).toEqual(await contentOf(client));
}, 120_000);

test('a scheduled release goes out and comes back with its time, its documents locked again', async () => {
  const [client, copy] = ['scheduled', 'scheduled-copy'].map((dataset) => lake.client({ dataset }));
  if (!client || !copy) throw new Error('Two datasets are needed');
  for (const one of [client, copy]) await one.datasets.create(one.config().dataset ?? '');
  const publishAt = '2999-01-01T00:00:00.000Z';
  await client.create({ _id: 'ana', _type: 'person' });
  await client.releases.create({ releaseId: 'spring', metadata: { releaseType: 'scheduled' } });
  const document = { _type: 'article', author: to('ana') };
  await client.createVersion({ document, releaseId: 'spring', publishedId: 'story' });
  await client.releases.schedule({ releaseId: 'spring', publishAt });

  const archive = join(lake.dataFolder, 'scheduled.tar.gz');
  await runArchiveCommand('export', lake.url, 'scheduled', '--to', archive);
  for (const flags of [[], ['--replace']]) {
    await runArchiveCommand('import', lake.url, 'scheduled-copy', '--from', archive, ...flags);
    expect(await copy.releases.get({ releaseId: 'spring' })).toMatchObject({ state: 'scheduled', publishAt });
    expect(await copy.getDocument('versions.spring.story')).toMatchObject(document);
    const change = copy.patch('versions.spring.story').set({ title: 'New' }).commit();
    expect(await change.catch(({ statusCode }) => statusCode)).toBe(409);
  }
}, 60_000);

test('a command that lacks what it needs says how it is used', async () => {
  await expect(runArchiveCommand('export', lake.url, 'production')).rejects.toThrow(
    'ended with 2: Usage: content-lake export --to FILE.tar.gz',
  );
});
