import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, subscribers, tokens } from '#lib/db/schema.ts';
import { clearOldRecords } from '#lib/mail/tend-outbox.ts';
import { testSignIn } from './test-sign-in.ts';

const { db, pool, ask, days, mailNow } = await testSignIn();
const rowsOf = (email: string) => db.select().from(subscribers).where(eq(subscribers.emailKey, email));

test('an address typed into the sign-in form is forgotten after a month, though its request went after a day', async () => {
  await ask('stranger@example.com');
  await mailNow();
  for (let day = 1; day <= 32; day += 1) await clearOldRecords(db, days(day));
  expect(await rowsOf('stranger@example.com')).toEqual([]);
});

test('who signs up again while old addresses are cleared keeps the mail', async () => {
  await ask('old@example.com', days(-0.5));
  await mailNow();
  const [old] = await rowsOf('old@example.com');
  if (!old) throw new Error('Nobody asked');
  await db.update(subscribers).set({ createdAt: days(-60) });
  await db.update(tokens).set({ expiresAt: days(-1) });
  const signUp = await pool.connect();
  await signUp.query('begin');
  await signUp.query(`update subscribers set language = 'es' where id = $1`, [old.id]);
  const clearing = clearOldRecords(db, days(0));
  const mail = { purpose: 'confirmation', language: 'es', state: 'queued' } as const;
  await clearing;
  await signUp.query('commit');
  signUp.release();
  await db
    .insert(deliveries)
    .values({ ...mail, id: randomUUID(), subscriberId: old.id, createdAt: days(0), dueAt: days(0) });
  await clearOldRecords(db, days(0));
  expect(await rowsOf('old@example.com')).toHaveLength(1);
});
