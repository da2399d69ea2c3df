import { expect, test } from 'vitest';
import { Bell } from './bell.ts';

/** No test waits so long: only a bell or a stop ends such a rest. */
const forEver = 3_600_000;

test('a ring ends the rest, also one that came before it, and each only once', async () => {
  const stop = new AbortController();
  const bell = new Bell(stop.signal);
  const resting = bell.wait(forEver);
  bell.ring();
  await resting;
  bell.ring();
  bell.ring();
  await bell.wait(forEver);
  let isOver = false;
  const next = bell.wait(forEver).then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  stop.abort();
  await next;
});

test('a rest is over when its time is', async () => {
  await new Bell(new AbortController().signal).wait(1);
});
