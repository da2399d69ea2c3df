import { expect, test } from 'vitest';
import { type Limit, retryAfterSeconds, shareLeft, windowStart } from './sign-up-limits.ts';

const hour: Limit = { key: 'k', most: 5, windowMs: 3_600_000 };
const at = (time: string) => new Date(`2026-01-15T${time}Z`);

test('a window begins at a whole multiple of its length', () => {
  expect(windowStart({ ...hour, windowMs: 600_000 }, at('10:59:59.999'))).toEqual(at('10:50:00'));
});

test('the window before weighs in by what of it is less than one window ago', () => {
  expect([shareLeft(hour, at('10:00:00')), shareLeft(hour, at('10:45:00'))]).toEqual([1, 0.25]);
});

test('a full window waits until its weight in the next has made room', () => {
  // Five at once: in the next hour four fifths of them weigh four, which is from 11:12 on.
  expect(retryAfterSeconds(hour, 0, at('10:50:00'))).toBe(22 * 60);
});

test('what the window before fills makes room within this one', () => {
  // Five before and none now: at 10:12 their weight is four.
  expect(retryAfterSeconds(hour, 5, at('10:00:00'))).toBe(12 * 60);
  expect(retryAfterSeconds(hour, 5, at('10:13:00'))).toBe(11 * 60);
});

test('a limit that was lowered meanwhile still ends', () => {
  expect(retryAfterSeconds({ ...hour, most: 1 }, 50, at('10:00:00'))).toBe(3600);
});
