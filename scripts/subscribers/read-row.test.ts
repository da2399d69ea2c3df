import { expect, test } from 'vitest';
import { readLayout } from './columns.ts';
import { readInstant } from './read-instant.ts';
import { readRow } from './read-row.ts';

const now = new Date('2026-01-15T17:00:00Z');
const lists = {
  known: new Set(['daily-en', 'daily-es', 'weekly']),
  taken: { en: ['daily-en'], es: ['daily-es'] },
};

function read(header: string, cells: string, confirmedAt: string | null = null) {
  const layout = readLayout(header.split(','), confirmedAt);
  if (!layout) throw new Error('no layout');
  return readRow(7, cells.split(','), { layout, language: 'en', lists, now });
}

test.each([
  ['email', 'reader@', 'not one e-mail address'],
  ['email', '', 'no e-mail address'],
  ['email', 'a@example.com b@example.com', 'not one e-mail address'],
  [
    'email,state',
    'a@example.com,perhaps',
    'a state that is none of pending, confirmed, unsubscribed, suppressed',
  ],
  [
    'email,state',
    'a@example.com,constructor',
    'a state that is none of pending, confirmed, unsubscribed, suppressed',
  ],
  ['email,language', 'a@example.com,fr', 'a language that is neither en nor es'],
  [
    'email,confirmed_at',
    'a@example.com,03/04/2025',
    'confirmed_at is not a date as 2025-03-01 or 2025-03-01T17:00:00Z',
  ],
  ['email,created_at', 'a@example.com,2026-01-16', 'created_at lies in the future'],
  ['email,lists', 'a@example.com,daily-en other', 'a list that the dataset does not have'],
])('under %s, "%s" is told by its line: %s', (header, cells, reason) => {
  const dated = header.includes('lists')
    ? [`${header},confirmed_at`, `${cells},2025-01-01`]
    : [header, cells];
  expect(read(dated[0] ?? '', dated[1] ?? '')).toEqual({ kind: 'bad', line: 7, reason });
});

test('our own row comes back whole', () => {
  const header = 'email,state,language,lists,source,created_at,confirmed_at,unsubscribed_at';
  const cells =
    "'=1+1@example.com,confirmed,es,daily-es weekly,/es/articles/arrecife,2024-05-01T10:00:00.000Z,2024-05-02T10:00:00.000Z,";
  expect(read(header, cells)).toEqual({
    kind: 'row',
    wantsConfirmation: false,
    row: {
      line: 7,
      email: { address: '=1+1@example.com', key: '=1+1@example.com' },
      state: 'confirmed',
      language: 'es',
      sourcePath: '/es/articles/arrecife',
      createdAt: new Date('2024-05-01T10:00:00Z'),
      confirmedAt: new Date('2024-05-02T10:00:00Z'),
      unsubscribedAt: null,
      listIds: ['daily-es', 'weekly'],
    },
  });
});

test('Mailchimp: subscribed, unsubscribed and cleaned members keep what they are', () => {
  const header = 'Email Address,First Name,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,CLEAN_TIME';
  expect(read(header, 'a@example.com,Ana,2020-02-03 04:05:06,2020-02-03 04:06:00,,')).toMatchObject({
    row: {
      state: 'confirmed',
      createdAt: new Date('2020-02-03T04:05:06Z'),
      confirmedAt: new Date('2020-02-03T04:06:00Z'),
      listIds: ['daily-en'],
    },
  });
  expect(read(header, 'b@example.com,,,2020-02-03 04:06:00,2021-01-01 00:00:00,')).toMatchObject({
    row: { state: 'unsubscribed', unsubscribedAt: new Date('2021-01-01T00:00:00Z'), listIds: [] },
  });
  expect(read(header, 'c@example.com,,,,,2021-01-01 00:00:00')).toMatchObject({
    row: { state: 'suppressed' },
  });
});

test('Ghost: a member is confirmed only by a date that somebody states', () => {
  const header = 'id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at';
  const cells = '1,a@example.com,Ana,,true,false,,2024-05-01T10:00:00.000Z';
  expect(read(header, cells)).toMatchObject({
    wantsConfirmation: true,
    row: { state: 'pending', confirmedAt: null, createdAt: new Date('2024-05-01T10:00:00Z'), listIds: [] },
  });
  expect(read(header, cells, 'created_at')).toMatchObject({
    wantsConfirmation: false,
    row: { state: 'confirmed', confirmedAt: new Date('2024-05-01T10:00:00Z') },
  });
  expect(read(header, cells.replace('true', 'false'))).toMatchObject({ row: { state: 'unsubscribed' } });
});

test('WordPress.com: a list of addresses, with a header or without, comes in as pending', () => {
  expect(read('Email', 'a@example.com')).toMatchObject({
    wantsConfirmation: true,
    row: { state: 'pending' },
  });
  expect(readLayout(['a@example.com'], null)).toMatchObject({ isHeaderless: true });
  expect(readLayout(['name', 'town'], null)).toBeNull();
});

test.each([
  ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ['2024-05-01 10:00', '2024-05-01T10:00:00.000Z'],
  ['2024-05-01T10:00:00-0500', '2024-05-01T15:00:00.000Z'],
  ['2024-05-01 10:00:00 UTC', '2024-05-01T10:00:00.000Z'],
  ['2023-02-29', null],
  ['2024-05-01T25:00:00Z', null],
  ['May 1, 2024', null],
  ['1714557600', null],
])('the instant of "%s" is %s', (words, expected) => {
  expect(readInstant(words)?.toISOString() ?? null).toBe(expected);
});
