import { expect, test } from 'vitest';
import { ByteBoundedMap } from './byte-bounded-map.ts';

const of = (bytes: number) => ({ bytes });

test('forgets what was used longest ago when it grows too heavy', () => {
  const map = new ByteBoundedMap(100);
  map.set('a', of(40));
  map.set('b', of(40));
  map.get('a');
  map.set('c', of(40));
  expect([map.peek('a'), map.peek('b'), map.peek('c')]).toEqual([of(40), undefined, of(40)]);
  expect(map.bytes).toBe(80);
});

test('refuses what alone is heavier than the whole, and keeps the rest', () => {
  const map = new ByteBoundedMap(100);
  map.set('a', of(60));
  map.set('whale', of(101));
  expect(map.peek('whale')).toBeUndefined();
  expect(map.peek('a')).toEqual(of(60));
});

test('counts a replaced value once', () => {
  const map = new ByteBoundedMap(100);
  map.set('a', of(60));
  map.set('a', of(70));
  expect([map.bytes, map.size]).toEqual([70, 1]);
});
