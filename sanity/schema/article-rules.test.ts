import { expect, test } from 'vitest';
import type { RawDocument } from './documents-in-memory.ts';
import { faultsOf } from './faults-of.ts';

const reference = (id: string) => ({ _type: 'reference', _ref: id });
const paragraph = (key: string, markDefs: object[] = []) => ({
  _type: 'block',
  _key: key,
  style: 'normal',
  markDefs,
  children: [{ _type: 'span', _key: 's', text: 'The harbour opened at dawn.', marks: [] }],
});

const good: RawDocument = {
  _id: 'article-harbour',
  _type: 'article',
  language: 'en',
  headline: 'The harbour opens again after the storm',
  standfirst: 'Boats left for the island at dawn, three days after the water rose.',
  slug: { _type: 'slug', current: 'harbour' },
  kind: 'news',
  bylines: [{ _type: 'byline', _key: 'b', person: reference('person-desk') }],
  section: reference('section-travel'),
  access: { level: 'default', giftable: true },
  body: [paragraph('p')],
};
const desk: RawDocument = { _id: 'person-desk', _type: 'person' };
const travel: RawDocument = { _id: 'section-travel', _type: 'section' };
const others = [desk, travel];

const check = (change: Record<string, unknown>, among = others) => {
  const document = { ...good, ...change };
  return faultsOf(document, [...among, document]);
};

test('a complete article has nothing to mend', async () => {
  expect(await check({})).toEqual([]);
});

test.each([
  ['a headline too short', { headline: 'Short' }, 'headline: A headline has at least 10'],
  ['a headline too long', { headline: 'x'.repeat(111) }, 'headline: A headline has at most 110'],
  ['no standfirst', { standfirst: undefined }, 'standfirst: An article needs a standfirst'],
  ['a standfirst too short', { standfirst: 'x'.repeat(39) }, 'standfirst: A standfirst has at least 40'],
  ['a standfirst too long', { standfirst: 'x'.repeat(261) }, 'standfirst: A standfirst has at most 260'],
  ['no slug', { slug: undefined }, 'slug: A page needs an address'],
  ['a slug with capitals', { slug: { _type: 'slug', current: 'The Harbour' } }, 'slug: Use only lower-case'],
  ['no section', { section: undefined }, 'section: Choose the section'],
  ['no byline', { bylines: [] }, 'bylines: Say who wrote this'],
  ['no text', { body: undefined }, 'body: An article needs a text'],
  [
    'a picture without words',
    { hero: { _type: 'figure', image: { _type: 'image', asset: reference('image-1') } } },
    'hero.alt: Say in words what the picture shows',
  ],
  [
    'words without a picture',
    { hero: { _type: 'figure', alt: 'A boat' } },
    'hero.image: There are words here',
  ],
  [
    'a second paywall break',
    { body: [paragraph('p'), { _type: 'paywallBreak', _key: 'x' }, { _type: 'paywallBreak', _key: 'y' }] },
    'body.{"_key":"y"}: An article has one paywall break',
  ],
  [
    'a script for a link',
    { body: [paragraph('p', [{ _type: 'link', _key: 'l', href: 'javascript:alert(1)' }])] },
    'body.{"_key":"p"}.markDefs.{"_key":"l"}.href: Begin a link with',
  ],
  ['a field nobody knows', { subheading: 'x' }, 'subheading: Field'],
])('%s is said to the editor', async (_name, change, message) => {
  const faults = await check(change);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain(message);
});

const list = (given: object): RawDocument => ({
  ...{ _id: 'list', _type: 'newsletterList', title: { en: 'The reef letter' }, language: 'en' },
  ...given,
});
const toTheList = { newsletter: { send: true, lists: [{ ...reference('list'), _key: 'l' }] } };

test.each([
  ['of another language', { language: 'es' }, 'is in another language'],
  ['of other sections', { sections: [reference('section-politics')] }, 'takes other sections only'],
])('a list %s is said not to take the article', async (_name, given, message) => {
  const [fault, ...more] = await check(toTheList, [...others, list(given)]);
  expect(fault).toContain(`newsletter.lists: The list “The reef letter” ${message}`);
  expect(more).toEqual([]);
});

test('an article may name the lists that take it, or leave them to its language and section', async () => {
  const sections = [reference('section-travel')];
  expect(await check(toTheList, [...others, list({ sections })])).toEqual([]);
  expect(await check({ newsletter: { send: true } })).toEqual([]);
});

test('a link that leads to a page, an address or a telephone is allowed', async () => {
  const hrefs = [
    'https://example.org/a',
    'http://example.org',
    'mailto:a@example.org',
    'tel:+52 984 1',
    '/pages/about',
  ];
  const markDefs = hrefs.map((href, index) => ({ _type: 'link', _key: `l${index}`, href }));
  expect(await check({ body: [paragraph('p', markDefs)] })).toEqual([]);
});

test('a slug is taken by another article of the language, also one that waits in a release; not by its translation or its own draft', async () => {
  const slug = good.slug;
  const english: RawDocument = { _id: 'other', _type: 'article', language: 'en', slug };
  const spanish: RawDocument = { _id: 'other', _type: 'article', language: 'es', slug };
  const draft: RawDocument = { _id: 'drafts.article-harbour', _type: 'article', language: 'en', slug };
  const ownVersion: RawDocument = { ...draft, _id: 'versions.rsummer.article-harbour' };
  const waiting: RawDocument = { ...english, _id: 'versions.rsummer.other' };
  expect(await check({}, [...others, english])).toEqual(['slug: Slug is already in use']);
  expect(await check({}, [...others, waiting])).toEqual(['slug: Slug is already in use']);
  expect(await check({}, [...others, spanish, draft, ownVersion])).toEqual([]);
});

test('an embargo that has passed is a slip until the article is published', async () => {
  const embargo = { embargoUntil: '2020-01-01T00:00:00Z' };
  expect(await check({ ...embargo, _id: 'drafts.article-harbour' })).toEqual([
    'embargoUntil: This embargo has already passed. Choose a time to come, or leave it empty.',
  ]);
  expect(await check({ ...embargo, _id: 'drafts.article-harbour' }, [...others, good])).toEqual([]);
  expect(await check(embargo)).toEqual([]);
  expect(await check({ embargoUntil: '2999-01-01T00:00:00Z', _id: 'drafts.article-harbour' })).toEqual([]);
});

test('a Spanish article translates an English one, nothing else', async () => {
  const english: RawDocument = { _id: 'original', _type: 'article', language: 'en' };
  const spanish: RawDocument = { _id: 'original', _type: 'article', language: 'es' };
  const translationOf = reference('original');
  expect(await check({ language: 'es', translationOf }, [...others, english])).toEqual([]);
  expect(await check({ language: 'es', translationOf }, [...others, spanish])).toEqual([
    'translationOf: Choose the English original.',
  ]);
  expect(await check({ translationOf }, [...others, english])).toEqual([
    'translationOf: Only a Spanish document is a translation of an English one: leave this empty.',
  ]);
});
