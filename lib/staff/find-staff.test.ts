import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { LakeDoesNotSay } from './ask-lake.ts';
import { staffDirectory } from './find-staff.ts';

/** A lake whose tokens are named after their role, and that can be made to fail. */
let asked: (string | undefined)[] = [];
let answerWith: { status: number; body: string } | null = null;
let email: string | undefined;
const lake = createServer((request, response) => {
  const { authorization } = request.headers;
  asked.push(request.url);
  const role = authorization?.replace('Bearer ', '') ?? '';
  const known = ['viewer', 'editor', 'administrator', 'contributor'].includes(role);
  response.statusCode = answerWith?.status ?? (known ? 200 : 401);
  response.end(
    answerWith?.body ?? JSON.stringify({ id: 'someone', email, role, roles: known ? [{ name: role }] : [] }),
  );
});
lake.listen(0, '127.0.0.1');
await once(lake, 'listening');
const address = lake.address();
const place = {
  SANITY_API_HOST: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
  SANITY_PROJECT_ID: 'local',
};
const now = new Date('2026-01-15T17:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

const network = '192.0.2.1';

/** Who asks without a limit. */
function directory(lakePlace = place) {
  const ask = staffDirectory({ lake: () => lakePlace, limitStrangers: async () => ({ kind: 'free' }) });
  return (token: string, when: Date) => ask({ token, network }, when);
}

beforeEach(() => {
  asked = [];
  answerWith = null;
  email = 'editor@example.com';
});
afterAll(() => lake.close());

test.each([
  ['editor', 'staff'],
  ['administrator', 'staff'],
  ['viewer', 'other'],
  ['contributor', 'other'],
  ['forged', 'unknown'],
])('the holder of a token of the kind "%s" is: %s', async (token, kind) => {
  expect(await directory()(token, now)).toMatchObject({ kind });
});

test.each([
  ['editor@example.com', 'editor@example.com'],
  // A program's token has none, and what is no address is never written to.
  ['', null],
  [undefined, null],
  ['no address', null],
])('the address of who holds a token, %j, is handed on as %j', async (given, handedOn) => {
  email = given;
  expect(await directory()('editor', now)).toEqual({ kind: 'staff', userId: 'someone', email: handedOn });
});

test.each(['', 'two words', 'line\nbreak', 'x'.repeat(1001), 'tokén'])(
  'what cannot be a token is not asked for: %j',
  async (token) => {
    expect(await directory()(token, now)).toEqual({ kind: 'unknown' });
    expect(asked).toEqual([]);
  },
);

test('the lake is asked once a minute for a token, also by many at once', async () => {
  const findStaff = directory();
  await Promise.all(Array.from({ length: 10 }, () => findStaff('editor', now)));
  await findStaff('editor', after(59_999));
  expect(asked).toEqual(['/v2025-02-19/users/me']);
  await findStaff('editor', after(60_000));
  expect(asked).toHaveLength(2);
});

test.each([
  [500, 'oops'],
  [429, ''],
  [200, '<html>'],
  [200, '{"id":"someone"}'],
])('an answer %d %j decides nothing and is not kept', async (status, body) => {
  const findStaff = directory();
  answerWith = { status, body };
  await expect(findStaff('editor', now)).rejects.toThrow(LakeDoesNotSay);
  answerWith = null;
  expect(await findStaff('editor', now)).toMatchObject({ kind: 'staff' });
});

test('a lake that is away decides nothing', async () => {
  const away = { ...place, SANITY_API_HOST: 'http://127.0.0.1:9' };
  await expect(directory(away)('editor', now)).rejects.toThrow(LakeDoesNotSay);
});

test('made-up tokens fill no memory, and push none out that the lake knows', async () => {
  const findStaff = directory();
  await findStaff('editor', now);
  for (let count = 0; count < 501; count += 1) await findStaff(`made-up-${count}`, now);
  asked = [];
  await findStaff('made-up-500', now);
  await findStaff('editor', now);
  expect(asked).toEqual([]);
  await findStaff('made-up-0', now);
  expect(asked).toHaveLength(1);
});
