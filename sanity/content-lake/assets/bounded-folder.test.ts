import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BoundedFolder } from './bounded-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lake-bounded-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const kept = () => readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('/'));

test('pictures made for whoever asks never take more than their part of the disk', async () => {
  const pictures = new BoundedFolder(folder, 1000);
  for (const name of ['aa1', 'bb2', 'cc3', 'dd4', 'ee5']) await pictures.write(name, Buffer.alloc(300));
  expect(kept().sort()).toEqual(['cc/cc3', 'dd/dd4', 'ee/ee5']);
  expect(await pictures.read('aa1')).toBeNull();
  expect(await pictures.read('ee5')).toHaveLength(300);
});

test('those of an earlier run count too', async () => {
  const before = new BoundedFolder(folder, 1000);
  for (const name of ['aa1', 'bb2', 'cc3']) await before.write(name, Buffer.alloc(300));
  const after = new BoundedFolder(folder, 1000);
  await after.write('dd4', Buffer.alloc(900));
  expect(kept()).toEqual(['dd/dd4']);
});

test('one that was deleted by hand is made again, and what cannot be written is said', async () => {
  const pictures = new BoundedFolder(folder, 1000);
  await pictures.write('aa1', Buffer.alloc(300));
  rmSync(join(folder, 'aa'), { recursive: true });
  expect(await pictures.read('aa1')).toBeNull();
  writeFileSync(join(folder, 'bb'), 'in the way');
  await expect(pictures.write('bb2', Buffer.alloc(1))).rejects.toThrow();
});
