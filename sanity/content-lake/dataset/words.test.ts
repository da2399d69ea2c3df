import { expect, test } from 'vitest';
import { wordKey, wordsIn } from './words.ts';

test('letters that a pattern of groq-js takes for the same are the same in the index', () => {
  const byUpperCase = new Map<string, Set<string>>();
  for (let code = 0; code < 0x10000; code++) {
    const letter = String.fromCharCode(code);
    // As a regular expression that ignores case compares: one letter with one, and none with ASCII.
    const upper = letter.toUpperCase();
    const compared = upper.length !== 1 || (code >= 128 && upper.charCodeAt(0) < 128) ? letter : upper;
    const keys = byUpperCase.get(compared) ?? new Set();
    byUpperCase.set(compared, keys.add(wordKey(letter)));
  }
  expect([...byUpperCase].filter(([, keys]) => keys.size > 1)).toEqual([]);
});

test('a document is listed by its texts, not by its keys, references and times', () => {
  const span = (text: string) => ({ _key: 'k1', _type: 'span', text });
  const body = [{ _key: 'k2', _type: 'block', children: [span('A har'), span('bour, Café 3.5')] }];
  const document = { _rev: 'rev', _createdAt: '2026', section: { _ref: 'target' }, body };
  const words = ['SPAN', 'BLOCK', 'A', 'HAR', 'BOUR', 'HARBOUR', 'CAFE', '3', '5', '35'];
  expect([...wordsIn(document)].sort()).toEqual(words.sort());
});
