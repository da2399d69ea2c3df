import { expect, test } from 'vitest';
import { parseSourcePath } from './source-path.ts';

test.each([
  ['/articles/reef', '/articles/reef'],
  ['/es/articles/arrecife', '/es/articles/arrecife'],
  ['/', '/'],
  ['/articles/reef?from=x#part', '/articles/reef'],
  ['/articles/%C3%B1', '/articles/%C3%B1'],
])('the page %s of this site is a source', (given, path) => {
  expect(parseSourcePath(given)).toBe(path);
});

test.each([
  'https://elsewhere.example/articles/reef',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '\\/elsewhere.example',
  '/\t/elsewhere.example',
  '/..//elsewhere.example',
  '/articles/../..//elsewhere.example',
  '/./\\elsewhere.example',
  '/articles/\r\nSet-Cookie: x=1',
  'articles/reef',
  'javascript:alert(1)',
  '/api/subscribe',
  '/studio',
  '',
])('%j leads nowhere', (given) => {
  expect(parseSourcePath(given)).toBeNull();
});
