import { expect, test } from 'vitest';
import { Bell } from './bell.ts';

/** No test waits so long: only a bell or a stop ends such a rest. */
const forEver = 3_600_000;

test('a ring ends the rest, also one that came before it, and is answered once', async () => {
  const bell = new Bell(new AbortController().signal);
  const resting = bell.rest(forEver);
  bell.ring();
  await resting;
  expect([bell.answer(), bell.answer()]).toEqual([true, false]);
  bell.ring();
  bell.ring();
  await bell.rest(forEver);
  expect([bell.answer(), bell.answer()]).toEqual([true, false]);
});

test('a rest that nobody rings for lasts until everything stops, or its time is over', async () => {
  const stop = new AbortController();
  const bell = new Bell(stop.signal);
  let isOver = false;
  const resting = bell.rest(forEver).then(() => {
    isOver = true;
  });
  await bell.rest(1);
  expect(isOver).toBe(false);
  stop.abort();
  await resting;
  expect(bell.answer()).toBe(false);
});
