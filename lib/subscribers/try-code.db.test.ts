import { afterEach, expect, test, vi } from 'vitest';
import { rateLimits } from '#lib/db/schema.ts';
import { log } from '#lib/log.ts';
import { testSignIn } from './test-sign-in.ts';
import { tryCode } from './try-code.ts';

const { db, desk, start, subscribed, ask, mailNow } = await testSignIn();

afterEach(async () => {
  vi.restoreAllMocks();
  await db.delete(rateLimits);
});

const typed = (handle: string, code: string, network: string) =>
  tryCode(desk, { session: null, device: null, handle, code, network }, start);
/** No request of anybody's: its tries are counted all the same. */
const noHandle = 'x'.repeat(43);

async function guess(times: number, networkOf: (turn: number) => string) {
  const kinds = [];
  for (let turn = 0; turn < times; turn += 1) {
    kinds.push((await typed(noHandle, '123456', networkOf(turn))).kind);
  }
  return kinds;
}

test('one network guesses sixty codes, and the operator is told of the next', async () => {
  const error = vi.spyOn(log, 'error');
  const kinds = await guess(61, () => 'one network');
  expect(kinds.filter((kind) => kind === 'over')).toHaveLength(60);
  expect(kinds.at(-1)).toBe('limited');
  expect(error.mock.calls).toEqual([
    [expect.objectContaining({ event: 'limit.attack', limit: 'sign_in_code', most: 60 })],
  ]);
});

test('many networks together guess three hundred codes an hour, and the operator is told', async () => {
  const error = vi.spyOn(log, 'error');
  const kinds = await guess(301, (turn) => `network ${turn}`);
  expect(kinds.filter((kind) => kind === 'over')).toHaveLength(300);
  expect(kinds.at(-1)).toBe('limited');
  expect(error.mock.calls).toEqual([
    [expect.objectContaining({ event: 'limit.attack', limit: 'sign_in_code_everybody', most: 300 })],
  ]);
});

test('right codes use up nothing of what may be typed wrong', async () => {
  const { email } = await subscribed();
  const handle = await ask(email);
  const { code } = await mailNow();
  expect((await typed(handle, code, 'an office')).kind).toBe('signed-in');
  expect((await guess(61, () => 'an office')).indexOf('limited')).toBe(60);
});
