import { expect, test } from 'vitest';
import { type PublishableArticle, publishPatch } from './publish-patch.ts';

const now = Date.parse('2026-03-10T12:00:00Z');
const noon = '2026-03-10T12:00:00.000Z';
const earlier = '2026-03-01T09:00:00.000Z';
const tonight = '2026-03-10T18:00:00.000Z';
const slug = (current: string) => ({ current });
const out = { firstPublishedAt: earlier, publishedAt: earlier };

const cases: [string, PublishableArticle, PublishableArticle | null, object | null][] = [
  [
    'a first publish sets both times',
    { slug: slug('a') },
    null,
    { firstPublishedAt: noon, publishedAt: noon },
  ],
  ['a time set by hand stays', { slug: slug('a'), publishedAt: earlier }, null, { firstPublishedAt: noon }],
  [
    'an article under embargo comes out when it ends',
    { slug: slug('a'), embargoUntil: tonight },
    null,
    { firstPublishedAt: tonight, publishedAt: tonight },
  ],
  [
    'an embargo lifted early brings the time forward',
    { slug: slug('a'), firstPublishedAt: tonight, publishedAt: tonight },
    { slug: slug('a') },
    { firstPublishedAt: noon, publishedAt: noon },
  ],
  ['publishing again leaves the times alone', { slug: slug('a'), ...out }, { slug: slug('a') }, null],
  [
    'a time that was emptied is the first one again',
    { slug: slug('a'), firstPublishedAt: earlier },
    { slug: slug('a') },
    { publishedAt: earlier },
  ],
  [
    'a changed slug is kept, so that the old address leads to the new one',
    { slug: slug('b'), ...out },
    { slug: slug('a') },
    { previousSlugs: ['a'] },
  ],
  [
    'earlier slugs stay, none twice',
    { slug: slug('c'), previousSlugs: ['a', 'b'], ...out },
    { slug: slug('b') },
    null,
  ],
  [
    'a third slug is added behind the first',
    { slug: slug('c'), previousSlugs: ['a'], ...out },
    { slug: slug('b') },
    { previousSlugs: ['a', 'b'] },
  ],
  [
    'a slug taken up again does not lead to itself',
    { slug: slug('a'), previousSlugs: ['a'], ...out },
    { slug: slug('b') },
    { previousSlugs: ['b'] },
  ],
];

test.each(cases)('%s', (_promise, draft, published, set) => {
  expect(publishPatch(draft, published, { now, at: now })).toEqual(set && { set });
});

test('a scheduled article takes the time it is scheduled for, and the new one when that is moved', () => {
  const draft = { slug: slug('a') };
  const first = { firstPublishedAt: tonight, publishedAt: tonight };
  expect(publishPatch(draft, null, { now, at: Date.parse(tonight) })).toEqual({ set: first });
  const tomorrow = '2026-03-11T06:00:00.000Z';
  expect(publishPatch({ ...draft, ...first }, null, { now, at: Date.parse(tomorrow) })).toEqual({
    set: { firstPublishedAt: tomorrow, publishedAt: tomorrow },
  });
});
