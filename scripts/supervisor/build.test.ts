import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourcesHash } from './build.ts';

function checkout(): string {
  const root = mkdtempSync(join(tmpdir(), 'checkout-'));
  mkdirSync(join(root, 'lib'));
  writeFileSync(join(root, 'lib', 'clock.ts'), 'export const hour = 1;');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  return root;
}

test('the same sources need no new build, wherever they lie', () => {
  const root = checkout();
  const copy = mkdtempSync(join(tmpdir(), 'checkout-'));
  cpSync(root, copy, { recursive: true });
  expect(sourcesHash(copy)).toBe(sourcesHash(root));
});

test('a changed, renamed or added source and a changed lockfile each need one', () => {
  const hashes = [
    ['lib/clock.ts', 'export const hour = 2;'],
    ['lib/watch.ts', 'export const hour = 1;'],
    ['package-lock.json', '{"packages":{}}'],
  ].map(([path = '', content = '']) => {
    const root = checkout();
    writeFileSync(join(root, path), content);
    return sourcesHash(root);
  });
  expect(new Set([...hashes, sourcesHash(checkout())]).size).toBe(4);
});

test('tests, prose, the seed and the lake are no part of the site and need none', () => {
  const root = checkout();
  mkdirSync(join(root, 'sanity', 'seed'), { recursive: true });
  writeFileSync(join(root, 'sanity', 'seed', 'articles.ndjson'), '{}');
  writeFileSync(join(root, 'lib', 'clock.test.ts'), 'test');
  writeFileSync(join(root, 'lib', 'README.md'), 'prose');
  expect(sourcesHash(root)).toBe(sourcesHash(checkout()));
});
