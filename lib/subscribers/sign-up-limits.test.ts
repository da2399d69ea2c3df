import { expect, test } from 'vitest';
import { judgeLimits, signUpLimits, windowStart } from './sign-up-limits.ts';

const now = new Date('2026-01-15T10:50:00Z');
const limits = signUpLimits({ addressHash: 'a', networkHash: 'n' });
const counted = (address: number, network: number, everybody: number) =>
  new Map([
    ['address:a', address],
    ['network:n', network],
    ['everybody', everybody],
  ]);

test('up to its limit every sign-up passes', () => {
  expect(judgeLimits(limits, counted(5, 100, 2000), now)).toEqual({ kind: 'free' });
});

test('the sixth sign-up of one address in an hour waits for the next hour', () => {
  expect(judgeLimits(limits, counted(6, 6, 6), now)).toEqual({
    kind: 'limited',
    limit: 'address',
    retryAfterSeconds: 600,
  });
});

test('when several limits are passed the longest wait is told', () => {
  const early = new Date('2026-01-15T10:01:00Z');
  expect(judgeLimits(limits, counted(1, 101, 2001), early)).toMatchObject({
    limit: 'network',
    retryAfterSeconds: 59 * 60,
  });
});

test('a window begins at a whole multiple of its length', () => {
  expect(windowStart({ key: 'k', most: 1, windowMs: 600_000 }, new Date('2026-01-15T10:59:59.999Z'))).toEqual(
    new Date('2026-01-15T10:50:00Z'),
  );
});
