import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { signInRequests } from '#lib/db/schema.ts';
import { findSession } from './session-store.ts';
import { sendSignInAgain } from './sign-in-again.ts';
import { testSignIn } from './test-sign-in.ts';

const { db, desk, clock, start, minutes, subscribed, ask, mailNow, byCode, sessionsOf } = await testSignIn();

/** Another code than this one. */
const wrong = (code: string, turn = 1) => String((Number(code) + turn) % 1_000_000).padStart(6, '0');

test('a code typed where it was asked for signs in there, and leads back to the source', async () => {
  const { id, email } = await subscribed();
  const handle = await ask(email);
  const { code } = await mailNow();
  const result = await byCode(handle, code);
  if (result.kind !== 'signed-in') throw new Error(result.kind);
  expect(result.sourcePath).toBe('/articles/reef');
  expect(await findSession(db, result.sessionToken, start)).toMatchObject({ subscriberId: id });
  expect(await sessionsOf(id)).toMatchObject([{ device: 'Firefox on Linux', lastUsedAt: start }]);
});

test('a code opens only the request it was made for', async () => {
  const mine = await subscribed();
  const other = await subscribed();
  const handleOfOther = await ask(other.email);
  await mailNow();
  await ask(mine.email);
  const { code } = await mailNow();
  expect(await byCode(handleOfOther, code)).toEqual({ kind: 'wrong', attemptsLeft: 4 });
  expect(await byCode('x'.repeat(43), code)).toEqual({ kind: 'over' });
  expect(await byCode('', code)).toEqual({ kind: 'over' });
});

test('two parallel posts of the right code open one session', async () => {
  const { id, email } = await subscribed();
  const handle = await ask(email);
  const { code } = await mailNow();
  const results = await Promise.all([byCode(handle, code), byCode(handle, code)]);
  expect(results.map(({ kind }) => kind).sort()).toEqual(['over', 'signed-in']);
  expect(await sessionsOf(id)).toHaveLength(1);
});

test('of many parallel tries five are looked at, and then not even the right code opens', async () => {
  const { id, email } = await subscribed();
  const handle = await ask(email);
  const { code } = await mailNow();
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, turn) => byCode(handle, wrong(code, turn + 1))),
  );
  expect(results.filter(({ kind }) => kind === 'wrong')).toHaveLength(4);
  expect(results.filter(({ kind }) => kind === 'over')).toHaveLength(36);
  const [request] = await db.select().from(signInRequests).where(eq(signInRequests.subscriberId, id));
  expect(request?.attempts).toBe(5);
  expect(await byCode(handle, code)).toEqual({ kind: 'over' });
  expect(await sessionsOf(id)).toEqual([]);
});

test('an address without a subscription counts its tries in the same words', async () => {
  const handle = await ask('nobody@example.com');
  const { subject, code } = await mailNow();
  expect(subject).toBe('There is no subscription to Reef & Shore with this address');
  expect(code).toBe('');
  const kinds = [];
  for (let turn = 0; turn < 6; turn += 1) kinds.push(await byCode(handle, '123456'));
  expect(kinds).toEqual([
    ...[4, 3, 2, 1].map((attemptsLeft) => ({ kind: 'wrong', attemptsLeft })),
    ...[{ kind: 'over' }, { kind: 'over' }],
  ]);
});

test('a second mail gives the first one’s code no longer life', async () => {
  const { email } = await subscribed();
  const handle = await ask(email);
  const first = await mailNow();
  clock.now = minutes(10);
  await sendSignInAgain(desk, { handle, language: 'en', source: null, network: 'here' }, clock.now);
  const second = await mailNow();
  expect(await byCode(handle, first.code, minutes(15))).toEqual({ kind: 'wrong', attemptsLeft: 4 });
  expect(await byCode(handle, second.code, minutes(15))).toMatchObject({ kind: 'signed-in' });
});
