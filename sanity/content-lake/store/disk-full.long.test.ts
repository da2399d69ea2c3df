import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusal, startTestLake } from '../testing/test-lake.ts';

/** A file system of a few megabytes, or the reason why there is none. */
function mountSmallDisk(): { folder: string; unmount: () => void } | { why: string } {
  const folder = mkdtempSync(join(tmpdir(), 'lake-small-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { encoding: 'utf8' });
  if (mounted.status !== 0) {
    rmdirSync(folder);
    return { why: `no small file system can be mounted here: ${mounted.stderr || mounted.error?.message}` };
  }
  const unmount = () => {
    spawnSync('umount', [folder]);
    rmdirSync(folder);
  };
  return { folder, unmount };
}

test('a real disk that fills up loses nothing that was acknowledged', async (context) => {
  const disk = mountSmallDisk();
  if ('why' in disk) return context.skip(disk.why);
  try {
    let lake = await startTestLake({}, disk.folder);
    const acknowledged: string[] = [];
    const statuses = new Set<number>();
    for (let n = 0; n < 400 && statuses.size < 1; n++) {
      const document = { _id: `a-${n}`, _type: 'article', text: `${n} `.repeat(10_000) };
      const isWritten = await lake
        .client()
        .create(document)
        .then(() => true)
        .catch((error: { statusCode: number }) => {
          statuses.add(error.statusCode);
          return false;
        });
      if (isWritten) acknowledged.push(document._id);
    }
    const upload = await refusal(lake.client().assets.upload('file', Buffer.alloc(6_000_000, 'x')));
    expect([...statuses, upload.status]).toEqual([507, 507]);
    expect(acknowledged.length).toBeGreaterThan(5);
    const ids = () => lake.client().fetch<string[]>('*[_type == "article"]._id');
    expect((await ids()).sort()).toEqual(acknowledged.sort());
    lake = await lake.restart();
    expect((await ids()).sort()).toEqual(acknowledged);
    expect(lake.lake.database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    await lake.close();
  } finally {
    disk.unmount();
  }
}, 120_000);
