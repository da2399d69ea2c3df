import { beforeEach, expect, test } from 'vitest';
import { searchDocuments } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import { closesAt, decideAccess, type Reader } from '#lib/paywall/decide-access.ts';
import { aSearchRow } from './a-search-row.ts';
import { search } from './search.ts';
import { saveSearchRow } from './search-index-store.ts';
import { readSearchQuery } from './search-query.ts';
import { SearchBusy } from './search-store.ts';
import type { Piece } from './snippet.ts';

const { db } = await testDatabase();
const now = new Date('2026-01-15T12:00:00Z');
const archiveRule = { enabled: true, days: 365 };
const settings = { archiveRule, timeZone: 'America/Cancun' };
const anonymous: Reader = { kind: 'anonymous' };
const subscriber: Reader = { kind: 'subscriber', subscriberId: 'somebody' };

beforeEach(async () => {
  await db.delete(searchDocuments);
});

const save = (...rows: Parameters<typeof aSearchRow>) => saveSearchRow(db, aSearchRow(...rows));

function ask(
  parameters: Record<string, string>,
  given: { reader?: Reader; at?: Date; rule?: typeof archiveRule } = {},
) {
  const query = readSearchQuery(parameters, 'en');
  const { reader = anonymous, at = now, rule = archiveRule } = given;
  return search(db, query, { reader, settings: { ...settings, archiveRule: rule }, now: at });
}
const idsOf = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).found.map(({ id }) => id);
const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const hitsOf = (pieces: Piece[]) => pieces.filter(({ isHit }) => isHit).map(({ text }) => text);

test('headline, standfirst and body are found in both languages by any form of a word', async () => {
  await save({ id: 'article-a', headline: 'Ferries to Cozumel' });
  await save({ id: 'article-b', standfirst: 'The ferry is late.' });
  await save({ id: 'article-c', openText: 'Nobody took a ferry.' });
  await save({ id: 'article-d', language: 'es', openText: 'Los transbordadores llegan tarde.' });
  expect(await idsOf({ q: 'ferry' })).toEqual(['article-a', 'article-b', 'article-c']);
  expect(await idsOf({ q: 'transbordador', language: 'es' })).toEqual(['article-d']);
  expect(await idsOf({ q: 'transbordador' })).toEqual([]);
  expect(await idsOf({ q: 'ferry or transbordador', language: 'all' })).toHaveLength(4);
});

test('accents may be left out, on either side, and the words are shown as they are written', async () => {
  const openText = 'La información llegó ayer a Cancún.';
  await save({ id: 'article-a', language: 'es', openText });
  for (const q of ['información', 'informacion', 'informaciones', 'cancun', 'CANCÚN'])
    expect(await idsOf({ q, language: 'es' }), q).toEqual(['article-a']);
  const [found] = (await ask({ q: 'cancun informacion', language: 'es' })).found;
  expect(textOf(found?.snippet ?? [])).toBe('información llegó ayer a Cancún');
  expect(hitsOf(found?.snippet ?? [])).toEqual(['información', 'Cancún']);
});

test('a phrase that only the gated part holds finds nothing for who may not read it, and is shown to who may', async () => {
  await save({
    access: 'subscribers',
    openText: 'The open part.',
    gatedText: 'A hidden axolotl lives here.',
  });
  for (const q of ['axolotl', '"hidden axolotl"', 'open axolotl', '"open part" or axolotl']) {
    const { found } = await ask({ q });
    expect(JSON.stringify(found), q).not.toMatch(/axolotl/);
    expect(found.length, q).toBe(q.includes(' or ') ? 1 : 0);
  }
  // Leaving out must not tell either: what is not read cannot be the reason.
  expect(await idsOf({ q: 'open -axolotl' })).toEqual(['article-a']);
  const { found } = await ask({ q: 'axolotl' }, { reader: subscriber });
  expect(hitsOf(found[0]?.snippet ?? [])).toEqual(['axolotl']);
  expect(found[0]?.isClosed).toBe(false);
});

test('what is open in the database is what the Decision opens, for every access, rule, reader and instant', async () => {
  const first = '2025-01-15T12:00:00.000Z';
  const levels = ['default', 'public', 'subscribers'] as const;
  for (const access of levels)
    await save({ id: `article-${access}`, access, firstPublishedAt: first, gatedText: 'axolotl' });
  for (const rule of [archiveRule, { enabled: false, days: 365 }]) {
    for (const reader of [anonymous, subscriber]) {
      for (const ms of [-1, 0, 1]) {
        const at = new Date(Date.parse(first) + 365 * 86_400_000 + ms);
        const open = levels.filter((access) => {
          const article = { access, giftable: false, firstPublishedAt: first };
          return decideAccess(article, reader, rule, at).kind === 'full';
        });
        const found = await idsOf({ q: 'axolotl', sort: 'newest' }, { reader, at, rule });
        expect(found.sort()).toEqual(open.map((access) => `article-${access}`));
      }
    }
  }
  expect(closesAt({ access: 'default', firstPublishedAt: first }, archiveRule)).not.toBeNull();
});

test('withdrawn and held articles are not found, an embargoed one from its instant on', async () => {
  await save({ id: 'article-held', listed: false, headline: 'axolotl' });
  await save({ id: 'article-later', headline: 'axolotl', embargoUntil: '2026-01-15T13:00:00Z' });
  expect(await idsOf({ q: 'axolotl' }, { reader: subscriber })).toEqual([]);
  expect(await idsOf({ q: 'axolotl' }, { at: new Date('2026-01-15T13:00:00Z') })).toEqual(['article-later']);
});

test('section, topic and days of the newsroom’s zone narrow it down', async () => {
  // 2026-01-11 in Cancún begins at 05:00 UTC.
  await save({ id: 'article-a', headline: 'axolotl', publishedAt: '2026-01-11T04:59:59Z' });
  await save({ id: 'article-b', headline: 'axolotl', publishedAt: '2026-01-11T05:00:00Z', topicIds: ['t'] });
  await save({ id: 'article-c', headline: 'axolotl', sectionId: 's', publishedAt: '2026-01-12T05:00:00Z' });
  expect(await idsOf({ q: 'axolotl', from: '2026-01-11', to: '2026-01-11' })).toEqual(['article-b']);
  expect(await idsOf({ q: 'axolotl', section: 's' })).toEqual(['article-c']);
  expect(await idsOf({ q: 'axolotl', topic: 't' })).toEqual(['article-b']);
  expect(await idsOf({ q: 'axolotl', from: 'yesterday', sort: 'nonsense' })).toHaveLength(3);
});

test('the best match comes first, or the newest, and pages follow each other without doubles', async () => {
  await save({ id: 'article-headline', headline: 'Axolotl', publishedAt: '2020-01-01T00:00:00Z' });
  for (let index = 0; index < 44; index += 1)
    await save({
      id: `article-${index}`,
      openText: 'An axolotl.',
      publishedAt: `2025-01-01T00:00:${10 + index}Z`,
    });
  expect((await idsOf({ q: 'axolotl' }))[0]).toBe('article-headline');
  expect((await idsOf({ q: 'axolotl', sort: 'newest' }))[0]).toBe('article-43');
  const pages = await Promise.all(['1', '2', '3'].map((page) => idsOf({ q: 'axolotl', page })));
  expect(pages.map((ids) => ids.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat()).size).toBe(45);
  expect(await ask({ q: 'axolotl', page: '9' })).toMatchObject({ count: 45, page: 1, pages: 3 });
});

test('whatever is typed is an answer: marks, operators, markup, control characters, nothing', async () => {
  await save({
    headline: 'Tags like <b>axolotl</b> & "quotes"',
    openText: 'x <script>alert(1)</script> axolotl',
  });
  const odd = [
    '',
    ' ',
    '&',
    '!',
    "'",
    '"',
    '-',
    '<->',
    ':*',
    'a & | !',
    '\u0000\u0001',
    '%',
    '\\',
    '😀',
    'the',
    '<b>',
  ];
  for (const q of [...odd, 'x'.repeat(5000), 'or '.repeat(100)])
    expect(await idsOf({ q }), q).toBeInstanceOf(Array);
  const [found] = (await ask({ q: 'axolotl' })).found;
  expect(textOf(found?.headline ?? [])).toBe('Tags like <b>axolotl</b> & "quotes"');
});

test('an older state of an article never replaces a newer one', async () => {
  await save({ headline: 'axolotl', changedAt: '2026-01-12T00:00:00Z' });
  await save({ headline: 'salamander', changedAt: '2026-01-11T00:00:00Z' });
  expect(await idsOf({ q: 'axolotl' })).toEqual(['article-a']);
  await save({ listed: false, headline: '', changedAt: '2026-01-13T00:00:00Z' });
  expect(await idsOf({ q: 'axolotl' })).toEqual([]);
});

test('of many searches at once a few are answered and the others refused, so that sign-in keeps its connections', async () => {
  await save({ id: 'article-a', headline: 'Ferries to Cozumel' });
  const all = await Promise.allSettled(Array.from({ length: 10 }, () => ask({ q: 'ferry' })));
  const refused = all.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(7);
  expect(refused.every(({ reason }) => reason instanceof SearchBusy)).toBe(true);
  expect(await idsOf({ q: 'ferry' })).toEqual(['article-a']);
});

test.each([
  ['a year that PostgreSQL does not know', { from: '0000-01-01' }],
  ['a year that it writes with a sign', { to: '9999-12-31' }],
  ['a section with a character that no text holds', { section: 'a\u0000' }],
])('%s asks for nothing and is no failure of ours', async (_what, parameters) => {
  await save({ id: 'article-a', headline: 'Ferries to Cozumel' });
  expect(await idsOf({ q: 'ferry', ...parameters })).toEqual(['article-a']);
});
