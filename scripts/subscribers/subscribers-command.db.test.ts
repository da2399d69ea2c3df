import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sessions } from '#lib/db/schema.ts';
import { erase } from './erase.ts';
import { day, secret, testCommand } from './test-command.ts';

const { db, folder, run, runWith, fileOf, add, everybody, whole } = await testCommand();

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

test('an export that was broken off is not written into: who may read it was decided elsewhere', async () => {
  await add('es@example.com', 'confirmed');
  const file = join(folder, 'again.csv');
  const unfinished = `${file}.unfinished`;
  writeFileSync(unfinished, 'half', { mode: 0o644 });
  const { code, err } = await run('export', file);
  expect(code).toBe(2);
  expect(err).toContain('delete FILE.unfinished');
  expect(existsSync(file)).toBe(false);
  expect(readFileSync(unfinished, 'utf8')).toBe('half');
  rmSync(unfinished);
  expect(await run('export', file)).toMatchObject({ code: 0 });
  expect(statSync(file).mode & 0o777).toBe(0o600);
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

test('a suppression by mistake is lifted: its reader may choose newsletters again, and gets none unasked', async () => {
  await add('ana@example.com', 'confirmed', ['daily']);
  await add('new@example.com', 'pending');
  for (const address of ['ana@example.com', 'new@example.com', 'stranger@example.com']) {
    expect((await run('lift', address)).code).toBe(1);
    await run('suppress', address, '--reason', 'bounce');
    expect((await run('lift', address)).out).toContain('may get mail again (bounce)');
  }
  expect((await everybody()).map(({ state }) => state).sort()).toEqual(['pending', 'unsubscribed']);
  expect((await run('show', 'stranger@example.com')).out).not.toContain('no mail');
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
  const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' };
  const { code, err } = await runWith(away, 'show', 'ana@example.com');
  expect(code).toBe(2);
  expect(err).toContain('ECONNREFUSED');
  expect(err).not.toContain('ana@');
});
