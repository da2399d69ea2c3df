import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { isUnchanged } from './is-unchanged.ts';

const answer = { etag: 'W/"a"', 'last-modified': 'Thu, 15 Jan 2026 12:00:00 GMT' };
const same = 'Thu, 15 Jan 2026 12:00:00 GMT';

test.each([
  ['the same tag', { 'if-none-match': 'W/"a"' }, true],
  ['the tag as it was before compression', { 'if-none-match': '"a"' }, true],
  ['one of several tags', { 'if-none-match': '"b", "a"' }, true],
  ['any tag', { 'if-none-match': '*' }, true],
  ['another tag', { 'if-none-match': '"b"' }, false],
  ['another tag and a fitting date', { 'if-none-match': '"b"', 'if-modified-since': same }, false],
  ['the same date, though something may have been taken back since', { 'if-modified-since': same }, false],
  ['nothing', {}, false],
])('who comes with %s has it already: %#', (_what, asked: IncomingHttpHeaders, expected) => {
  expect(isUnchanged(asked, answer)).toBe(expected);
});

test('what has no tag is never unchanged', () => {
  expect(isUnchanged({ 'if-none-match': '"a"' }, {})).toBe(false);
});
