import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { deliveries, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { senderOn } from './mail-jobs.ts';
import { enqueueDelivery } from './outbox.ts';
import { startTestRelay } from './test-relay.ts';
import { testWorkers, workerPatience } from './test-worker.ts';

const database = await testDatabase();
const jobs = await senderOn(database.pool).start();
const relay = await startTestRelay();
const startWorkerOn = await testWorkers(relay.url);
const startWorker = (databaseUrl = database.url) => startWorkerOn(databaseUrl);
vi.setConfig({ testTimeout: 2 * workerPatience });
afterAll(() => relay.stop());

async function signUp() {
  const subscriberId = randomUUID();
  const email = `${subscriberId}@example.com`;
  const now = new Date();
  await database.db
    .insert(subscribers)
    .values({ id: subscriberId, email, emailKey: email, state: 'pending', language: 'en', createdAt: now });
  const mail = { purpose: 'confirmation', subscriberId, language: 'en', sourcePath: null } as const;
  return database.db.transaction((tx) => enqueueDelivery(tx, jobs, mail, now));
}

const sent = (id: string) =>
  vi.waitFor(
    async () => {
      const [row] = await database.db.select().from(deliveries).where(eq(deliveries.id, id));
      expect(row?.state).toBe('sent');
    },
    { timeout: workerPatience, interval: 100 },
  );

test('a worker without a database waits for it and ends in peace when it is told to', async () => {
  const waiting = startWorker('postgres://postgres:password@127.0.0.1:1/none');
  await waiting.says('worker.waiting');
  waiting.worker.kill('SIGTERM');
  expect(await waiting.ended).toBe(0);
});

test('mail that waited for a worker and mail that comes meanwhile go out, addresses stay out of the log', async () => {
  const before = await signUp();
  const worker = startWorker();
  await worker.says('worker.ready');
  await sent(before);
  await sent(await signUp());
  expect(relay.mails).toHaveLength(2);
  expect(worker.said()).not.toContain('@example.com');
  worker.worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
});

test('mail that a killed worker left behind goes out with the next one', async () => {
  const killed = startWorker();
  await killed.says('worker.ready');
  relay.behave({ kind: 'answer', at: 'rcpt', code: 421 });
  const id = await signUp();
  await killed.says('delivery.postponed');
  killed.worker.kill('SIGKILL');
  await killed.ended;
  relay.behave({ kind: 'accept' });
  await database.db.update(deliveries).set({ dueAt: new Date() }).where(eq(deliveries.id, id));
  const next = startWorker();
  await sent(id);
  next.worker.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});
