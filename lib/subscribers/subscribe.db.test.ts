import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { senderOn } from '#lib/mail/mail-jobs.ts';
import { signUpRequestSchema } from './sign-up-request.ts';
import { type SignUp, subscribe } from './subscribe.ts';

const database = await testDatabase();
const { db, pool } = database;
const jobs = await senderOn(pool).start();
const desk = { db, jobs, secret: 'a secret of at least 24 characters' };
const now = new Date('2026-01-15T17:00:00Z');

const wish = (email: string, network = email): SignUp => ({
  ...signUpRequestSchema.parse({ email, language: 'es', source: '/es/articles/arrecife' }),
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

test('a sign-up writes its subscriber, its mail and the job, with language and source', async () => {
  expect(await subscribe(desk, wish('new@example.com'), now)).toEqual({ kind: 'accepted' });
  expect(await rowsOf('new@example.com')).toMatchObject([
    {
      subscribers: { state: 'pending', language: 'es', sourcePath: '/es/articles/arrecife', createdAt: now },
      deliveries: { state: 'queued', purpose: 'confirmation', sourcePath: '/es/articles/arrecife' },
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

test('parallel sign-ups of one address make one subscriber and no more mails than the limit', async () => {
  const results = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      subscribe(desk, wish('eager@example.com', `network ${index}`), now),
    ),
  );
  expect(results.filter((result) => result.kind === 'accepted')).toHaveLength(5);
  expect(results.filter((result) => result.kind === 'limited')).toHaveLength(7);
  const rows = await rowsOf('eager@example.com');
  expect(new Set(rows.map((row) => row.subscribers.id)).size).toBe(1);
  expect(rows).toHaveLength(5);
});

test('a limited sign-up is told when to come back, and may', async () => {
  for (let count = 0; count < 5; count += 1) await subscribe(desk, wish('patient@example.com'), now);
  expect(await subscribe(desk, wish('patient@example.com'), now)).toEqual({
    kind: 'limited',
    retryAfterSeconds: 3600,
  });
  const later = new Date(now.getTime() + 3_600_000);
  expect(await subscribe(desk, wish('patient@example.com'), later)).toEqual({ kind: 'accepted' });
});

test('a program that fills the hidden field gets the same answer and causes no mail', async () => {
  const caught = { ...wish('robot@example.com'), website: 'https://spam.example' };
  expect(await subscribe(desk, caught, now)).toEqual({ kind: 'accepted' });
  expect(await rowsOf('robot@example.com')).toEqual([]);
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
    expect(await subscribe(desk, wish(email), now)).toEqual({ kind: 'accepted' });
    const rows = await rowsOf(email);
    expect(rows).toHaveLength(2);
    expect(rows.every((row) => row.job && row.subscribers.state === state)).toBe(true);
    // Whoever types a confirmed reader's address changes nothing of theirs.
    expect(rows[0]?.subscribers.language).toBe(state === 'confirmed' ? 'en' : 'es');
  },
);
