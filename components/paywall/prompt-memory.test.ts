import { expect, test } from 'vitest';
import { parseMemory } from './prompt-memory.client.ts';

const nothing = { shownAt: null, dismissals: 0, newsletterReader: false, read: [] };

test('what was remembered comes back', () => {
  const memory = { shownAt: 5, dismissals: 2, newsletterReader: true, read: ['/articles/reef'] };
  expect(parseMemory(JSON.stringify(memory))).toEqual(memory);
});

test.each([
  null,
  '',
  'null',
  '7',
  '[]',
  '{"shownAt":"x","dismissals":null,"newsletterReader":1,"read":"y"}',
  '{',
])('whatever else lies under the key, %j, is nothing remembered', (stored) => {
  expect(parseMemory(stored)).toEqual(nothing);
});

test('a list of articles keeps only its texts', () => {
  expect(parseMemory('{"read":["/a",7,null]}').read).toEqual(['/a']);
});
