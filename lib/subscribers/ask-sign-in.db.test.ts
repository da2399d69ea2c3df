import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, signInRequests, subscribers } from '#lib/db/schema.ts';
import { clearOldRecords } from '#lib/mail/tend-outbox.ts';
import { askToSignIn } from './ask-sign-in.ts';
import { inspectLink } from './link.ts';
import { inspectSignInRequest, sendSignInAgain } from './sign-in-again.ts';
import { signInRequestSchema } from './sign-in-request.ts';
import { testSignIn } from './test-sign-in.ts';

const { db, desk, relay, clock, start, minutes, days, subscribed, ask, mailNow, byCode, sessionsOf } =
  await testSignIn();

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

test('the sixth mail of an hour from one network is not sent, and it is said when the next may be', async () => {
  const { email } = await subscribed();
  for (let count = 0; count < 5; count += 1) await ask(email, start, 'a network');
  const wish = signInRequestSchema.parse({ email, language: 'en' });
  expect(await askToSignIn(desk, { ...wish, network: 'a network' }, start)).toMatchObject({
    kind: 'limited',
    // The window slides: an hour on, four of the five still weigh more than there is room for.
    retryAfterSeconds: 4320,
  });
});

test('a stranger who asks too often locks its reader out of nothing; from everywhere it ends at twelve', async () => {
  const { email } = await subscribed();
  const wish = signInRequestSchema.parse({ email, language: 'en' });
  const askFrom = (network: string) => askToSignIn(desk, { ...wish, network }, start);
  for (let count = 0; count < 30; count += 1) await askFrom('a stranger');
  expect(await askFrom('home')).toMatchObject({ kind: 'accepted' });
  for (let count = 6; count < 12; count += 1) expect((await askFrom(`${count}`)).kind).toBe('accepted');
  expect(await askFrom('elsewhere')).toMatchObject({ kind: 'limited' });
});

test('presses that the hidden field catches use nothing up', async () => {
  const { email } = await subscribed();
  const trapped = signInRequestSchema.parse({ email, language: 'en', website: 'filled in by a browser' });
  for (let count = 0; count < 6; count += 1) await askToSignIn(desk, { ...trapped, network: 'home' }, start);
  const wish = signInRequestSchema.parse({ email, language: 'en' });
  expect(await askToSignIn(desk, { ...wish, network: 'home' }, start)).toMatchObject({ kind: 'accepted' });
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

test('a link says that it is too old for a month, long after its request has been cleared', async () => {
  const { email } = await subscribed();
  clock.now = start;
  await ask(email);
  const { token } = await mailNow();
  await clearOldRecords(db, days(2));
  expect(await inspectLink(db, 'sign_in', token, days(2))).toMatchObject({ kind: 'expired' });
  await clearOldRecords(db, days(40));
  expect(await inspectLink(db, 'sign_in', token, days(40))).toEqual({ kind: 'unknown' });
});

test('who fills the hidden field is not told that it worked, and no mail is caused', async () => {
  const { id, email } = await subscribed();
  const wish = signInRequestSchema.parse({ email, language: 'en', website: 'https://spam.example' });
  expect(await askToSignIn(desk, { ...wish, network: 'here' }, start)).toEqual({ kind: 'trapped' });
  expect(await db.select().from(deliveries).where(eq(deliveries.subscriberId, id))).toEqual([]);
});
