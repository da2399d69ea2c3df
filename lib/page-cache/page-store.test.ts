import { expect, test } from 'vitest';
import { PageStore } from './page-store.ts';

const entry = (value: object, tags: string[], bytes = 1_000) => ({
  value,
  tags,
  keptAt: 0,
  cacheControl: undefined,
  bytes,
});

test('keeps nothing that was begun before one of its tags was cleared', () => {
  const store = new PageStore<object>();
  store.clear(['article:1'], 100);
  expect(store.keep('/a', 'pages', entry({}, ['article:1']), 99)).toBe('outdated');
  expect(store.keep('/a', 'pages', entry({}, ['article:1']), 100)).toBe('outdated');
  expect(store.get('/a')).toBeUndefined();
  expect(store.keep('/a', 'pages', entry({}, ['article:1']), 101)).toBe('kept');
});

test('an old value does not come back as new when a failed renewal hands it over again', () => {
  const store = new PageStore<object>();
  const old = {};
  store.keep('/a', 'pages', entry(old, ['article:1']), 50);
  store.clear(['article:1'], 100);
  expect(store.keep('/a', 'pages', entry(old, ['article:1']), 150)).toBe('outdated');
});

test('clearing a tag forgets what carries it on every shelf, and nothing else', () => {
  const store = new PageStore<object>();
  store.keep('/a', 'pages', entry({}, ['article:1', 'front:en']), 1);
  store.keep('/b', 'pages', entry({}, ['article:2']), 1);
  store.keep('/c', 'errors', entry({}, ['article:1']), 1);
  store.keep('d', 'data', entry({}, ['article:1']), 1);
  expect(store.clear(['article:1'], 2)).toBe(3);
  expect(['/a', '/b', '/c', 'd'].map((key) => store.get(key) !== undefined)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('a flood of addresses that do not exist pushes no page out', () => {
  const store = new PageStore<object>();
  store.keep('/a', 'pages', entry({}, []), 1);
  for (let n = 0; n < 1_000; n += 1) store.keep(`/none/${n}`, 'errors', entry({}, [], 1024 * 1024), 1);
  expect(store.get('/a')).toBeDefined();
  expect(store.sizes().errors.bytes).toBeLessThanOrEqual(8 * 1024 * 1024);
});

test('knows the renders that began before a moment and still run', async () => {
  const store = new PageStore<object>();
  const early = store.beginRender(10);
  const late = store.beginRender(30);
  expect(store.rendersBegun(0, 20)).toEqual([early]);
  early.end();
  await early.ended;
  expect(store.rendersBegun(0, 40)).toEqual([late]);
});
