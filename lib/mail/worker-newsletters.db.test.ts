import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { deliveries, editions, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { senderOn } from './mail-jobs.ts';
import { enqueueDelivery } from './outbox.ts';
import { frozenEdition } from './test-newsletters.ts';
import { startTestRelay } from './test-relay.ts';
import { testWorkers, workerPatience } from './test-worker.ts';

const database = await testDatabase();
const { db } = database;
const jobs = await senderOn(database.pool).start();
const relay = await startTestRelay();
const startWorker = await testWorkers(relay.url);
vi.setConfig({ testTimeout: 2 * workerPatience });
afterAll(() => relay.stop());

const eventually = { timeout: workerPatience };
const rowsOf = (editionId: string) => db.select().from(deliveries).where(eq(deliveries.editionId, editionId));
const countOf = async (editionId: string, state: string) =>
  (await rowsOf(editionId)).filter((row) => row.state === state).length;

async function signUp(): Promise<string> {
  const id = randomUUID();
  const email = `${id}@example.com`;
  const now = new Date();
  await db
    .insert(subscribers)
    .values({ id, email, emailKey: email, state: 'pending', language: 'en', createdAt: now });
  const mail = { purpose: 'confirmation', subscriberId: id, language: 'en', sourcePath: null } as const;
  await db.transaction((tx) => enqueueDelivery(tx, jobs, mail, now));
  return email;
}

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  relay.mails.length = 0;
  relay.behave({ kind: 'accept' });
});

test('while newsletters stall a confirmation goes out, and a worker that is told to stop leaves none in doubt unsaid', async () => {
  const { editionId, people } = await frozenEdition(database, 20, new Date());
  for (const { email } of people) relay.behaveTo(email, { kind: 'stall after data' });
  const worker = startWorker(database.url);
  await expect.poll(() => relay.mails.length, eventually).toBe(5);
  const email = await signUp();
  await expect.poll(() => relay.mails.map(({ to }) => to.join()), eventually).toContain(email);
  worker.worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(await countOf(editionId, 'uncertain')).toBe(5);
  const others = (await rowsOf(editionId)).filter(({ state }) => state !== 'uncertain');
  expect(others).toMatchObject(Array(15).fill({ state: 'queued', leasedUntil: null }));
});

test('connections and mails a second stay within what the operator says', async () => {
  const { editionId } = await frozenEdition(database, 30, new Date());
  relay.behave({ kind: 'slow', ms: 60 });
  const worker = startWorker(database.url, { MAIL_CONNECTIONS: '2', MAIL_PER_SECOND: '20' });
  await expect.poll(() => countOf(editionId, 'sent'), eventually).toBe(30);
  expect(relay.mostAtOnce()).toBeLessThanOrEqual(2);
  const times = relay.mails.map(({ at }) => at);
  // Thirty have 29 gaps of 50 ms; the first mail may have come late.
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(25 * 50);
  worker.worker.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
});

test('of two workers that see a relay refuse everybody one says that the edition is paused, and no log names an address', async () => {
  const { editionId } = await frozenEdition(database, 200, new Date());
  relay.behave({ kind: 'answer', at: 'rcpt', code: 550 });
  const workers = [startWorker(database.url), startWorker(database.url)];
  await expect.poll(async () => (await db.select().from(editions))[0]?.state, eventually).toBe('paused');
  await Promise.all(workers.map(({ says }) => says('worker.ready')));
  for (const { worker } of workers) worker.kill('SIGTERM');
  expect(await Promise.all(workers.map(({ ended }) => ended))).toEqual([0, 0]);
  const said = workers.map((worker) => worker.said()).join('');
  expect(said.match(/"event":"edition.paused"/g)).toHaveLength(1);
  expect(said).not.toContain('@example.com');
  expect(await countOf(editionId, 'failed')).toBeLessThanOrEqual(2 * 24);
});
