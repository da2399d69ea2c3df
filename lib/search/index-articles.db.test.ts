import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startLake } from '#lib/content/a-lake.ts';
import { searchDocuments } from '#lib/db/schema.ts';
import { testDatabase } from '#lib/db/test-database.ts';
import type { Reader } from '#lib/paywall/decide-access.ts';
import { compareIndex, indexArticles } from './index-articles.ts';
import { search } from './search.ts';
import { readSearchQuery } from './search-query.ts';

// A real program is started; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const { db } = await testDatabase();
const now = new Date('2026-06-01T12:00:00Z');
const settings = { archiveRule: { enabled: true, days: 365 }, timeZone: 'America/Cancun' };
const anonymous: Reader = { kind: 'anonymous' };
const subscriber: Reader = { kind: 'subscriber', subscriberId: 'somebody' };
let lake: Awaited<ReturnType<typeof startLake>>;

const paragraph = (_key: string, text: string) => ({
  ...{ _type: 'block', _key, style: 'normal', markDefs: [] },
  children: [{ _type: 'span', _key: 's', marks: [], text }],
});
const article = (name: string, more: object = {}) => ({
  ...{ _id: `article-${name}`, _type: 'article', language: 'en', kind: 'news' },
  ...{ headline: `Story ${name}`, standfirst: 'Written by a test.' },
  slug: { _type: 'slug', current: name },
  section: { _type: 'reference', _ref: 'section-travel', _weak: true },
  ...{ publishedAt: '2026-05-01T12:00:00Z', access: { level: 'subscribers' } },
  body: ['one', 'two', 'three', 'four'].map((word) => paragraph(word, `Paragraph ${word}.`)),
  ...more,
});

async function idsOf(q: string, reader: Reader = anonymous): Promise<string[]> {
  const { found } = await search(db, readSearchQuery({ q }, 'en'), { reader, settings, now });
  return found.map(({ id }) => id);
}

beforeAll(async () => {
  lake = await startLake();
  await lake.client.create({ _id: 'siteSettings', _type: 'siteSettings', wall: { previewParagraphs: 2 } });
});
afterAll(() => lake.stop());

test('a text is divided where its page is: at the break, else after the first paragraphs', async () => {
  const withBreak = {
    body: [paragraph('a', 'Zero.'), { _type: 'paywallBreak', _key: 'p' }, paragraph('b', 'Tapir.')],
  };
  await lake.client.create(article('counted'));
  await lake.client.create(article('broken-off', withBreak));
  await indexArticles(db, ['article-counted', 'article-broken-off'], now);
  expect(await idsOf('two')).toEqual(['article-counted']);
  expect(await idsOf('three')).toEqual([]);
  expect(await idsOf('three', subscriber)).toEqual(['article-counted']);
  expect(await idsOf('tapir')).toEqual([]);
  expect(await idsOf('tapir', subscriber)).toEqual(['article-broken-off']);
});

test('another article’s headline, which a text only points to, does not find it', async () => {
  await lake.client.create(article('target', { headline: 'Manatee', flags: { legalHold: true } }));
  const link = { _type: 'relatedLink', _key: 'l', article: { _type: 'reference', _ref: 'article-target' } };
  await lake.client.create(
    article('pointing', { access: { level: 'public' }, body: [link, paragraph('a', 'Sea.')] }),
  );
  await indexArticles(db, ['article-pointing', 'article-target'], now);
  expect(await idsOf('manatee', subscriber)).toEqual([]);
  const rows = await db.select().from(searchDocuments);
  expect(JSON.stringify(rows)).not.toContain('anatee');
});

test('a comparison makes good what no webhook told: new, changed, held, withdrawn, kept out, deleted', async () => {
  await lake.client.create(article('quetzal', { headline: 'Quetzal' }));
  expect(await compareIndex(db, now)).toMatchObject({ removed: 0 });
  expect(await idsOf('quetzal')).toEqual(['article-quetzal']);
  expect(await compareIndex(db, now)).toMatchObject({ indexed: 0, removed: 0 });
  const patched = async (change: object) => {
    await lake.client.patch('article-quetzal').set(change).commit();
    expect(await compareIndex(db, now)).toMatchObject({ indexed: 1 });
    return idsOf('quetzal', subscriber);
  };
  expect(await patched({ flags: { legalHold: true } })).toEqual([]);
  expect(await patched({ flags: { legalHold: false } })).toEqual(['article-quetzal']);
  expect(await patched({ flags: { withdrawn: true } })).toEqual([]);
  expect(await patched({ flags: {}, seo: { noindex: true } })).toEqual([]);
  expect(await patched({ seo: {} })).toEqual(['article-quetzal']);
  await lake.client.delete('article-quetzal');
  expect(await compareIndex(db, now)).toMatchObject({ indexed: 0, removed: 1 });
  expect(await idsOf('quetzal', subscriber)).toEqual([]);
});

test('editors who show fewer paragraphs to everybody divide all texts anew', async () => {
  await lake.client
    .patch('siteSettings')
    .set({ wall: { previewParagraphs: 1 } })
    .commit();
  await compareIndex(db, now);
  expect(await idsOf('two')).toEqual([]);
  expect(await idsOf('two', subscriber)).toEqual(['article-counted']);
});

test('an article that breaks the schema leaves the index, and the others stay', async () => {
  await lake.client.create(article('healthy', { headline: 'Toucan' }));
  await lake.client.create(article('sick', { headline: 'Toucan' }));
  await compareIndex(db, now);
  expect(await idsOf('toucan')).toHaveLength(2);
  await lake.client
    .patch('article-sick')
    .set({ access: { level: 'nobody-knows' } })
    .commit();
  await compareIndex(db, now);
  expect(await idsOf('toucan', subscriber)).toEqual(['article-healthy']);
});

test('drafts are not searched', async () => {
  await lake.client.create({ ...article('draft', { headline: 'Ocelot' }), _id: 'drafts.article-draft' });
  await compareIndex(db, now);
  expect(await idsOf('ocelot', subscriber)).toEqual([]);
});
