import { expect, test } from 'vitest';
import { judgeDesk } from './judge-desk.ts';

const now = new Date('2026-01-15T12:00:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  ['the first look at a database', null, null],
  ['a row that only says that an operator stopped all', { databaseIdentity: null, seenAt: null }, null],
  ['a moment ago', { databaseIdentity: 'this', seenAt: before(0.2) }, null],
  ['an hour ago', { databaseIdentity: 'this', seenAt: before(60) }, null],
  ['more than an hour ago', { databaseIdentity: 'this', seenAt: before(60.01) }, 'long stopped'],
  ['a clock that goes a little differently', { databaseIdentity: 'this', seenAt: before(-1) }, null],
  ['in the future', { databaseIdentity: 'this', seenAt: before(-1.1) }, 'clock set back'],
  ['another database, a moment ago', { databaseIdentity: 'that', seenAt: before(0.2) }, 'another database'],
] as const)('seen: %s', (_, desk, expected) => {
  expect(judgeDesk(desk, 'this', now)).toBe(expected);
});
