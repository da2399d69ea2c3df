import { afterAll, beforeAll, expect, test } from 'vitest';
import { surviveKills } from '../testing/kill-rounds.ts';
import { LakeProcess } from '../testing/lake-process.ts';

let lake: LakeProcess;
beforeAll(async () => {
  lake = await LakeProcess.start();
}, 30_000);
afterAll(() => lake.remove());

test('what was acknowledged outlasts kill -9, and no transaction is half there', async () => {
  await surviveKills(lake, [15, 22, 29], 1);
}, 60_000);

test('a second lake on the same folder says so and ends with 1', async () => {
  const second = lake.spawn();
  let said = '';
  second.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(said).toContain('is used by a running content lake');
  expect(code).toBe(1);
}, 20_000);

test('SIGTERM ends it cleanly', async () => {
  expect(await lake.end('SIGTERM')).toBe(0);
}, 20_000);
