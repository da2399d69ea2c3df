import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test, vi } from 'vitest';
import { deliveries, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { senderOn } from './mail-jobs.ts';
import { enqueueDelivery } from './outbox.ts';
import { startTestRelay } from './test-relay.ts';

const database = await testDatabase();
const jobs = await senderOn(database.pool).start();
const relay = await startTestRelay();
/** A program has to start in each of these tests; on a busy machine that takes its time. */
const patience = 60_000;
vi.setConfig({ testTimeout: 2 * patience });
const running = new Set<ChildProcess>();

/** A lake that knows the paper's settings and nothing else. */
const lake = createServer((_, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: [{ id: 'siteSettings', name: 'Reef & Shore' }], ms: 1 }));
});
lake.listen(0, '127.0.0.1');
await once(lake, 'listening');
const lakeAddress = lake.address();
const lakePort = lakeAddress && typeof lakeAddress === 'object' ? lakeAddress.port : 0;

afterAll(async () => {
  for (const worker of running) worker.kill('SIGKILL');
  lake.close();
  await relay.stop();
});

function startWorker(databaseUrl = database.url) {
  const worker = spawn(process.execPath, [fileURLToPath(new URL('worker.ts', import.meta.url))], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      SMTP_URL: relay.url,
      MAIL_FROM: 'desk@news.example',
      SITE_URL: 'https://news.example',
      SANITY_API_HOST: `http://127.0.0.1:${lakePort}`,
      SANITY_API_READ_TOKEN: 'a token of at least 24 characters',
      SANITY_WEBHOOK_SECRET: 'a secret of at least 24 characters',
      SESSION_SECRET: 'a secret of at least 24 characters',
    },
  });
  running.add(worker);
  let said = '';
  worker.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(worker, 'exit').then(([code]) => {
    running.delete(worker);
    return code;
  });
  const says = (event: string) =>
    vi.waitFor(() => expect(said).toContain(`"event":"${event}"`), { timeout: patience });
  return { worker, ended, says, said: () => said };
}

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
    { timeout: patience, interval: 100 },
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
