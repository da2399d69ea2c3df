import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { deliveries, sessions, signInRequests, subscribers, tokens } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { deliver } from '#lib/mail/deliver.ts';
import { clearOldRecords } from '#lib/mail/tend-outbox.ts';
import { testPostOffice } from '#lib/mail/test-post-office.ts';
import { askToSignIn } from './ask-sign-in.ts';
import { inspectLink } from './link.ts';
import { findSession } from './session-store.ts';
import { signInByCode, signInByLink } from './sign-in.ts';
import { inspectSignInRequest, sendSignInAgain } from './sign-in-again.ts';
import { signInRequestSchema } from './sign-in-request.ts';

const database = await testDatabase();
const { db, pool } = database;
const { office, relay, clock } = await testPostOffice(database);
const { jobs, secret } = office;
const desk = { db, jobs, secret, limitsFactor: 1 };
const start = clock.now;
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const days = (count: number) => minutes(count * 1440);

beforeEach(async () => {
  await db.delete(subscribers);
  clock.now = start;
  relay.mails.length = 0;
});

type State = 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed';

async function subscribed(state: State = 'confirmed') {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const confirmedAt = state === 'pending' ? null : days(-100);
  const row = {
    id,
    email,
    emailKey: email,
    state,
    confirmedAt,
    language: 'en',
    createdAt: days(-101),
  } as const;
  await db.insert(subscribers).values(row);
  return { id, email };
}

async function ask(email: string, now = start, network = email) {
  const wish = signInRequestSchema.parse({ email, language: 'en', source: '/articles/reef' });
  const result = await askToSignIn(desk, { ...wish, network }, now);
  if (result.kind !== 'accepted') throw new Error(result.kind);
  return result.handle;
}

/** Lets the worker hand over what is queued, and reads the last mail as its reader does. */
async function mailNow() {
  const queued = await db.select().from(deliveries).where(eq(deliveries.state, 'queued'));
  for (const { id } of queued) await deliver(office, id);
  const source = (relay.mails.at(-1)?.source ?? '').replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return {
    subject: /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '',
    token: /sign-in\?token=([\w-]{43})/.exec(source)?.[1] ?? '',
    code: /^(\d{6})\r?$/m.exec(source)?.[1] ?? '',
    source,
  };
}

const press = (session: string | null = null) => ({ session, device: 'Firefox on Linux' });
const byCode = (handle: string, code: string, now = start, session: string | null = null) =>
  signInByCode(db, { ...press(session), handle, code, secret }, now);
const byLink = (token: string, now = start, session: string | null = null) =>
  signInByLink(db, { ...press(session), token }, now);

async function sessionsOf(subscriberId: string) {
  return db.select().from(sessions).where(eq(sessions.subscriberId, subscriberId));
}

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

test('link and code pressed at once open one session', async () => {
  const { id, email } = await subscribed();
  const handle = await ask(email);
  const { code, token } = await mailNow();
  const results = await Promise.all([
    byCode(handle, code),
    byLink(token),
    byLink(token),
    byCode(handle, code),
  ]);
  expect(results.filter(({ kind }) => kind === 'signed-in')).toHaveLength(1);
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

test.each(['pending', 'confirmed', 'unsubscribed', 'suppressed'] as const)(
  'a %s address causes the same writes as an unknown one, and keeps its state',
  async (state) => {
    const { id, email } = await subscribed(state);
    const handle = await ask(email);
    expect(handle).toMatch(/^[\w-]{43}$/);
    const rows = await db.select().from(deliveries).where(eq(deliveries.subscriberId, id));
    expect(rows).toMatchObject([{ purpose: 'sign_in', state: 'queued', sourcePath: '/articles/reef' }]);
    const [row] = await db.select().from(subscribers).where(eq(subscribers.id, id));
    expect(row?.state).toBe(state);
  },
);

test('the seventh mail of an hour is not sent, and it is said when the next may be', async () => {
  const { email } = await subscribed();
  for (let count = 0; count < 6; count += 1) await ask(email, start, `network ${count}`);
  const wish = signInRequestSchema.parse({ email, language: 'en' });
  expect(await askToSignIn(desk, { ...wish, network: 'network 7' }, start)).toMatchObject({
    kind: 'limited',
    // The window slides: an hour on, five of the six still weigh more than there is room for.
    retryAfterSeconds: 4200,
  });
});

test('a mail is sent again after a minute; the codes of both open the request', async () => {
  const { id, email } = await subscribed();
  const handle = await ask(email);
  const first = await mailNow();
  const again = { handle, language: 'en', source: '/articles/reef', network: 'here' } as const;
  expect(await sendSignInAgain(desk, again, minutes(0.5))).toEqual({ kind: 'wait', retryAfterSeconds: 30 });
  expect(await inspectSignInRequest(db, handle, minutes(0.5))).toEqual({ waitSeconds: 30, attemptsLeft: 5 });
  clock.now = minutes(1);
  const twice = await Promise.all([1, 2].map(() => sendSignInAgain(desk, again, clock.now)));
  expect(twice.map(({ kind }) => kind).sort()).toEqual(['accepted', 'wait']);
  const second = await mailNow();
  expect(second.code).not.toBe(first.code);
  expect(await byCode(handle, first.code, clock.now)).toMatchObject({ kind: 'signed-in' });
  expect(await byCode(handle, second.code, clock.now)).toEqual({ kind: 'over' });
  expect(await sendSignInAgain(desk, again, minutes(3))).toEqual({ kind: 'over' });
  expect(await sessionsOf(id)).toHaveLength(1);
});

test('a mail that nobody waits for any more is not sent, and old requests are cleared', async () => {
  const { id, email } = await subscribed();
  await ask(email);
  clock.now = minutes(61);
  await mailNow();
  expect(relay.mails).toEqual([]);
  await clearOldRecords(db, days(1));
  expect(await db.select().from(signInRequests)).toHaveLength(1);
  await clearOldRecords(db, days(2));
  expect(await db.select().from(signInRequests)).toEqual([]);
  expect(await db.select().from(subscribers).where(eq(subscribers.id, id))).toHaveLength(1);
});

test('a program that fills the hidden field gets the same answer and causes no mail', async () => {
  const { id, email } = await subscribed();
  const wish = signInRequestSchema.parse({ email, language: 'en', website: 'https://spam.example' });
  expect(await askToSignIn(desk, { ...wish, network: 'here' }, start)).toMatchObject({ kind: 'accepted' });
  expect(await db.select().from(deliveries).where(eq(deliveries.subscriberId, id))).toEqual([]);
});
