import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, rateLimits, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { senderOn } from '#lib/mail/mail-jobs.ts';
import { emailAddressSchema } from './email-address.ts';
import { resend, type SignUp, subscribe } from './subscribe.ts';

const database = await testDatabase();
const { db, pool } = database;
const jobs = await senderOn(pool).start();
const wake = () => undefined;
const desk = { db, jobs, wake, secret: 'a secret of at least 24 characters', limitsFactor: 1 };
const now = new Date('2026-01-15T17:00:00Z');
const seconds = (count: number) => new Date(now.getTime() + count * 1000);
const accepted = { kind: 'accepted' };

const wish = (email: string, network = email): SignUp => ({
  email: emailAddressSchema.parse(email),
  language: 'es',
  source: '/es/articles/arrecife',
  listIds: ['newsletterList-daily-es'],
  network,
});

async function rowsOf(email: string) {
  const rows = await db
    .select()
    .from(subscribers)
    .leftJoin(deliveries, eq(deliveries.subscriberId, subscribers.id))
    .where(eq(subscribers.emailKey, email));
  const jobsOf = await pool.query("select data->>'deliveryId' as id from pgboss.job where name = 'deliver'");
  const ids = new Set(jobsOf.rows.map((row: { id: string }) => row.id));
  return rows.map((row) => ({ ...row, job: row.deliveries !== null && ids.has(row.deliveries.id) }));
}

const kindsOf = (results: { kind: string }[], kind: string) =>
  results.filter((result) => result.kind === kind).length;

test('a sign-up writes its subscriber, its mail and the job, with language, source and lists', async () => {
  expect(await subscribe(desk, wish('new@example.com'), now)).toEqual(accepted);
  expect(await rowsOf('new@example.com')).toMatchObject([
    {
      subscribers: { state: 'pending', language: 'es', sourcePath: '/es/articles/arrecife', createdAt: now },
      deliveries: {
        state: 'queued',
        purpose: 'confirmation',
        sourcePath: '/es/articles/arrecife',
        listIds: ['newsletterList-daily-es'],
      },
      job: true,
    },
  ]);
});

test('when the job cannot be written, neither is anything else', async () => {
  const broken = senderOn(pool);
  await broken.start();
  await pool.query(
    "create function refuse() returns trigger language plpgsql as $$ begin raise 'no jobs today'; end $$",
  );
  await pool.query(
    'create trigger refuse before insert on pgboss.job for each row execute function refuse()',
  );
  await expect(subscribe({ ...desk, jobs: broken }, wish('unlucky@example.com'), now)).rejects.toThrow();
  await pool.query('drop trigger refuse on pgboss.job');
  expect(await rowsOf('unlucky@example.com')).toEqual([]);
});

test('fifty sign-ups of one address at once make one subscriber and no more mails than the limit', async () => {
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      subscribe(desk, wish('eager@example.com', `network ${index}`), now),
    ),
  );
  expect([kindsOf(results, 'accepted'), kindsOf(results, 'limited')]).toEqual([10, 40]);
  const rows = await rowsOf('eager@example.com');
  expect(new Set(rows.map((row) => row.subscribers.id)).size).toBe(1);
  expect(rows).toHaveLength(10);
});

test('one network sends an address five mails an hour, and locks nobody else out of theirs', async () => {
  const attack = await Promise.all(
    Array.from({ length: 30 }, () => subscribe(desk, wish('victim@example.com', 'attacker'), now)),
  );
  expect(kindsOf(attack, 'accepted')).toBe(5);
  expect(await subscribe(desk, wish('victim@example.com', 'their own'), now)).toEqual(accepted);
});

test('a limited sign-up is told when to come back, and may', async () => {
  for (let count = 0; count < 5; count += 1) await subscribe(desk, wish('patient@example.com'), now);
  const refused = await subscribe(desk, wish('patient@example.com'), now);
  if (refused.kind !== 'limited') throw new Error(refused.kind);
  const { retryAfterSeconds } = refused;
  expect(await subscribe(desk, wish('patient@example.com'), seconds(retryAfterSeconds - 1))).toMatchObject({
    kind: 'limited',
  });
  expect(await subscribe(desk, wish('patient@example.com'), seconds(retryAfterSeconds))).toEqual(accepted);
});

test('ten people of one office sign up at once, and twice each', async () => {
  const office = Array.from({ length: 10 }, (_, index) => wish(`colleague${index}@example.com`, 'office'));
  const results = await Promise.all([...office, ...office].map((signUp) => subscribe(desk, signUp, now)));
  expect(kindsOf(results, 'accepted')).toBe(20);
});

test('one network fills up neither the overall limit nor its own with what is refused', async () => {
  const overall = async () => {
    const rows = await db.select().from(rateLimits).where(eq(rateLimits.key, 'everybody'));
    return rows.reduce((sum, row) => sum + row.count, 0);
  };
  const before = await overall();
  const results = await Promise.all(
    Array.from({ length: 300 }, (_, index) => subscribe(desk, wish(`a${index}@example.com`, 'flood'), now)),
  );
  expect(kindsOf(results, 'accepted')).toBe(100);
  expect((await overall()) - before).toBe(100);
});

test('the same mail goes out again after a minute, by the clock of the database’s own row', async () => {
  const signUp = wish('waiting@example.com');
  await subscribe(desk, signUp, now);
  expect(await resend(desk, signUp, seconds(15))).toEqual({ kind: 'soon', retryAfterSeconds: 45 });
  expect(await resend(desk, signUp, seconds(59.5))).toEqual({ kind: 'soon', retryAfterSeconds: 1 });
  expect(await resend(desk, signUp, seconds(60))).toEqual(accepted);
  expect(await resend(desk, signUp, seconds(61))).toEqual({ kind: 'soon', retryAfterSeconds: 59 });
  expect(await rowsOf('waiting@example.com')).toHaveLength(2);
});

test('of many presses at once one sends a mail, and waiting uses nothing up', async () => {
  const signUp = wish('nervous@example.com');
  await subscribe(desk, signUp, now);
  for (let count = 0; count < 20; count += 1) await resend(desk, signUp, seconds(30));
  const presses = await Promise.all(Array.from({ length: 4 }, () => resend(desk, signUp, seconds(60))));
  expect([kindsOf(presses, 'accepted'), kindsOf(presses, 'soon')]).toEqual([1, 3]);
  expect(await rowsOf('nervous@example.com')).toHaveLength(2);
});

test.each(['pending', 'confirmed', 'unsubscribed', 'suppressed'] as const)(
  'a %s address gets the same answer and the same writes as an unknown one, and keeps its state',
  async (state) => {
    const email = `${state}@example.com`;
    await subscribe(desk, wish(email), now);
    await db
      .update(subscribers)
      .set({ state, language: 'en', sourcePath: null, confirmedAt: state === 'confirmed' ? now : null })
      .where(eq(subscribers.emailKey, email));
    expect(await subscribe(desk, wish(email), now)).toEqual(accepted);
    expect(await resend(desk, wish(email), seconds(30))).toEqual({ kind: 'soon', retryAfterSeconds: 30 });
    const rows = await rowsOf(email);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.job && row.subscribers.state === state)).toBe(true);
    // Whoever types the address of somebody who was here before changes nothing of theirs.
    const [language, sourcePath] = state === 'pending' ? ['es', '/es/articles/arrecife'] : ['en', null];
    expect(rows[0]?.subscribers).toMatchObject({ language, sourcePath });
  },
);
