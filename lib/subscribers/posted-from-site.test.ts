import { expect, test } from 'vitest';
import { postedFromSite } from './posted-from-site.ts';

const siteUrl = 'https://news.example/';

test.each([
  ['a program', {}, true],
  ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://news.example' }, true],
  ['our own page behind another name', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, true],
  ['our own page in an old browser', { origin: 'https://news.example' }, true],
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
  ['another site in an old browser', { origin: 'https://evil.example' }, false],
  ['a sister host', { 'sec-fetch-site': 'same-site', origin: 'https://blog.news.example' }, false],
  ['a page that hides its origin', { 'sec-fetch-site': 'cross-site', origin: 'null' }, false],
  ['the same host without TLS', { origin: 'http://news.example' }, false],
])('a post by %s: %o → %s', (_, headers, passes) => {
  expect(postedFromSite(new Headers(headers), siteUrl)).toBe(passes);
});
