import { eq, like, sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { rateLimits } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { log } from '#lib/log.ts';
import { limit } from './limit.ts';
import { giveBack } from './rate-limit-store.ts';
import type { Limit } from './sign-up-limits.ts';

const { db, pool } = await testDatabase();
const desk = { db, limitsFactor: 1 };
const now = new Date('2026-01-15T10:50:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);
const free = { kind: 'free' };

afterEach(() => vi.restoreAllMocks());

let keys = 0;
const limitOf = (most: number, more: Partial<Limit> = {}): Limit => {
  keys += 1;
  return { key: `kind${keys}:somebody`, most, windowMs: 3_600_000, ...more };
};

async function passing(limits: Limit[], tries: number, when = now): Promise<number> {
  const verdicts = await Promise.all(Array.from({ length: tries }, () => limit(desk, limits, when)));
  return verdicts.filter(({ kind }) => kind === 'free').length;
}

test('of fifty at once exactly as many pass as may', async () => {
  expect(await passing([limitOf(7)], 50)).toBe(7);
});

test('after exactly the time that is told one more passes, and not a second before', async () => {
  for (const [before, most] of [
    [0, 5],
    [3, 5],
    [5, 5],
    [90, 100],
  ] as const) {
    const one = limitOf(most);
    await passing([one], before, after(-3_000_000));
    await passing([one], most, now);
    const verdict = await limit(desk, [one], now);
    if (verdict.kind !== 'limited') throw new Error('It was free');
    const waitMs = verdict.retryAfterSeconds * 1000;
    expect(await limit(desk, [one], after(waitMs - 1000))).toMatchObject({ kind: 'limited' });
    expect(await limit(desk, [one], after(waitMs))).toEqual(free);
  }
});

test('a burst at the end of one window does not pass again at the start of the next', async () => {
  const one = limitOf(10);
  const endOfWindow = new Date('2026-01-15T10:59:59Z');
  expect(await passing([one], 30, endOfWindow)).toBe(10);
  expect(await passing([one], 30, new Date('2026-01-15T11:00:01Z'))).toBe(0);
});

test('what one limit refuses uses up nothing of another', async () => {
  const [narrow, wide] = [limitOf(2), limitOf(5)];
  expect(await passing([narrow, wide], 30)).toBe(2);
  expect(await passing([wide], 30)).toBe(3);
});

test('when somebody else takes the last place at the same moment, what was taken beside it is given back', async () => {
  const [wide, narrow] = [limitOf(5), limitOf(2)];
  await limit(desk, [narrow], now);
  const late = await db.transaction(async (tx) => {
    await tx.update(rateLimits).set({ count: 2 }).where(eq(rateLimits.key, narrow.key));
    const verdict = limit(desk, [wide, narrow], now);
    // It has seen room, and waits for the row.
    await vi.waitFor(async () => {
      const { rows } = await db.execute(sql`select 1 from pg_locks where not granted`);
      expect(rows).toHaveLength(1);
    });
    return { verdict };
  });
  expect(await late.verdict).toMatchObject({ kind: 'limited' });
  expect(await passing([wide], 10)).toBe(5);
});

test('of several limits the longest wait is told', async () => {
  const [short, long] = [limitOf(1, { windowMs: 600_000 }), limitOf(1, { windowMs: 7_200_000 })];
  await limit(desk, [short, long], now);
  expect(await limit(desk, [short, long], now)).toMatchObject({ limit: long.key.split(':')[0] });
});

test('callers that share only their last limit do not wait for each other for ever', async () => {
  const all = limitOf(1000);
  const own = Array.from({ length: 20 }, () => limitOf(100));
  const verdicts = await Promise.all(
    Array.from({ length: 200 }, (_, index) => {
      const narrow = own[index % own.length];
      return narrow ? limit(desk, [narrow, all], now) : free;
    }),
  );
  expect(verdicts.every(({ kind }) => kind === 'free')).toBe(true);
});

test('a benchmark lifts them by a factor', async () => {
  const one = limitOf(1);
  const lifted = { db, limitsFactor: 10 };
  const verdicts = [];
  for (let count = 0; count < 11; count += 1) verdicts.push((await limit(lifted, [one], now)).kind);
  expect(verdicts.filter((kind) => kind === 'free')).toHaveLength(10);
});

test('an attack is told to the operator once a window, with counts and the keyed hash alone', async () => {
  const error = vi.spyOn(log, 'error');
  const warn = vi.spyOn(log, 'warn');
  const one = limitOf(2, { attackAt: 3 });
  await passing([one], 20);
  expect(error.mock.calls).toEqual([
    [expect.objectContaining({ event: 'limit.attack', who: 'somebody', most: 2, refused: 3 })],
  ]);
  expect(warn).toHaveBeenCalledTimes(1);
  await passing([one], 20, after(2 * 3_600_000));
  expect(error).toHaveBeenCalledTimes(2);
});

test('refusals are counted beside the counts', async () => {
  const one = limitOf(1);
  await passing([one], 4);
  const rows = await db
    .select()
    .from(rateLimits)
    .where(like(rateLimits.key, `%${one.key}`));
  expect(rows.map(({ key, count }) => [key, count]).sort()).toEqual([
    [one.key, 1],
    [`refused:${one.key}`, 3],
  ]);
});

test('what is given back is locked in the order in which it is taken', async () => {
  const [wide, narrow] = [limitOf(10), limitOf(10)];
  // Table and index hold them the other way round.
  for (const one of [wide, narrow]) await passing([one], 1);
  const taking = await pool.connect();
  await taking.query('begin');
  await taking.query('select from rate_limits where key = $1 for update', [wide.key]);
  const giving = giveBack(db, [narrow, wide], now);
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await vi.waitFor(async () => expect((await pool.query(waiting)).rowCount).toBe(1));
  const free = await pool.query('select from rate_limits where key = $1 for update skip locked', [
    narrow.key,
  ]);
  await taking.query('commit');
  taking.release();
  await giving;
  expect(free.rowCount).toBe(0);
});
