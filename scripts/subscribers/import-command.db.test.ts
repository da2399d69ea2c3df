import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { deliveries, subscriberLists, subscribers } from '#lib/db/schema.ts';
import { addSuppression, suppressionHash } from '#lib/subscribers/suppression-store.ts';
import { day, secret, testCommand } from './test-command.ts';

const { db, folder, run, fileOf, add, everybody, whole } = await testCommand();

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

test('no row is lost in silence by a quote that is closed too late, or never', async () => {
  const file = [
    'email,name',
    'ana@example.com,"Ana',
    'bea@example.com,Bea',
    'cora@example.com,"Cora"',
    'dora@example.com,"Dora, of',
    'two lines"',
    'eva@example.com,"Eva',
    'fay@example.com,Fay',
  ].join('\n');
  const { out, code } = await run('import', fileOf(file));
  expect(out.trim().split('\n').slice(0, 3)).toEqual([
    'line 2: a quote of this row is closed only on line 4, and more addresses lie between: none of lines 2 to 4 was taken',
    'line 7: a quote of this row is not closed within 100,000 bytes: nothing from here on could be read',
    '3 rows',
  ]);
  expect(code).toBe(1);
  expect(await everybody()).toMatchObject([{ email: 'dora@example.com' }]);
  const { err } = await run('import', fileOf('email,"name\nana@example.com,Ana\n'));
  expect(err).toContain('The first row cannot be read: a quote');
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
