import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, test, vi } from 'vitest';
import { deliveries, editions, newsletterDesk, subscribers } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { frozenEdition } from '#lib/mail/test-newsletters.ts';

// Each test starts the program several times, and a busy machine takes seconds for each.
vi.setConfig({ testTimeout: 90_000 });
const database = await testDatabase();
const { db } = database;
const nobody = '00000000-0000-4000-8000-000000000000';

async function run(...args: string[]) {
  const secret = 'a secret of at least 24 characters';
  const program = spawn(process.execPath, [join(import.meta.dirname, '../mail.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ NODE_ENV: 'test', DATABASE_URL: database.url, SMTP_URL: 'smtp://127.0.0.1:1' },
      ...{ SESSION_SECRET: secret, SANITY_API_READ_TOKEN: secret, SANITY_WEBHOOK_SECRET: secret },
    },
  });
  const [out, err, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'exit'),
  ]);
  return { out: out.trim(), err, code };
}
const stateOf = async () => (await db.select().from(editions))[0]?.state;

beforeEach(async () => {
  await db.delete(editions);
  await db.delete(subscribers);
  await db.delete(newsletterDesk);
});

test('status says what is on its way, and ends with 1 when a person is needed', async () => {
  expect(await run('status')).toMatchObject({ out: 'No newsletter is on its way.', code: 0 });
  const { editionId } = await frozenEdition(database, 4, new Date());
  const quiet = await run('status');
  expect(quiet.out).toContain(`${editionId}  sending`);
  expect(quiet.out).toContain('0 of 4 sent, 4 waiting');
  expect(quiet.code).toBe(0);
  await db.update(deliveries).set({ state: 'uncertain', settledAt: new Date() });
  const said = await run('status');
  expect(said.out).toContain('0 of 4 sent, 4 uncertain');
  expect(said.out).not.toContain('@');
  expect(said.code).toBe(1);
  const [edition] = JSON.parse((await run('status', '--json')).out).editions;
  expect(edition).toMatchObject({ id: editionId, audience: 4, uncertain: 4, waiting: 0 });
});

test('an edition is paused, goes on, and its failed ones are tried once more', async () => {
  const { editionId } = await frozenEdition(database, 2, new Date());
  expect(await run('pause', editionId, '--reason', 'a typo')).toMatchObject({ code: 0 });
  expect(await db.select().from(editions)).toMatchObject([{ state: 'paused', reason: 'a typo' }]);
  expect(await run('pause', editionId)).toMatchObject({ out: 'Not now: the edition is paused.', code: 1 });
  expect(await run('resume', editionId)).toMatchObject({ code: 0 });
  expect(await stateOf()).toBe('sending');
  await db.update(deliveries).set({ state: 'failed' }).where(eq(deliveries.language, 'en'));
  expect(await run('retry', editionId)).toMatchObject({ out: '1 mail is sent once more.', code: 0 });
  await run('pause', editionId);
  await db.update(deliveries).set({ state: 'failed' });
  const later = '2 mails are sent once more, when the edition goes on.';
  expect(await run('retry', editionId)).toMatchObject({ out: later, code: 0 });
  expect(await run('retry', nobody)).toMatchObject({ out: 'There is no such edition.', code: 1 });
});

test('every newsletter stops and goes on by one word', async () => {
  expect(await run('pause', '--reason', 'the relay asks for it')).toMatchObject({ code: 0 });
  const said = await run('status');
  expect(said).toMatchObject({ code: 1 });
  expect(said.out).toContain('the relay asks for it');
  expect(await run('resume')).toMatchObject({ code: 0 });
  expect(await run('status')).toMatchObject({ code: 0 });
});

test.each([[], ['stop'], ['retry'], ['pause', 'not-an-id'], ['status', '--all']])(
  'called as %j it says how',
  async (...args) => {
    const { err, code } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('npm run mail -- COMMAND');
  },
);
