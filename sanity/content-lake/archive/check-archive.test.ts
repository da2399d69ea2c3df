import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runArchiveCommand } from '../testing/round-trip.ts';
import { startTestLake, type TestLake } from '../testing/test-lake.ts';
import { checkArchive } from './check-archive.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-archive-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function kept(content: Buffer | string): string {
  const path = join(folder, 'archive');
  writeFileSync(path, content);
  return path;
}
const line = (asset: string) =>
  JSON.stringify({ _id: 'a', _type: 'note', list: [{ deep: { _sanityAsset: asset } }] });

test.each([
  'image@file://./images/a-1x1.jpg',
  'file@file://./files/a.txt',
  'image@https://example.org/a.jpg',
])('%s may be imported', async (asset) => {
  await checkArchive(kept(`${line(asset)}\n${line(asset)}`));
});

test.each([
  'file@file:///etc/passwd',
  'file@FILE:///etc/passwd',
  'file@file://etc/passwd',
  'file@file://./../../etc/passwd',
  'file@file://./%2e%2e/%2e%2e/etc/passwd',
  'file@file://./..%2f..%2fetc/passwd',
  'file@file://.//etc/passwd',
  'file@http://./etc/passwd',
  'file@ftp://example.org/a',
])('%s names what is none of the archive', async (asset) => {
  // With the bytes of a tar around it: the document is found wherever it stands, and however it is spelled.
  const spelled = line(asset).replace('_sanityAsset', '\\u005fsanityAsset').replace('file:', '\\u0066ile:');
  const tar = Buffer.concat([
    Buffer.alloc(512),
    Buffer.from(`{"_id":"b"}\n  ${spelled}`),
    Buffer.alloc(512),
    Buffer.from('x\n'),
  ]);
  for (const content of [tar, gzipSync(tar), deflateSync(tar)]) {
    await expect(checkArchive(kept(content))).rejects.toThrow('outside of itself');
  }
});

test('what would fill the disk, or hides in a second packing, is refused', async () => {
  await expect(checkArchive(kept(gzipSync(gzipSync('{}'))))).rejects.toThrow('more than once');
  const bounds = { lineBytes: 1000, unpackedBytes: 1_000_000, timesAsLarge: 100 };
  await expect(checkArchive(kept(`{"a":"${'x'.repeat(1000)}`), bounds)).rejects.toThrow('too long');
  await expect(checkArchive(kept(gzipSync(Buffer.alloc(3_000_000))), bounds)).rejects.toThrow(
    'fill the disk',
  );
  await checkArchive(kept(Buffer.alloc(3_000_000)), bounds);
});

test('a hostile archive brings no file of whoever imports it into the dataset', async () => {
  const lake: TestLake = await startTestLake();
  const secret = join(folder, 'secret');
  writeFileSync(secret, 'not for the archive');
  const archive = kept(line(`file@file://${secret}`));
  await expect(runArchiveCommand('import', lake.url, 'production', '--from', archive)).rejects.toThrow(
    'outside of itself',
  );
  expect(await lake.client().fetch('count(*)')).toBe(0);
  await lake.end();
});
