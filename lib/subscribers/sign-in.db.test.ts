import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, sessions, signInRequests, subscribers, tokens } from '#lib/db/schema.ts';
import { inspectLink } from './link.ts';
import { findSession } from './session-store.ts';
import { testSignIn } from './test-sign-in.ts';

const { db, pool, relay, clock, start, minutes, subscribed, ask, mailNow, byCode, byLink, sessionsOf } =
  await testSignIn();

test('link and code pressed at once open one session, and neither waits for the other for ever', async () => {
  const readers = [];
  for (let count = 0; count < 12; count += 1) {
    const { id, email } = await subscribed();
    readers.push({ id, handle: await ask(email), ...(await mailNow()) });
  }
  for (const { id, handle, code, token } of readers) {
    const presses = [byLink(token), byCode(handle, code), byLink(token), byCode(handle, code)];
    const results = await Promise.all(presses);
    expect(results.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
    expect(await sessionsOf(id)).toHaveLength(1);
  }
});

test('code and link work for 15 minutes from the mail on, not a millisecond longer', async () => {
  const { email } = await subscribed();
  const handle = await ask(email);
  clock.now = minutes(10);
  const { code, token } = await mailNow();
  const end = minutes(25);
  expect(await byLink(token, end)).toEqual({ kind: 'expired' });
  expect(await byCode(handle, code, end)).toEqual({ kind: 'over' });
  expect(await byCode(handle, code, new Date(end.getTime() - 1))).toMatchObject({ kind: 'signed-in' });
});

test('the code spends the link and the link spends the code, those of other mails too', async () => {
  const { email } = await subscribed();
  const first = { handle: await ask(email), ...(await mailNow()) };
  const second = { handle: await ask(email), ...(await mailNow()) };
  expect(await byCode(second.handle, second.code)).toMatchObject({ kind: 'signed-in' });
  expect(await byLink(second.token)).toEqual({ kind: 'used' });
  expect(await byLink(first.token)).toEqual({ kind: 'used' });
  expect(await byCode(first.handle, first.code)).toEqual({ kind: 'over' });

  const third = { handle: await ask(email), ...(await mailNow()) };
  expect(await byLink(third.token)).toMatchObject({ kind: 'signed-in' });
  expect(await byCode(third.handle, third.code)).toEqual({ kind: 'over' });
});

test('after a sign-in no mail that still waits lets anybody in', async () => {
  const { id, email } = await subscribed();
  await ask(email);
  const { token } = await mailNow();
  await ask(email);
  await byLink(token);
  await mailNow();
  const rows = await db.select().from(deliveries).where(eq(deliveries.subscriberId, id));
  expect(rows.map(({ state }) => state).sort()).toEqual(['dropped', 'sent']);
});

test('looking at a link spends nothing; pressing it twice leads the same reader on and a stranger nowhere', async () => {
  const { email } = await subscribed();
  await ask(email);
  const { token } = await mailNow();
  for (let look = 0; look < 3; look += 1) {
    expect(await inspectLink(db, 'sign_in', token, start)).toMatchObject({ kind: 'open' });
  }
  const first = await byLink(token);
  if (first.kind !== 'signed-in') throw new Error(first.kind);
  expect(await byLink(token, start, first.sessionToken)).toEqual({
    kind: 'repeated',
    sourcePath: '/articles/reef',
  });
  expect(await byLink(token)).toEqual({ kind: 'used' });
  expect(await byLink('x'.repeat(43))).toEqual({ kind: 'unknown' });
  expect(await byLink('x')).toEqual({ kind: 'malformed' });
});

test('a session that was in this browser before ends, whoever it belonged to', async () => {
  const [planted, mine] = [await subscribed(), await subscribed()];
  await ask(planted.email);
  const before = await byLink((await mailNow()).token);
  if (before.kind !== 'signed-in') throw new Error(before.kind);
  await ask(mine.email);
  const after = await byLink((await mailNow()).token, start, before.sessionToken);
  if (after.kind !== 'signed-in') throw new Error(after.kind);
  expect(after.sessionToken).not.toBe(before.sessionToken);
  expect(await findSession(db, before.sessionToken, start)).toBeNull();
});

test('one who left the newsletters signs in; one who is suppressed gets no mail', async () => {
  const left = await subscribed('unsubscribed');
  const handle = await ask(left.email);
  expect(await byCode(handle, (await mailNow()).code)).toMatchObject({ kind: 'signed-in' });
  const [row] = await db.select().from(subscribers).where(eq(subscribers.id, left.id));
  expect(row?.state).toBe('unsubscribed');
  relay.mails.length = 0;
  await ask((await subscribed('suppressed')).email);
  await mailNow();
  expect(relay.mails).toEqual([]);
});

test('tokens, codes and handles rest as hashes only', async () => {
  const { email } = await subscribed();
  const handle = await ask(email);
  const { token, code } = await mailNow();
  const signedIn = await byCode(handle, code);
  if (signedIn.kind !== 'signed-in') throw new Error(signedIn.kind);
  const kept = JSON.stringify([
    await db.select().from(tokens),
    await db.select().from(signInRequests),
    await db.select().from(sessions),
    (await pool.query('select data from pgboss.job')).rows,
  ]);
  for (const value of [token, code, handle, signedIn.sessionToken]) expect(kept).not.toContain(value);
});
