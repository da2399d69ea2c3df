import { expect, test } from 'vitest';
import { articleView } from './article-view.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const ask = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  articleView({ url, method, headers: { 'user-agent': browser, ...headers } });

test('opening an article counts for it, whatever brought the reader', () => {
  expect(ask('/articles/reef')).toEqual({ language: 'en', slug: 'reef' });
  expect(ask('/es/articles/arrecife?utm_source=x')).toEqual({ language: 'es', slug: 'arrecife' });
  expect(
    ask('/articles/reef', { 'sec-fetch-dest': 'document', cookie: 'session=a; meter=b' }),
  ).not.toBeNull();
});

test('what is not somebody opening an article counts for nothing', () => {
  for (const url of [
    '/',
    '/sections/reef',
    '/articles/reef/lite',
    '/articles/reef.md',
    '/articles/',
    '/articles/a/b',
  ])
    expect(ask(url), url).toBeNull();
  for (const [name, value] of [
    ['sec-fetch-dest', 'empty'],
    ['sec-fetch-dest', 'image'],
    ['rsc', '1'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['cache-control', 'max-age=0'],
    ['cache-control', 'no-cache'],
    ['cookie', '__Host-draft=abc'],
  ] as const)
    expect(ask('/articles/reef', { [name]: value }), `${name}: ${value}`).toBeNull();
  for (const method of ['HEAD', 'POST']) expect(ask('/articles/reef', {}, method)).toBeNull();
});

test('robots count for nothing, nor do programs that do not say what they are', () => {
  for (const program of [
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'facebookexternalhit/1.1',
    'curl/8.5.0',
    'python-requests/2.32',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 HeadlessChrome/140.0.0.0 Safari/537.36',
    '',
  ])
    expect(ask('/articles/reef', { 'user-agent': program }), program).toBeNull();
});
