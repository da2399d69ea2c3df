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

const count = 10_000;
const pictures = 50;

test('10,000 documents in a ring, with drafts and pictures, go out and come back the same', async () => {
  const client = lake.client();
  const images: string[] = [];
  for (let n = 0; n < pictures; n++) {
    const background = { r: n, g: 255 - n, b: 99 };
    const bytes = await sharp({ create: { width: 32, height: 32, channels: 3, background } })
      .png()
      .toBuffer();
    images.push((await client.assets.upload('image', bytes, { filename: `${n}.png` }))._id);
  }
  const transaction = client.transaction();
  for (let n = 0; n < count; n++) {
    const document = {
      _type: 'article',
      title: `Number ${n}`,
      next: { _type: 'reference', _ref: `article-${(n + 1) % count}` },
      perhaps: { _type: 'reference', _ref: `drafts-${n}`, _weak: true },
      hero: { _type: 'image', asset: { _type: 'reference', _ref: images[n % pictures] } },
      body: [
        { _key: 'a', _type: 'block', children: [{ _key: 'b', _type: 'span', text: 'Words '.repeat(40) }] },
      ],
    };
    transaction.create({ ...document, _id: `article-${n}` });
    if (n % 10 === 0) transaction.create({ ...document, _id: `drafts.article-${n}`, title: `Draft ${n}` });
  }
  await transaction.commit();

  const archive = join(lake.dataFolder, 'backup.tar.gz');
  const copy = lake.client({ dataset: 'copy' });
  await copy.datasets.create('copy');
  await runArchiveCommand('export', lake.url, 'production', '--to', archive);
  await runArchiveCommand('import', lake.url, 'copy', '--from', archive);
  const [before, after] = [await contentOf(client), await contentOf(copy)];
  expect(after).toHaveLength(count * 1.1 + pictures);
  expect(after).toEqual(before);
}, 600_000);
