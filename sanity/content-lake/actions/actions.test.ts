import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());
beforeEach(async () => {
  await lake.client().delete({ query: '*[_type == "article"]' });
});

const pair = { publishedId: 'a', draftId: 'drafts.a' } as const;
const guard = { unset: ['_empty_action_guard_pseudo_field_'] };
const ids = () => lake.client().fetch('*[_type == "article"]._id | order(@)', {}, { perspective: 'raw' });

async function createDraft(fields: object = {}) {
  const attributes = { _id: 'drafts.a', _type: 'article', title: 'First', ...fields };
  await lake
    .client()
    .action({ actionType: 'sanity.action.document.create', publishedId: 'a', attributes, ifExists: 'fail' });
}
const publish = () => lake.client().action({ actionType: 'sanity.action.document.publish', ...pair });

test('an article is created, published, edited as a draft, and published again', async () => {
  await createDraft();
  expect(await ids()).toEqual(['drafts.a']);
  await publish();
  expect(await ids()).toEqual(['a']);
  const first = await lake.client().getDocument('a');

  await lake.client().action([
    { actionType: 'sanity.action.document.edit', ...pair, patch: guard },
    { actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'Second' } } },
  ]);
  expect(await ids()).toEqual(['a', 'drafts.a']);
  expect(await lake.client().getDocument('a')).toMatchObject({ title: 'First' });

  const { transactionId } = await publish();
  const second = await lake.client().getDocument('a');
  expect(second).toMatchObject({ title: 'Second', _rev: transactionId, _createdAt: first?._createdAt });
  expect(await ids()).toEqual(['a']);
});

test('publishing what somebody else has published meanwhile is refused', async () => {
  await createDraft();
  await publish();
  await lake
    .client()
    .action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'Mine' } } });
  const refused = await refusal(
    lake.client().action({
      actionType: 'sanity.action.document.publish',
      ...pair,
      ifPublishedRevisionId: 'an older one',
    }),
  );
  expect(refused).toMatchObject({ status: 409, body: { error: { type: 'actionError' } } });
  expect(await lake.client().getDocument('a')).toMatchObject({ title: 'First' });
});

test('unpublishing keeps the text as a draft', async () => {
  await createDraft();
  await publish();
  await lake.client().action({ actionType: 'sanity.action.document.unpublish', ...pair });
  expect(await ids()).toEqual(['drafts.a']);
  expect(await lake.client().getDocument('drafts.a')).toMatchObject({ title: 'First' });
});

test('discarding drops the draft and leaves what is published', async () => {
  await createDraft();
  await publish();
  await lake
    .client()
    .action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'No' } } });
  await lake.client().action({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.a' });
  expect(await ids()).toEqual(['a']);
  const again = lake
    .client()
    .action({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.a' });
  expect(await refusal(again)).toMatchObject({ status: 409 });
});

test('deleting takes the drafts that are named, and is refused while another one exists', async () => {
  await createDraft();
  await publish();
  await lake
    .client()
    .action({ actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'x' } } });
  const remove = (includeDrafts: string[]) =>
    lake.client().action({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts });
  expect(await refusal(remove([]))).toMatchObject({ status: 409 });
  await remove(['drafts.a']);
  expect(await ids()).toEqual([]);
});

test('deleting what others refer to is refused with their ids', async () => {
  await createDraft();
  await publish();
  await lake.client().create({ _id: 'pointer', _type: 'article', to: { _type: 'reference', _ref: 'a' } });
  const refused = await refusal(
    lake
      .client()
      .action({ actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: [] }),
  );
  expect(refused).toMatchObject({ body: { error: { items: [{ error: { referencingIDs: ['pointer'] } }] } } });
});

test('a reference to a new document is weak until it is published', async () => {
  const to = { _type: 'reference', _ref: 'later', _weak: true, _strengthenOnPublish: { type: 'article' } };
  await createDraft({ to });
  expect(await refusal(publish())).toMatchObject({ status: 409 });
  await lake.client().create({ _id: 'later', _type: 'article' });
  await publish();
  expect(await lake.client().getDocument('a')).toMatchObject({ to: { _type: 'reference', _ref: 'later' } });
  expect((await lake.client().getDocument('a'))?.to).not.toHaveProperty('_weak');
});

test('one action that fails undoes those before it', async () => {
  const attributes = { _id: 'drafts.b', _type: 'article' };
  const refused = await refusal(
    lake.client().action([
      { actionType: 'sanity.action.document.create', publishedId: 'b', attributes, ifExists: 'fail' },
      { actionType: 'sanity.action.document.publish', publishedId: 'none', draftId: 'drafts.none' },
    ]),
  );
  expect(refused.status).toBe(409);
  expect(await ids()).toEqual([]);
});

test('a release publishes all its versions in one transaction', async () => {
  const client = lake.client();
  await createDraft();
  await publish();
  await client.action({
    actionType: 'sanity.action.release.create',
    releaseId: 'r1',
    metadata: { title: 'Launch' },
  });
  await client.action([
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'a',
      document: { _id: 'versions.r1.a', _type: 'article', title: 'New' },
    },
    {
      actionType: 'sanity.action.document.version.create',
      publishedId: 'b',
      document: { _id: 'versions.r1.b', _type: 'article', title: 'Also' },
    },
  ]);
  expect(await client.fetch('*[_id == "a"][0].title', {}, { perspective: ['r1'] })).toBe('New');
  expect(await client.fetch('*[_id == "a"][0].title')).toBe('First');
  await client.action({ actionType: 'sanity.action.release.publish', releaseId: 'r1' });
  expect(await ids()).toEqual(['a', 'b']);
  expect(await client.fetch('*[_id == "a"][0].title')).toBe('New');
  expect(await client.fetch('releases::all()[0].state')).toBe('published');
});

test('an unknown action is refused, whatever its name', async () => {
  for (const actionType of ['sanity.action.document.explode', 'constructor', '__proto__']) {
    const send = lake
      .client()
      .request({ method: 'POST', url: '/data/actions/production', body: { actions: [{ actionType }] } });
    expect(await refusal(send)).toMatchObject({ status: 400 });
  }
});
