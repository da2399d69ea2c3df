import { expect, test } from 'vitest';
import { openPace } from './pace.ts';

/** A clock that stands still, and how long each who came had to wait. */
function at(now: { ms: number }, perSecond: number) {
  const waits: number[] = [];
  const wait = async (milliseconds: number) => {
    waits.push(milliseconds);
  };
  return { pace: openPace(perSecond, wait, () => now.ms), waits };
}

test('ten a second pass evenly, however many come at once', async () => {
  const { pace, waits } = at({ ms: 5000 }, 10);
  await Promise.all(Array.from({ length: 6 }, pace));
  expect(waits).toEqual([100, 200, 300, 400, 500]);
});

test('a quiet time is not made up for', async () => {
  const now = { ms: 5000 };
  const { pace, waits } = at(now, 10);
  await pace();
  now.ms += 10_000;
  await Promise.all([pace(), pace()]);
  expect(waits).toEqual([100]);
});
