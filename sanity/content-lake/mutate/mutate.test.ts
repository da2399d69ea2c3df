import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

const note = (id: string, fields: object = {}) => ({ _id: id, _type: 'note', ...fields });

describe('mutations as the client sends them', () => {
  test('create gives an id, dates and a revision, and refuses a second document with it', async () => {
    const client = lake.client();
    const made = await client.create({ _type: 'note', text: 'one' });
    expect(made).toMatchObject({
      _type: 'note',
      text: 'one',
      _rev: expect.any(String),
      _createdAt: made._updatedAt,
    });
    const draft = await client.create({ _id: 'drafts.', _type: 'note' });
    expect(draft._id).toMatch(/^drafts\.[\w-]{36}$/);
    const again = await refusal(client.create(note(made._id)));
    expect(again).toMatchObject({
      status: 409,
      body: {
        error: {
          type: 'mutationError',
          items: [{ error: { type: 'documentAlreadyExistsError', id: made._id } }],
        },
      },
    });
  });

  test('createOrReplace replaces the whole document, createIfNotExists leaves it alone', async () => {
    const client = lake.client();
    await client.createOrReplace(note('replaced', { a: 1 }));
    await client.createOrReplace(note('replaced', { b: 2 }));
    const kept = await client.createIfNotExists(note('replaced', { c: 3 }));
    expect(kept).toMatchObject({ b: 2 });
    expect(kept).not.toHaveProperty('a');
    expect(kept).not.toHaveProperty('c');
  });

  test('every patch operation does what its name says', async () => {
    const client = lake.client();
    await client.createOrReplace(
      note('patched', { count: 1, title: 'The quick fox', tags: ['a', 'd'], gone: true }),
    );
    const patched = await client
      .patch('patched')
      .set({ 'nested.deep': 'set' })
      .setIfMissing({ count: 99, fresh: [] })
      .unset(['gone'])
      .inc({ count: 5 })
      .dec({ count: 2 })
      .insert('after', 'tags[0]', ['b', 'c'])
      .diffMatchPatch({ title: '@@ -1,13 +1,13 @@\n The \n-quick\n+eager\n  fox\n' })
      .commit();
    expect(patched).toMatchObject({
      count: 4,
      fresh: [],
      nested: { deep: 'set' },
      tags: ['a', 'b', 'c', 'd'],
      title: 'The eager fox',
    });
    expect(patched).not.toHaveProperty('gone');
  });

  test('array members are found by their key', async () => {
    const client = lake.client();
    await client.createOrReplace(
      note('keyed', {
        list: [
          { _key: 'x', n: 1 },
          { _key: 'y', n: 2 },
        ],
      }),
    );
    const patched = await client
      .patch('keyed')
      .set({ 'list[_key=="y"].n': 20 })
      .unset(['list[_key=="x"]'])
      .commit();
    expect(patched.list).toEqual([{ _key: 'y', n: 20 }]);
  });

  test('a patch for another revision than the current one is refused with 409', async () => {
    const client = lake.client();
    await client.createOrReplace(note('locked'));
    const refused = await refusal(client.patch('locked').ifRevisionId('another').set({ a: 1 }).commit());
    expect(refused).toMatchObject({
      status: 409,
      body: { error: { items: [{ error: { type: 'documentRevisionIDDoesNotMatchError' } }] } },
    });
  });

  test('a transaction is kept whole or not at all', async () => {
    const client = lake.client();
    await refusal(
      client
        .transaction()
        .create(note('first-half'))
        .patch('missing', { set: { a: 1 } })
        .commit(),
    );
    expect(await client.getDocument('first-half')).toBeUndefined();
  });

  test('patches and deletes by query reach every document that it finds', async () => {
    const client = lake.client();
    await client
      .transaction()
      .create(note('q1', { kind: 'q' }))
      .create(note('q2', { kind: 'q' }))
      .commit();
    await client
      .patch({ query: '*[kind == $kind]', params: { kind: 'q' } })
      .set({ seen: true })
      .commit();
    expect(await client.fetch('count(*[kind == "q" && seen])')).toBe(2);
    await client.delete({ query: '*[kind == "q"]' });
    expect(await client.fetch('count(*[kind == "q"])')).toBe(0);
  });

  test('a strong reference needs its target, and its target cannot be deleted', async () => {
    const client = lake.client();
    const reference = { _type: 'reference', _ref: 'target' };
    const early = await refusal(client.create(note('pointer', { to: reference })));
    expect(early).toMatchObject({
      status: 409,
      body: {
        error: { items: [{ error: { type: 'documentReferenceDoesNotExistError', referenceID: 'target' } }] },
      },
    });
    await client.create(note('weak-pointer', { to: { ...reference, _weak: true } }));
    await client
      .transaction()
      .create(note('pointer', { to: reference }))
      .create(note('target'))
      .commit();
    const late = await refusal(client.delete('target'));
    expect(late).toMatchObject({
      status: 409,
      body: {
        error: { items: [{ error: { type: 'documentHasReferencesError', referencingIDs: ['pointer'] } }] },
      },
    });
    await client.transaction().delete('target').delete('pointer').commit();
    expect(await client.getDocument('target')).toBeUndefined();
  });

  test('dryRun answers and writes nothing', async () => {
    const client = lake.client();
    const answer = await client.create(note('dry', { a: 1 }), { dryRun: true });
    expect(answer).toMatchObject({ _id: 'dry', a: 1 });
    expect(await client.getDocument('dry')).toBeUndefined();
  });

  test('autoGenerateArrayKeys gives keys to array members that have none', async () => {
    const client = lake.client();
    const made = await client.create(note('keys', { list: [{ a: 1 }, { _key: 'own' }] }), {
      autoGenerateArrayKeys: true,
    });
    expect(made).toMatchObject({ list: [{ a: 1, _key: expect.any(String) }, { _key: 'own' }] });
  });

  test('a transaction id is the revision of its documents and is good for once', async () => {
    const client = lake.client();
    const commit = () =>
      client
        .transaction()
        .createOrReplace(note('tx'))
        .transactionId('tx-one')
        .commit({ returnDocuments: false });
    expect(await commit()).toMatchObject({ transactionId: 'tx-one' });
    expect(await client.getDocument('tx')).toMatchObject({ _rev: 'tx-one' });
    expect(await refusal(commit())).toMatchObject({ status: 409 });
  });

  test('what is no mutation, and what is too large, is refused', async () => {
    const client = lake.client();
    const send = (body: object) => client.request({ method: 'POST', url: '/data/mutate/production', body });
    expect(await refusal(send({ mutations: [{ explode: {} }] }))).toMatchObject({ status: 400 });
    expect(
      await refusal(send({ mutations: [{ create: { _id: 'no spaces', _type: 'note' } }] })),
    ).toMatchObject({ status: 400 });
    expect(await refusal(send({ mutations: 'x'.repeat(9_000_000) }))).toMatchObject({ status: 413 });
  });
});

describe('what lasts', () => {
  test('documents, their revisions and the tokens that were issued outlast a restart', async () => {
    let own = await startTestLake();
    const made = await own.client().create(note('lasting', { text: 'still here' }));
    const { key } = await own.client().request({
      method: 'POST',
      url: '/projects/local/tokens',
      body: { label: 'ci', roleName: 'viewer' },
    });
    own = await own.restart();
    expect(await own.client({ token: key }).getDocument('lasting')).toEqual(made);
    await own.end();
  });
});

test('what is nested too deeply to be read again is refused, however it comes', async () => {
  const nested = (levels: number) => JSON.parse(`${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`);
  const client = lake.client();
  await client.createOrReplace(note('shallow', { a: nested(190) }));
  const tooDeep = { status: 400, body: { error: { items: [{ error: { type: 'validationError' } }] } } };
  expect(await refusal(client.create(note('deep', { a: nested(300) })))).toMatchObject(tooDeep);
  expect(
    await refusal(
      client
        .patch('shallow')
        .set({ b: nested(300) })
        .commit(),
    ),
  ).toMatchObject(tooDeep);
  expect(await client.fetch('*[_id in ["deep", "shallow"]]{_id, "b": defined(b)}')).toEqual([
    { _id: 'shallow', b: false },
  ]);
});
