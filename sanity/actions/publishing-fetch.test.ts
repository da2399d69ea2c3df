import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestLake, type TestLake } from '../content-lake/testing/test-lake.ts';
import { publishingFetch } from './publishing-fetch.ts';

const id = 'article-moved';
const release = 'rsummer';
const draft = {
  ...{ _type: 'article', slug: { current: 'new-address' }, headline: 'A story that moves' },
  ...{ firstPublishedAt: '2026-01-01T12:00:00.000Z', publishedAt: '2026-01-01T12:00:00.000Z' },
};
const published = { ...draft, _id: id, slug: { current: 'old-address' } };
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());
beforeEach(async () => {
  const documents = await lake
    .client()
    .fetch<string[]>('*[_id in path("**")]._id', {}, { perspective: 'raw' });
  await lake.client().mutate(documents.map((old) => ({ delete: { id: old } })));
});

const studio = () =>
  lake.client({ resolveFetch: () => publishingFetch((address, init) => globalThis.fetch(address, init)) });
const read = (of: string) => lake.client().getDocument(of);

async function writeRelease(document: object) {
  await lake
    .client()
    .releases.create({ releaseId: release, metadata: { releaseType: 'asap', title: 'Summer' } });
  await lake.client().create({ ...draft, ...document, _id: `versions.${release}.${id}` });
}

test('the button publishes the earlier slug together with the new one', async () => {
  await lake.client().mutate([{ create: published }, { create: { ...draft, _id: `drafts.${id}` } }]);
  await studio().action({
    ...{ actionType: 'sanity.action.document.publish', draftId: `drafts.${id}`, publishedId: id },
  });
  expect(await read(id)).toMatchObject({ slug: draft.slug, previousSlugs: ['old-address'] });
  expect(await read(`drafts.${id}`)).toBeUndefined();
});

test('a release publishes the earlier slug together with the new one', async () => {
  await lake.client().create(published);
  await writeRelease({});
  await studio().releases.publish({ releaseId: release });
  expect(await read(id)).toMatchObject({ slug: draft.slug, previousSlugs: ['old-address'] });
});

test('what is scheduled knows the earlier slug and the time before the clock publishes it', async () => {
  await lake.client().create({ ...published, firstPublishedAt: undefined, publishedAt: undefined });
  await writeRelease({ firstPublishedAt: undefined, publishedAt: undefined });
  await studio().releases.schedule({ releaseId: release, publishAt: tomorrow });
  expect(await read(`versions.${release}.${id}`)).toMatchObject({
    ...{ previousSlugs: ['old-address'], firstPublishedAt: tomorrow, publishedAt: tomorrow },
  });
});

test('what is not an article is published as it is', async () => {
  const place = { _type: 'place', slug: { current: 'tulum' } };
  await lake
    .client()
    .mutate([
      { create: { ...place, _id: 'place-tulum', slug: { current: 'old' } } },
      { create: { ...place, _id: 'drafts.place-tulum' } },
    ]);
  await studio().action({
    ...{ actionType: 'sanity.action.document.publish', draftId: 'drafts.place-tulum' },
    publishedId: 'place-tulum',
  });
  expect(await read('place-tulum')).toMatchObject(place);
  expect(await read('place-tulum')).not.toHaveProperty('previousSlugs');
});
