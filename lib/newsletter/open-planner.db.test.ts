import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { wakerOf } from '#lib/mail/wake-store.ts';
import { openPlanner } from './open-planner.ts';
import { testNewsroom } from './test-newsroom.ts';

const { database, press, lake, putList, putArticle, subscribed, plans, queue, named } = await testNewsroom();
/** A program has to start; on a busy machine that takes its time. */
const patience = 50_000;

async function startWorker() {
  const secret = 'a secret of at least 24 characters';
  const worker = spawn(process.execPath, [fileURLToPath(new URL('../mail/worker.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      SMTP_URL: 'smtp://127.0.0.1:1',
      SITE_URL: 'https://news.example',
      SANITY_API_HOST: lake.url,
      SANITY_API_READ_TOKEN: lake.token,
      SANITY_WEBHOOK_SECRET: secret,
      SESSION_SECRET: secret,
    },
  });
  onTestFinished(() => {
    worker.kill('SIGKILL');
  });
  for await (const line of createInterface(worker.stdout)) if (line === 'worker ready') break;
  return worker;
}

test('a worker plans what comes and freezes what comes out while it runs, with the site’s own look', async () => {
  const [instant, daily] = [await putList({ _id: 'list-instant', cadence: 'instant' }), await putList()];
  const readerId = await subscribed(instant);
  const worker = await startWorker();
  await vi.waitFor(async () => expect((await plans()).map((one) => one.listId)).toEqual([daily]), {
    timeout: patience,
  });
  const articleId = await putArticle('now', new Date().toISOString(), named(instant));
  wakerOf(database.pool, 'plan')();
  await vi.waitFor(
    async () => expect((await plans()).map((one) => one.key)).toContain(`instant:${instant}:${articleId}`),
    { timeout: patience },
  );
  await vi.waitFor(async () => expect((await queue()).map((one) => one.subscriberId)).toEqual([readerId]), {
    timeout: patience,
  });
  worker.kill('SIGTERM');
  expect(await once(worker, 'exit')).toEqual([0, null]);
});

test('the lake is asked what is new when somebody rings; what is due goes out at each look', async () => {
  const clock = { now: new Date('2026-01-15T11:00:00Z') };
  const planner = openPlanner(press, () => clock.now, new AbortController().signal);
  const daily = await putList();
  await putArticle('a', '2026-01-15T09:00:00Z');
  await planner.look();
  await putList({ _id: 'list-later' });
  await planner.look();
  expect((await plans()).map((one) => one.listId)).toEqual([daily]);
  planner.ring();
  await planner.look();
  expect((await plans()).map((one) => one.listId)).toEqual([daily, 'list-later']);
  clock.now = new Date('2026-01-15T12:00:00Z');
  await planner.look();
  expect((await plans()).map((one) => one.state)).toEqual(['sending', 'sending']);
});

test('a look that failed asks the lake again, though nobody rings', async () => {
  const daily = await putList();
  let fails = true;
  // The one thing of a press that every look needs first.
  const db = new Proxy(press.db, {
    get: (target, name) => {
      if (fails && name === 'transaction') throw new Error('not now');
      return Reflect.get(target, name);
    },
  });
  const planner = openPlanner(
    { ...press, db },
    () => new Date('2026-01-15T11:00:00Z'),
    new AbortController().signal,
  );
  await expect(planner.look()).rejects.toThrow('not now');
  fails = false;
  await planner.look();
  expect((await plans()).map((one) => one.listId)).toEqual([daily]);
});
