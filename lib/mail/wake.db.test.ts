import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { testDatabase } from '#lib/db/test-database.ts';
import { heedCalls, wakerOf } from './wake-store.ts';

const { pool, url } = await testDatabase();

async function listening() {
  const calls = { mail: 0, plan: 0, search: 0 };
  const stop = new AbortController();
  const mail = () => {
    calls.mail += 1;
  };
  const plan = () => {
    calls.plan += 1;
  };
  const search = () => {
    calls.search += 1;
  };
  const ended = heedCalls(url, { mail, plan, search }, stop.signal);
  onTestFinished(() => stop.abort());
  // Looks once when it begins to listen: what was written before was called for in vain.
  await vi.waitFor(() => expect(calls).toEqual({ mail: 1, plan: 1, search: 1 }));
  return { calls: () => calls.mail, planned: () => calls.plan, stop: () => stop.abort(), ended };
}

test('a hundred sign-ups in one moment wake a waiting worker once, and the next moment does again', async () => {
  const { calls } = await listening();
  const wake = wakerOf(pool, 'mail');
  for (let count = 0; count < 100; count += 1) wake();
  await vi.waitFor(() => expect(calls()).toBe(2));
  wake();
  await vi.waitFor(() => expect(calls()).toBe(3));
});

test('a worker that is called to plan is not sent for mail, nor the other way round', async () => {
  const { calls, planned } = await listening();
  wakerOf(pool, 'plan')();
  await vi.waitFor(() => expect(planned()).toBe(2));
  expect(calls()).toBe(1);
  wakerOf(pool, 'mail')();
  await vi.waitFor(() => expect(calls()).toBe(2));
  expect(planned()).toBe(2);
});

test('a worker that is told to stop no longer listens, and ends', async () => {
  const { stop, ended } = await listening();
  stop();
  await ended;
  const { rows } = await pool.query("select 1 from pg_stat_activity where query like 'listen %'");
  expect(rows).toEqual([]);
});

test('a worker that is told to stop ends although its database says nothing at all', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const address = silent.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port');
  const stop = new AbortController();
  const nobody = () => undefined;
  const silentUrl = `postgres://nobody@127.0.0.1:${address.port}/none`;
  const ended = heedCalls(silentUrl, { mail: nobody, plan: nobody, search: nobody }, stop.signal);
  await once(silent, 'connection');
  stop.abort();
  await ended;
});
