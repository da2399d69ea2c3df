import { stegaClean } from '@sanity/client/stega';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { inDraft } from '#lib/page-cache/a-framework.ts';
import { startLake } from './a-lake.ts';
import { getArticleBody } from './article-body-query.ts';
import { getFrontPagePicks } from './front-page-query.ts';
import { getRelatedCandidates } from './related-query.ts';

// A real program is started; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const now = new Date('2026-06-01T12:00:00Z');
const reference = (_ref: string) => ({ _type: 'reference', _ref });
const toDraft = (_ref: string) => ({ ...reference(_ref), _weak: true, _key: _ref });
const article = (slug: string) => ({
  ...{ _type: 'article', language: 'en', headline: `About ${slug}`, standfirst: 'Written by a test.' },
  slug: { _type: 'slug', current: slug },
  section: reference('section-travel'),
});
const paragraph = {
  ...{ _type: 'block', _key: 'b', style: 'normal', markDefs: [] },
  children: [{ _type: 'span', _key: 's', marks: [], text: 'The tide was out.' }],
};
/** As they are just after an editor has put them in. */
const begun = [
  'pullQuote',
  'figure',
  'gallery',
  'factBox',
  'table',
  'embed',
  'relatedLink',
  'correctionNote',
];

let lake: Awaited<ReturnType<typeof startLake>>;

beforeAll(async () => {
  lake = await startLake();
  const title = { _type: 'localeString', en: 'Travel', es: 'Viajes' };
  const blocks = begun.map((_type) => ({ _type, _key: _type }));
  const publishedAt = '2026-05-01T12:00:00Z';
  await lake.client
    .transaction()
    .create({ _id: 'section-travel', _type: 'section', title, slug: { current: 'travel' } })
    .create({ ...article('new'), _id: 'drafts.article-new' })
    .create({ ...article('reef'), _id: 'article-reef', publishedAt, body: [paragraph] })
    .create({
      ...{ ...article('reef'), _id: 'drafts.article-reef', publishedAt, body: [paragraph, ...blocks] },
      relatedPinned: [toDraft('article-new')],
    })
    .create({ _id: 'front', _type: 'frontPage', language: 'en' })
    .create({ _id: 'drafts.front', _type: 'frontPage', language: 'en', lead: toDraft('article-new') })
    .create({ ...article('broken'), _id: 'article-broken', publishedAt, body: blocks.slice(0, 1) })
    .commit();
});
afterAll(() => lake.stop());

test('a block that is only begun takes nothing of the page away while its editor fills it in', async () => {
  const { blocks } = await inDraft(() => getArticleBody('article-reef', 'en', now));
  expect(stegaClean(JSON.stringify(blocks))).toContain('The tide was out.');
});

test('readers never get a text that has lost a block unnoticed', async () => {
  await expect(getArticleBody('article-broken', 'en', now)).rejects.toThrow('breaks the schema');
});

test('what an editor picks before it is published stands where it was picked, for those who see drafts', async () => {
  expect((await inDraft(() => getFrontPagePicks('en'))).lead?.slug).toBe('new');
  expect((await getFrontPagePicks('en')).lead).toBeNull();
  const related = await inDraft(() => getRelatedCandidates('en', 'article-reef'));
  expect(related?.pinned.map(({ slug }) => slug)).toEqual(['new']);
});
