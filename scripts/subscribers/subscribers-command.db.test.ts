import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { deliveries, sessions, subscriberLists, subscribers, suppressions } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { addSuppression, suppressionHash } from '#lib/subscribers/suppression-store.ts';
import { erase } from './erase.ts';

// Each test starts the program several times, and a busy machine takes seconds for each.
vi.setConfig({ testTimeout: 90_000 });

const { db, url } = await testDatabase();
const secret = 'a secret of at least 24 characters';
const folder = mkdtempSync(join(tmpdir(), 'subscribers-'));
const day = new Date('2025-03-01T12:00:00Z');

/** A lake that knows two lists, one of them everybody's. */
const lake = createServer((_request, response) => {
  const list = (id: string, isDefault: boolean) => ({
    ...{ id, titles: { en: id, es: id }, language: 'en', cadence: 'daily', isDefault },
  });
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ result: [list('daily', true), list('weekly', false)], ms: 1 }));
});
lake.listen(0, 'localhost');
await once(lake, 'listening');
const lakeAddress = lake.address();

// As a running `npm start` leaves them: the command is told nothing but where they are.
mkdirSync(join(folder, 'secrets'));
for (const [name, value] of Object.entries({
  'database-url': url,
  'session-secret': secret,
  'lake-read-token': secret,
  'webhook-secret': secret,
})) {
  writeFileSync(join(folder, 'secrets', name), `${value}\n`);
}

afterAll(() => {
  lake.close();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  await db.delete(subscribers);
  await db.delete(suppressions);
});

async function run(...args: string[]) {
  const program = spawn(process.execPath, [join(import.meta.dirname, '../subscribers.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'test',
      DATA_DIR: folder,
      LAKE_PORT: String(typeof lakeAddress === 'object' ? lakeAddress?.port : ''),
    },
  });
  const [out, err, [code]] = await Promise.all([
    text(program.stdout),
    text(program.stderr),
    once(program, 'exit'),
  ]);
  return { out, err, code };
}

function fileOf(content: string): string {
  const path = join(folder, `${randomUUID()}.csv`);
  writeFileSync(path, content);
  return path;
}

async function add(
  email: string,
  state: 'pending' | 'confirmed' | 'unsubscribed' | 'suppressed',
  lists: string[] = [],
) {
  const id = randomUUID();
  const confirmedAt = state === 'pending' ? null : day;
  await db
    .insert(subscribers)
    .values({ id, email, emailKey: email.toLowerCase(), state, language: 'en', createdAt: day, confirmedAt });
  for (const listId of lists)
    await db.insert(subscriberLists).values({ subscriberId: id, listId, chosenAt: day });
  return id;
}

const everybody = () => db.select().from(subscribers).orderBy(asc(subscribers.emailKey));

/** All that the database holds of subscribers, to compare. */
const whole = async () =>
  JSON.stringify([
    await everybody(),
    await db
      .select()
      .from(subscriberLists)
      .orderBy(asc(subscriberLists.subscriberId), asc(subscriberLists.listId)),
    await db.select().from(suppressions).orderBy(asc(suppressions.emailHash)),
    await db.select().from(deliveries),
  ]);

const mixedFile = [
  'Email Address,First Name,CONFIRM_TIME,language',
  'ana@example.com,Ana,2024-05-01 10:00:00,es',
  'not an address,,2024-05-01 10:00:00,',
  'undated@example.com,,,',
  'ANA@example.com,again,2024-05-01 10:00:00,',
  'here@example.com,,2024-05-01 10:00:00,',
  'waiting@example.com,,2024-05-01 10:00:00,',
  'left@example.com,,2024-05-01 10:00:00,',
  'blocked@example.com,,2024-05-01 10:00:00,',
  'erased@example.com,,2024-05-01 10:00:00,',
  'later@example.com,,2999-01-01,',
  '',
].join('\r\n');

async function peopleOfMixedFile() {
  await add('here@example.com', 'confirmed', ['weekly']);
  await add('waiting@example.com', 'pending');
  await add('left@example.com', 'unsubscribed');
  await add('blocked@example.com', 'suppressed');
  const emailHash = suppressionHash(secret, 'erased@example.com');
  await addSuppression(db, { emailHash, reason: 'erased' }, day);
}

test('an import takes what it can, and tells of every other row by its line and reason', async () => {
  await peopleOfMixedFile();
  const { out, err, code } = await run('import', fileOf(mixedFile));
  expect(out.trim().split('\n')).toEqual([
    'line 3: not one e-mail address',
    'line 5: the same address as line 2',
    'line 8: not taken: has unsubscribed here, confirmed in the file',
    'line 9: not taken: gets no mail (suppressed)',
    'line 10: not taken: was erased, and comes back only by signing up',
    'line 11: confirmed_at lies in the future',
    '10 rows',
    '2 added: 1 pending, 1 confirmed',
    '  1 of the pending ones for want of a date of confirmation; they get no mail',
    '1 confirmed that were pending here',
    '1 already there',
    '3 not taken',
    '3 that cannot be used',
  ]);
  expect(err).toContain('Columns that are not taken over: First Name');
  expect(code).toBe(1);
  expect(await everybody()).toMatchObject([
    {
      email: 'ana@example.com',
      state: 'confirmed',
      language: 'es',
      confirmedAt: new Date('2024-05-01T10:00:00Z'),
    },
    { email: 'blocked@example.com', state: 'suppressed' },
    { email: 'here@example.com', state: 'confirmed', confirmedAt: day },
    { email: 'left@example.com', state: 'unsubscribed' },
    { email: 'undated@example.com', state: 'pending', confirmedAt: null },
    { email: 'waiting@example.com', state: 'confirmed', confirmedAt: new Date('2024-05-01T10:00:00Z') },
  ]);
  expect(await db.select().from(deliveries)).toEqual([]);
});

test('a dry run says the same and changes nothing', async () => {
  await peopleOfMixedFile();
  const before = await whole();
  const dry = await run('import', fileOf(mixedFile), '--dry-run');
  expect(await whole()).toBe(before);
  const real = await run('import', fileOf(mixedFile));
  const [announced, ...rest] = dry.out.split('\n').filter((line) => !line.startsWith('line'));
  expect(announced).toBe('Dry run: nothing was changed. This is what would happen.');
  expect(rest).toEqual(real.out.split('\n').filter((line) => !line.startsWith('line')));
  expect(dry.out.match(/^line.*$/gm)).toEqual(real.out.match(/^line.*$/gm));
});

test('the same file again changes nothing', async () => {
  await peopleOfMixedFile();
  const file = fileOf(mixedFile);
  await run('import', file);
  const once = await whole();
  const { out } = await run('import', file);
  expect(out).toContain('0 added\n0 confirmed that were pending here\n4 already there');
  expect(await whole()).toBe(once);
});

test('what is exported comes back whole in an empty database, more than a page and a batch of it', async () => {
  const many = Array.from({ length: 1203 }, (_, index) => ({
    id: randomUUID(),
    email: `${index % 5 === 0 ? '=cmd+' : ''}reader-${index}@example.com`,
    emailKey: `${index % 5 === 0 ? '=cmd+' : ''}reader-${index}@example.com`,
    state: 'confirmed' as const,
    language: index % 2 === 0 ? ('es' as const) : ('en' as const),
    sourcePath: index % 3 === 0 ? '/articles/reef' : null,
    createdAt: day,
    confirmedAt: new Date(day.getTime() + index * 1000),
  }));
  await db.insert(subscribers).values(many);
  await db
    .insert(subscriberLists)
    .values(many.slice(0, 700).map(({ id }) => ({ subscriberId: id, listId: 'weekly', chosenAt: day })));
  await add('left@example.com', 'unsubscribed');
  const file = join(folder, 'everybody.csv');
  expect((await run('export', file)).code).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.unfinished`)).toBe(false);
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toBe('email,state,language,lists,source,created_at,confirmed_at,unsubscribed_at');
  expect(lines.filter((line) => /^[=+\-@\t\r]/.test(line))).toEqual([]);
  const before = (await everybody()).map(({ id: _, unsubscribedAt: __, ...one }) => one);
  await db.delete(subscribers);
  const { out } = await run('import', file);
  expect(out).toContain('1204 added: 1203 confirmed, 1 unsubscribed');
  expect((await everybody()).map(({ id: _, unsubscribedAt: __, ...one }) => one)).toEqual(before);
  expect(await db.$count(subscriberLists, eq(subscriberLists.listId, 'weekly'))).toBe(700);
  expect(await db.$count(subscriberLists)).toBe(700);
});

test('an export to - is the file and nothing else, and keeps to its filter', async () => {
  await add('es@example.com', 'confirmed', ['daily']);
  await add('pending@example.com', 'pending');
  const { out, code } = await run('export', '-', '--list', 'daily');
  expect(code).toBe(0);
  expect(out.split('\r\n')).toEqual([
    'email,state,language,lists,source,created_at,confirmed_at,unsubscribed_at',
    `es@example.com,confirmed,en,daily,,${day.toISOString()},${day.toISOString()},`,
    '',
  ]);
  const there = fileOf('mine');
  expect((await run('export', there)).err).toContain('There is such a file already');
  expect(readFileSync(there, 'utf8')).toBe('mine');
});

test('a list is paged by address, filtered and counted', async () => {
  for (const name of ['a', 'b', 'c']) await add(`${name}@example.com`, 'confirmed', ['daily']);
  await add('d@example.com', 'pending');
  const first = await run('list', '--state', 'confirmed', '--limit', '2');
  expect(first.out).toMatch(
    /^address +state +language +since +lists +source\na@example\.com .*\nb@example\.com /,
  );
  expect(first.out).toContain('2 shown of 3.\nThe next: the same with --after b@example.com\n');
  const second = await run('list', '--state', 'confirmed', '--limit', '2', '--after', 'b@example.com');
  expect(second.out).toContain('c@example.com');
  expect(second.out).toContain('1 shown of 3.\n');
  expect((await run('list', '--since', '2025-03-02')).out).toBe('0 shown of 0.\n');
});

test('show tells all that is kept, in words and as JSON, and never a hash of a secret', async () => {
  const subscriberId = await add('Ana@example.com', 'confirmed', ['daily']);
  const session = { id: randomUUID(), subscriberId, device: 'A browser', createdAt: day, lastUsedAt: day };
  await db.insert(sessions).values({ ...session, tokenHash: 'hash-of-a-token' });
  const words = await run('show', 'ana@example.com');
  expect(words.out).toContain('Ana@example.com\nstate        confirmed');
  expect(words.out).toContain('Lists: 1\n  id daily, chosenAt 2025-03-01T12:00:00.000Z');
  const { person } = JSON.parse((await run('show', 'ana@example.com', '--json')).out);
  expect(person).toMatchObject({ subscriber: { email: 'Ana@example.com' }, lists: [{ id: 'daily' }] });
  expect(person.sessions).toEqual([
    { id: session.id, device: 'A browser', createdAt: day.toISOString(), lastUsedAt: day.toISOString() },
  ]);
  expect(words.out).not.toContain('hash-of-a-token');
  expect(await run('show', 'nobody@example.com')).toMatchObject({ code: 1, out: '' });
});

test('a suppressed address gets no mail, is told of, and a first reason stays', async () => {
  await add('ana@example.com', 'confirmed');
  expect((await run('suppress', 'ana@example.com')).code).toBe(2);
  await run('suppress', 'ana@example.com', '--reason', 'asked by letter');
  expect(await everybody()).toMatchObject([{ state: 'suppressed' }]);
  expect((await run('show', 'ana@example.com')).out).toContain('reason: asked by letter');
  expect((await run('suppress', 'ana@example.com', '--reason', 'bounce')).out).toContain('(asked by letter)');
  const stranger = await run('suppress', 'stranger@example.com', '--reason', 'complaint');
  expect(stranger.out).toContain('no subscriber’s');
  expect((await run('show', 'stranger@example.com')).out).toContain('Not a subscriber.\nno mail');
});

test('erase asks first, and then neither database nor an import knows the address', async () => {
  await add('ana@example.com', 'confirmed', ['daily']);
  const file = join(folder, 'before-erasing.csv');
  await run('export', file);
  expect(await run('erase', 'ana@example.com')).toMatchObject({ code: 2 });
  expect(await everybody()).toHaveLength(1);
  expect(await run('erase', 'ana@example.com', '--yes')).toMatchObject({ code: 0 });
  expect(await whole()).not.toContain('ana@');
  expect((await run('import', file)).out).toContain('was erased, and comes back only by signing up');
  expect(await everybody()).toEqual([]);
  expect(await run('erase', 'ana@example.com', '--yes')).toMatchObject({ code: 1 });
});

test('at a terminal only the address itself, typed, erases', async () => {
  await add('ana@example.com', 'confirmed');
  const told: string[] = [];
  const say = (line: string) => told.push(line);
  const desk = { db, secret, now: day, say, tell: say, progress: { write: say } };
  expect(await erase({ ...desk, ask: async () => 'yes' }, ['ana@example.com'])).toBe(1);
  expect(await everybody()).toHaveLength(1);
  expect(await erase({ ...desk, ask: async () => ' Ana@example.com' }, ['ana@example.com'])).toBe(0);
  expect(await everybody()).toEqual([]);
});

test('a database that is away is said in a sentence, without an address', async () => {
  const program = { env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' } };
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../subscribers.ts'), 'show', 'ana@example.com'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { NODE_ENV: 'test', DATA_DIR: folder, ...program.env },
    },
  );
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect(code).toBe(2);
  expect(err).toContain('ECONNREFUSED');
  expect(err).not.toContain('ana@');
});
