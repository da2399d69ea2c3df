import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@sanity/client';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = join(import.meta.dirname, '../main.ts');
let dataFolder: string;
let port: number;
let lake: ChildProcess;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'lake-kill-'));
  port = await freePort();
});
afterAll(() => {
  lake.kill('SIGKILL');
  rmSync(dataFolder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address() as AddressInfo; // A TCP server's address is never a string or null.
      probe.close(() => resolve(address.port));
    });
  });
}

function run(): ChildProcess {
  const flags = ['--port', String(port), '--data', dataFolder, '--dataset', 'production', '--token', 'admin'];
  return spawn(process.execPath, [main, ...flags], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function start(): Promise<ChildProcess> {
  const child = run();
  for await (const chunk of child.stdout ?? []) {
    if (String(chunk).includes('content lake ready at')) return child;
  }
  throw new Error('The lake did not start');
}

const client = () =>
  createClient({
    projectId: 'local',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost: `http://localhost:${port}`,
    useProjectHostname: false,
    useCdn: false,
    token: 'admin',
    maxRetries: 0,
  });

/** Writes until the lake is gone; gives back what it had acknowledged. */
async function writeUntilKilled(round: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const pair = `${round}-${n}`;
    const transaction = client()
      .transaction()
      .create({ _id: `left-${pair}`, _type: 'half', pair })
      .create({ _id: `right-${pair}`, _type: 'half', pair })
      .patch('counter', { inc: { count: 1 } });
    const isWritten = await transaction.commit({ returnDocuments: false }).then(
      () => true,
      () => false,
    );
    if (!isWritten) return acknowledged;
    acknowledged.push(pair);
    if (acknowledged.length === 15 + round * 7) lake.kill('SIGKILL');
  }
}

test('what was acknowledged outlasts kill -9, and no transaction is half there', async () => {
  const acknowledged: string[] = [];
  lake = await start();
  await client().create({ _id: 'counter', _type: 'counter', count: 0 });
  for (let round = 0; round < 3; round++) {
    acknowledged.push(...(await writeUntilKilled(round)));
    lake = await start();
    const pairs: string[] = await client().fetch('*[_type == "half" && _id match "left*"].pair');
    const others: string[] = await client().fetch('*[_type == "half" && _id match "right*"].pair');
    expect(others.sort()).toEqual(pairs.sort());
    expect(pairs).toEqual(expect.arrayContaining(acknowledged));
    expect(await client().fetch('*[_id == "counter"][0].count')).toBe(pairs.length);
  }
}, 60_000);

test('a second lake on the same folder says so and ends with 1', async () => {
  const second = run();
  let said = '';
  second.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(said).toContain('is used by a running content lake');
  expect(code).toBe(1);
}, 20_000);

test('SIGTERM ends it cleanly', async () => {
  const ended = new Promise((resolve) => lake.once('exit', resolve));
  lake.kill('SIGTERM');
  expect(await ended).toBe(0);
}, 20_000);
