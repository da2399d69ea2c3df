import { expect, test } from 'vitest';
import { matchesOrigin, originPattern } from './origin-pattern.ts';

const fitting = [
  ['https://*.example.org', 'https://studio.example.org'],
  ['https://site-*.example.org', 'https://site-42.example.org'],
  ['http://localhost:*', 'http://localhost:5173'],
  ['http://localhost:*', 'http://localhost'],
  ['https://*.example.org:8443', 'https://a.example.org:8443'],
  ['*', 'https://anywhere.example'],
] as const;

test.each(fitting)('%s lets %s in', (pattern, origin) => {
  expect(originPattern(pattern)).toBe(pattern);
  expect(matchesOrigin(pattern, origin)).toBe(true);
});

test.each([
  ['https://*.example.org', 'https://example.org'],
  ['https://*.example.org', 'http://a.example.org'],
  ['https://*.example.org', 'https://a.b.example.org'],
  ['https://*.example.org', 'https://a.example.org.evil.example'],
  ['https://*.example.org', 'https://evil.example/.example.org'],
  ['https://*.example.org', 'https://axexample.org'],
  ['https://*.example.org', 'https://a.example.org:444'],
  ['https://site-*.example.org', 'https://site-.example.org'],
  ['http://localhost:*', 'http://localhost.evil.example'],
  ['http://localhost:*', 'http://localhost:80@evil.example'],
  ['https://*.example.org', 'null'],
])('%s does not let %s in', (pattern, origin) => {
  expect(matchesOrigin(pattern, origin)).toBe(false);
});

test.each([
  'https://*',
  'https://*.org',
  'https://example.*',
  'ftp://*.example.org',
  'https://*.example.org/path',
  '**',
])('%s is no pattern of sites', (pattern) => expect(originPattern(pattern)).toBeNull());
