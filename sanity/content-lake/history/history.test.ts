import { afterAll, beforeAll, expect, test } from 'vitest';
import { applyEffect } from '../mutate/mendoza-patch.ts';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
const revisions: string[] = [];
const pair = { publishedId: 'h', draftId: 'drafts.h' } as const;

beforeAll(async () => {
  lake = await startTestLake();
  const client = lake.client();
  const attributes = { _id: 'drafts.h', _type: 'article', title: 'One', body: [{ _key: 'x', text: 'a' }] };
  const act = async (action: Parameters<typeof client.action>[0]) => {
    revisions.push((await client.action(action)).transactionId);
  };
  await act({ actionType: 'sanity.action.document.create', publishedId: 'h', attributes, ifExists: 'fail' });
  await act({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'Two' } } });
  await act({ actionType: 'sanity.action.document.publish', ...pair });
  await act({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { 'body[0].text': 'b' } } });
  await act({ actionType: 'sanity.action.document.unpublish', ...pair });
  await act({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.h' });
});
afterAll(() => lake.end());

const get = (url: string) => lake.client().request({ url: `/data/history/production/${url}` });

async function transactions(query: string) {
  const text = String(await get(`transactions/h,drafts.h?excludeContent=true&effectFormat=mendoza&${query}`));
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

test('every transaction is there, in order, with effects that lead from nothing to nothing', async () => {
  const all = await transactions('');
  expect(all.map(({ id }) => id)).toEqual(revisions);
  expect(all[2]).toMatchObject({
    documentIDs: ['h', 'drafts.h'],
    author: expect.any(String),
    timestamp: expect.any(String),
  });
  expect(all[0]).not.toHaveProperty('mutations');
  let draft: unknown = null;
  for (const { effects } of all)
    if (effects['drafts.h']) draft = applyEffect(draft as null, effects['drafts.h'].apply); // Documents follow from the log.
  expect(draft).toBeNull();
});

test('the log is read backwards and in parts', async () => {
  const newest = await transactions('reverse=true&limit=2');
  expect(newest.map(({ id }) => id)).toEqual(revisions.slice(-2).reverse());
  const older = await transactions(`reverse=true&limit=50&toTransaction=${revisions[2]}`);
  expect(older.map(({ id }) => id)).toEqual(revisions.slice(0, 3).reverse());
  const later = await transactions(`fromTransaction=${revisions[3]}`);
  expect(later.map(({ id }) => id)).toEqual(revisions.slice(3));
});

test('a document comes back as it was at any revision, with that revision', async () => {
  const at = async (revision: string | undefined) =>
    (await get(`documents/h,drafts.h?revision=${revision}`)).documents;
  expect(await at(revisions[0])).toMatchObject([{ _id: 'drafts.h', title: 'One', _rev: revisions[0] }]);
  expect(await at(revisions[1])).toMatchObject([{ _id: 'drafts.h', title: 'Two', _rev: revisions[1] }]);
  expect(await at(revisions[2])).toMatchObject([{ _id: 'h', title: 'Two', _rev: revisions[2] }]);
  expect(await at(revisions[3])).toMatchObject([
    { _id: 'h', body: [{ text: 'a' }] },
    { _id: 'drafts.h', body: [{ text: 'b' }], _rev: revisions[3] },
  ]);
  expect(await at(revisions[5])).toEqual([]);
  const last = await get('documents/h,drafts.h?lastRevision=true');
  expect(last.documents).toMatchObject([
    { _id: 'h', title: 'Two' },
    { _id: 'drafts.h', body: [{ text: 'b' }] },
  ]);
});

test('a document comes back as it was at a time', async () => {
  expect((await get('documents/h?time=2001-01-01T00:00:00Z')).documents).toEqual([]);
  expect((await get(`documents/h,drafts.h?time=${new Date().toISOString()}`)).documents).toEqual([]);
});

test('its story is told as a person would: created, published, edited again, unpublished, deleted', async () => {
  const { events } = await get('events/documents/drafts.h?limit=100');
  expect(events['drafts.h'].map(({ type }: { type: string }) => type)).toEqual([
    'deleteDocumentVersion',
    'unpublishDocument',
    'createDocumentVersion',
    'publishDocumentVersion',
    'createDocumentVersion',
  ]);
  expect(events['drafts.h'][3]).toMatchObject({
    documentId: 'h',
    revisionId: revisions[2],
    versionId: 'drafts.h',
    versionRevisionId: revisions[1],
    publishCause: 'document.publish',
  });
  const first = await get('events/documents/h?limit=2');
  expect(first.events.h).toHaveLength(2);
  const rest = await get(`events/documents/h?limit=10&nextCursor=${first.nextCursor}`);
  expect(rest.events.h.at(-1)).toMatchObject({ type: 'createDocumentVersion' });
});

test('a release that has been run stands in the story of its document, whichever of its versions is asked for', async () => {
  const client = lake.client();
  await client.releases.create({ releaseId: 'spring' });
  const document = { _id: 'versions.spring.released', _type: 'story' };
  await client.createVersion({ document });
  const { transactionId } = await client.releases.publish({ releaseId: 'spring' });
  for (const id of ['released', 'drafts.released', 'versions.spring.released']) {
    const { events } = await get(`events/documents/${id}?limit=1`);
    expect(events[id]).toMatchObject([
      {
        type: 'publishDocumentVersion',
        revisionId: transactionId,
        versionId: 'versions.spring.released',
        publishCause: 'release.publish',
      },
    ]);
  }
});

test('the export holds every document, drafts included, one a line', async () => {
  await lake.client().create({ _id: 'drafts.e', _type: 'note' });
  await lake.client().create({ _id: 'e', _type: 'note' });
  const text = String(await lake.client().request({ url: '/data/export/production?types=note' }));
  expect(
    text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)._id),
  ).toEqual(['drafts.e', 'e']);
});

test('the log of the whole dataset is read by time and by author', async () => {
  const all = async (query: string): Promise<{ id: string; author: string }[]> => {
    const text = String((await get(`transactions?excludeContent=true&${query}`)) ?? '');
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  const oldest = await all('limit=1000');
  expect(oldest.slice(0, revisions.length).map(({ id }) => id)).toEqual(revisions);
  expect(await all('limit=1000&reverse=true')).toEqual(oldest.toReversed());
  const author = oldest[0]?.author;
  expect(await all(`authors=${author}&limit=1000`)).toEqual(oldest);
  expect(await all(`excludeAuthors=${author}`)).toEqual([]);
  expect(await all('toTime=2000-01-01T00:00:00Z')).toEqual([]);
});

test('a question about two points in time is refused', async () => {
  expect(await refusal(get(`documents/h?revision=${revisions[0]}&time=2020-01-01T00:00:00Z`))).toMatchObject({
    status: 400,
  });
  expect(await refusal(get('documents/h?time=yesterday'))).toMatchObject({ status: 400 });
});
