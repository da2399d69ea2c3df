import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { rateLimits } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { log } from '#lib/log.ts';
import { LakeDoesNotSay } from './ask-lake.ts';
import { staffDirectory } from './find-staff.ts';
import { limitStrangers } from './stranger-limits.ts';

const { db } = await testDatabase();
const desk = { db, limitsFactor: 1, secret: 'a secret of at least 24 characters' };
const now = new Date('2026-01-15T17:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

/** A lake that knows the tokens of two editors, and can be made to fail. */
let asked = 0;
let fails = false;
let good = new Set(['maria', 'tomas']);
const lake = createServer((request, response) => {
  asked += 1;
  const isGood = good.has(request.headers.authorization?.replace('Bearer ', '') ?? '');
  response.statusCode = fails ? 500 : isGood ? 200 : 401;
  response.end(JSON.stringify({ id: 'someone', roles: [{ name: 'editor' }] }));
});
lake.listen(0, '127.0.0.1');
await once(lake, 'listening');
const address = lake.address();
const place = {
  SANITY_API_HOST: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
  SANITY_PROJECT_ID: 'local',
};

beforeEach(async () => {
  asked = 0;
  fails = false;
  good = new Set(['maria', 'tomas']);
  await db.delete(rateLimits);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => lake.close());

function directory() {
  const ask = staffDirectory({
    lake: () => place,
    limitStrangers: (from, when) => limitStrangers(desk, from, when),
  });
  return (token: string, network: string, when = now) => ask({ token, network }, when);
}

type FindStaff = ReturnType<typeof directory>;

/** Made-up tokens of one network, as many at once as anybody may like. */
async function flood(findStaff: FindStaff, network: string, count: number) {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, index) => findStaff(`made-up-${network}-${index}`, network)),
  );
  return answers.filter(({ kind }) => kind === 'limited').length;
}

async function floodFromEverywhere(findStaff: FindStaff) {
  for (let place = 0; place < 15; place += 1) await flood(findStaff, `203.0.113.${place}`, 30);
}

test('of a network’s made-up tokens the lake is asked for thirty a minute, and the operator is told', async () => {
  const told = vi.spyOn(log, 'error');
  expect(await flood(directory(), '203.0.113.1', 200)).toBe(170);
  expect(asked).toBe(30);
  expect(told).toHaveBeenCalledTimes(1);
  expect(told).toHaveBeenCalledWith(
    expect.objectContaining({ event: 'limit.attack', limit: 'staff_network' }),
  );
});

test('of all networks’ made-up tokens the lake is asked for three hundred a minute', async () => {
  const findStaff = directory();
  await floodFromEverywhere(findStaff);
  expect(asked).toBe(300);
  expect(await findStaff('one-more', '198.51.100.1')).toMatchObject({ limit: 'staff_everybody' });
});

test('who is known stays known while strangers use everything up, and whoever sits beside them comes in', async () => {
  const findStaff = directory();
  const office = '192.0.2.1';
  expect(await findStaff('maria', office)).toMatchObject({ kind: 'staff' });
  await floodFromEverywhere(findStaff);
  // What is kept of it has run out, and the flood's own network is where it comes from now.
  asked = 0;
  expect(await findStaff('maria', '203.0.113.1', after(60_000))).toMatchObject({ kind: 'staff' });
  expect(asked).toBe(1);
  expect(await findStaff('tomas', office)).toMatchObject({ kind: 'staff' });
});

test('a refusal is not kept: as soon as there is room the token is asked for', async () => {
  const findStaff = directory();
  await flood(findStaff, '192.0.2.1', 30);
  const refused = await findStaff('maria', '192.0.2.1', after(50_000));
  if (refused.kind !== 'limited') throw new Error('It was asked for');
  // Less than an answer of the lake would be kept for.
  expect(refused.retryAfterSeconds).toBe(12);
  const later = after(50_000 + refused.retryAfterSeconds * 1000);
  expect(await findStaff('maria', '192.0.2.1', later)).toMatchObject({ kind: 'staff' });
});

test('a token that is taken away is a stranger’s from the next minute on', async () => {
  const findStaff = directory();
  await findStaff('maria', '192.0.2.1');
  good.delete('maria');
  expect(await findStaff('maria', '192.0.2.1', after(60_000))).toEqual({ kind: 'unknown' });
  asked = 0;
  expect(await findStaff('maria', '192.0.2.1', after(60_001))).toEqual({ kind: 'unknown' });
  expect(asked).toBe(0);
});

test('a lake that fails for a moment makes no stranger of who is known', async () => {
  const findStaff = directory();
  await findStaff('maria', '192.0.2.1');
  fails = true;
  await expect(findStaff('maria', '203.0.113.1', after(60_000))).rejects.toThrow(LakeDoesNotSay);
  fails = false;
  await flood(findStaff, '203.0.113.1', 60);
  expect(await findStaff('maria', '203.0.113.1', after(60_001))).toMatchObject({ kind: 'staff' });
});
