import { stegaClean } from '@sanity/client/stega';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { inDraft, someMarks } from '#lib/page-cache/a-framework.ts';
import { withRequestMarks } from '#lib/page-cache/response-status.ts';
import { readArticle } from '#lib/paywall/read-article.ts';
import { startLake } from './a-lake.ts';
import { getArticle } from './article-query.ts';
import { BadDocument } from './lake-client.ts';
import { getLatest } from './lists-query.ts';
import { checkPreviewAddress } from './preview-address.ts';
import { getRelatedCandidates } from './related-query.ts';

// A real program is started; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const now = new Date('2026-06-01T12:00:00Z');
const editor = { kind: 'editor' } as const;
const paragraph = (text: string) => ({
  ...{ _type: 'block', _key: 'b', style: 'normal', markDefs: [] },
  children: [{ _type: 'span', _key: 's', marks: [], text }],
});
const article = (slug: string, headline: string) => ({
  ...{ _type: 'article', language: 'en', kind: 'news', headline, standfirst: 'Written by a test.' },
  slug: { _type: 'slug', current: slug },
  section: { _type: 'reference', _ref: 'section-travel' },
  access: { level: 'subscribers' },
});

let lake: Awaited<ReturnType<typeof startLake>>;

beforeAll(async () => {
  lake = await startLake();
});
afterAll(() => lake.stop());

beforeEach(async () => {
  const title = { _type: 'localeString', en: 'Travel', es: 'Viajes' };
  const slug = { _type: 'slug', current: 'travel' };
  const publishedAt = '2026-05-01T12:00:00Z';
  const published = { ...article('reef', 'The reef'), publishedAt, body: [paragraph('As it was.')] };
  await lake.client
    .transaction()
    .createOrReplace({ _id: 'section-travel', _type: 'section', title, slug })
    .createOrReplace({ ...published, _id: 'article-reef' })
    .createOrReplace({
      ...{ ...published, _id: 'drafts.article-reef', headline: 'The reef, rewritten' },
      body: [paragraph('As it will be.')],
    })
    .createOrReplace({ ...article('new', 'Not out yet'), _id: 'drafts.article-new', body: [] })
    .createOrReplace({
      _id: 'drafts.article-begun',
      _type: 'article',
      slug: { current: 'begun' },
      language: 'en',
    })
    .commit();
});

test('drafts are shown to a request that is marked for them, and to no other', async () => {
  const headline = async () => (await getArticle('en', 'reef'))?.headline;
  expect(await headline()).toBe('The reef');
  expect(stegaClean(await inDraft(headline))).toBe('The reef, rewritten');
  expect(await withRequestMarks(someMarks(), headline)).toBe('The reef');
  expect((await getLatest('en', 10)).map(({ slug }) => slug)).toEqual(['reef']);
});

test('an editor reads the whole of a draft, past every wall', async () => {
  const { decision, blocks } = await inDraft(async () => {
    const summary = await getArticle('en', 'reef');
    if (!summary) throw new Error('There is no article.');
    return readArticle({ summary: { ...summary, translations: [] }, reader: editor, now });
  });
  expect(decision.kind).toBe('full');
  expect(JSON.stringify(stegaClean(blocks))).toContain('As it will be.');
});

test('a text of a draft says where it is written, and what decides stays as it is', async () => {
  const summary = await inDraft(() => getArticle('en', 'reef'));
  expect(summary?.headline).not.toBe('The reef, rewritten');
  expect(summary).toMatchObject({ kind: 'news', language: 'en', access: 'subscribers', slug: 'reef' });
});

test('what was never published is shown as of now, until Publish gives it its times', async () => {
  expect(await getArticle('en', 'new')).toBeNull();
  const began = Date.now();
  const summary = await inDraft(() => getArticle('en', 'new'));
  expect(Date.parse(summary?.publishedAt ?? '')).toBeGreaterThanOrEqual(began);
  expect(await inDraft(() => getRelatedCandidates('en', 'article-new'))).not.toBeNull();
});

test('a draft that is only begun says which fields a page still needs', async () => {
  const failure = await inDraft(() => getArticle('en', 'begun')).catch((error: unknown) => error);
  if (!(failure instanceof BadDocument)) throw new Error('It is no bad document.', { cause: failure });
  expect(failure.places).toEqual(['headline', 'standfirst', 'section']);
});

test('only a secret that stands in the dataset opens a preview, and it leads nowhere but to this site', async () => {
  const secret = 'a-secret-that-studio-has-made';
  await lake.client.createOrReplace({
    ...{ _id: 'drafts.sanity-preview-url-secret.one', _type: 'sanity.previewUrlSecret', secret },
    studioUrl: 'http://localhost/studio',
  });
  const check = (given: string, to: string) => {
    const query = new URLSearchParams({ 'sanity-preview-secret': given, 'sanity-preview-pathname': to });
    return checkPreviewAddress(`http://localhost/api/draft?${query}`);
  };
  expect(await check(secret, '/es/articles/reef?a=1')).toEqual({ kind: 'valid', path: '/es/articles/reef' });
  for (const elsewhere of ['https://example.org/', '//example.org', '/\\example.org', '/api/draft/leave']) {
    expect(await check(secret, elsewhere)).toEqual({ kind: 'valid', path: '/' });
  }
  for (const wrong of ['', 'another-secret', `${secret} `]) {
    expect(await check(wrong, '/')).toEqual({ kind: 'refused' });
  }
});
