import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
let picture: Buffer;
beforeEach(async () => {
  lake = await startTestLake();
  const noise = { type: 'gaussian' as const, mean: 120, sigma: 40 };
  picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#fff', noise } })
    .jpeg()
    .toBuffer();
});
afterEach(() => lake.end());

const upload = (bytes = picture) => lake.client().assets.upload('image', bytes, { filename: 'a.jpg' });
const statusOf = async (url: string) => (await fetch(url)).status;

test('the bytes of an asset go with its own document, not with one that names its path', async () => {
  const { _id, path, url } = await upload();
  await lake.client().create({ _id: 'pretender', _type: 'pretendedAsset', path });
  await lake.client().delete('pretender');
  expect(await statusOf(url)).toBe(200);
  await lake.client().delete(_id);
  expect(readdirSync(`${lake.dataFolder}/assets/production`, { recursive: true }).map(String)).not.toContain(
    path.split('/').at(-1),
  );
});

test('a dataset may have any name, and goes without taking the uploads of others with it', async () => {
  const client = lake.client();
  await client.datasets.create('incoming', { aclMode: 'private' });
  await client.withConfig({ dataset: 'incoming' }).assets.upload('image', picture);
  await client.datasets.delete('incoming');
  expect(await statusOf((await upload()).url)).toBe(200);
});

test('bytes that were lost come back with the next upload', async () => {
  const { url } = await upload();
  rmSync(`${lake.dataFolder}/assets/production`, { recursive: true });
  expect(await statusOf(url)).toBe(404);
  await upload();
  expect(await statusOf(url)).toBe(200);
});

test('an upload that a killed program left half is gone after the next start', async () => {
  writeFileSync(`${lake.dataFolder}/incoming/half`, 'half');
  lake = await lake.restart();
  expect(readdirSync(`${lake.dataFolder}/incoming`)).toEqual([]);
});

test('a picture that ends in the middle is refused, and is no failure of the lake', async () => {
  const half = picture.subarray(0, picture.length / 2);
  expect(await refusal(upload(half))).toMatchObject({ status: 400 });
});

test('a file is never opened as a picture', async () => {
  const file = await lake.client().assets.upload('file', Buffer.from('words'), { filename: 'a.txt' });
  const asPicture = file.url.replace('/files/', '/images/');
  for (const search of ['', '?w=10', '?fm=png']) expect(await statusOf(`${asPicture}${search}`)).toBe(404);
});

test('a picture that cannot be kept is answered all the same', async () => {
  const { url } = await upload();
  rmSync(`${lake.dataFolder}/transforms`, { recursive: true, force: true });
  writeFileSync(`${lake.dataFolder}/transforms`, 'in the way');
  expect(await statusOf(`${url}?w=33`)).toBe(200);
});

test('one listener that fails keeps nobody else from hearing of a transaction', async () => {
  const dataset = lake.lake.dataset('production');
  const heard: string[] = [];
  dataset.onTransaction(() => {
    throw new Error('on purpose');
  });
  dataset.onTransaction(({ id }) => heard.push(id));
  const { transactionId } = await lake.client().mutate([{ create: { _type: 'note' } }], {
    returnDocuments: false,
  });
  expect(heard).toEqual([transactionId]);
});
