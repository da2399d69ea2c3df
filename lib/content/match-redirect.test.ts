import { expect, test } from 'vitest';
import { matchRedirect } from './match-redirect.ts';

const rules = [
  { from: '/old', to: '/articles/new', match: 'exact' as const, permanent: true },
  { from: '/blog', to: '/articles', match: 'prefix' as const, permanent: true },
  { from: '/blog/2019/', to: '/', match: 'prefix' as const, permanent: false },
  { from: '/same', to: '/same', match: 'exact' as const, permanent: true },
];

test.each([
  ['an exact rule', '/old', { to: '/articles/new', permanent: true }],
  ['an exact rule is not a prefix', '/old/more', null],
  ['a prefix carries the rest along', '/blog/turtles', { to: '/articles/turtles', permanent: true }],
  ['a prefix also catches itself', '/blog', { to: '/articles', permanent: true }],
  ['a prefix ends where a part of the path ends', '/blogger', null],
  ['the longest prefix wins', '/blog/2019/reef', { to: '/reef', permanent: false }],
  ['a rule onto itself is none', '/same', null],
  [
    'the rest can not name another host',
    '/blog/2019//evil.example/x',
    { to: '/evil.example/x', permanent: false },
  ],
  ['nor with a backslash', '/blog/2019/\\evil.example', { to: '/evil.example', permanent: false }],
  ['no rule', '/nothing', null],
])('%s', (_, path, expected) => {
  expect(matchRedirect(rules, path)).toEqual(expected);
});
