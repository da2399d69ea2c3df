import type { SanityClient } from '@sanity/client';
import { afterAll, describe, expect } from 'vitest';
import { type Call, conformanceTable, endSharedLake } from './conformance.ts';

const text = expect.any(String);
const stored = { _rev: text, _createdAt: text, _updatedAt: text };
const note = { _id: 'note', _type: 'note', title: 'The quick fox', count: 1, tags: ['a', 'd'] };
const keyed = {
  _id: 'keyed',
  _type: 'note',
  list: [
    { _key: 'x', n: 1 },
    { _key: 'y', n: 2 },
    { _key: 'z', n: 3 },
  ],
};
const given = [note, keyed];
const fault = (type: string, fields: object = {}) => ({
  status: 409,
  name: 'ClientError',
  details: { type: 'mutationError', items: [{ error: { type, ...fields }, index: expect.any(Number) }] },
});

afterAll(endSharedLake);

describe('creating and deleting', () => {
  conformanceTable([
    {
      name: 'create answers the document',
      call: (client) => client.create({ _type: 'note', n: 1 }),
      answers: { _id: text, _type: 'note', n: 1, ...stored },
    },
    {
      name: 'create completes an id that ends with a dot',
      call: (client) => client.create({ _id: 'drafts.', _type: 'note' }),
      answers: { _id: expect.stringMatching(/^drafts\.[\w-]{36}$/), _type: 'note', ...stored },
    },
    {
      name: 'create refuses an id that is taken',
      given,
      call: (client) => client.create(note),
      refuses: {
        ...fault('documentAlreadyExistsError', { id: 'note' }),
        message: expect.stringContaining('Document by ID "note" already exists'),
      },
    },
    {
      name: 'create refuses a document without a type',
      call: (client) => client.mutate([{ create: { title: 'x' } as unknown as { _type: string } }]), // Wrong on purpose.
      refuses: { status: 400, details: { type: 'mutationError' } },
    },
    {
      name: 'createIfNotExists leaves what is there',
      given,
      call: (client) => client.createIfNotExists({ _id: 'note', _type: 'note', title: 'Another' }),
      answers: { ...note, ...stored },
    },
    {
      name: 'createOrReplace replaces the whole document',
      given,
      call: (client) => client.createOrReplace({ _id: 'note', _type: 'note', title: 'Another' }),
      answers: { _id: 'note', _type: 'note', title: 'Another', ...stored },
    },
    {
      name: 'returnDocuments false: ids and operations',
      call: (client) => client.create({ _id: 'a', _type: 'note' }, { returnDocuments: false }),
      answers: {
        transactionId: text,
        documentId: 'a',
        results: [{ id: 'a', operation: 'create' }],
      },
    },
    {
      name: 'returnFirst false: every document',
      call: (client) => client.create({ _id: 'a', _type: 'note' }, { returnFirst: false }),
      answers: [{ _id: 'a', _type: 'note', ...stored }],
    },
    {
      name: 'dryRun answers and writes nothing',
      call: async (client) => [
        await client.create({ _id: 'a', _type: 'note' }, { dryRun: true }),
        await client.getDocument('a'),
      ],
      answers: [{ _id: 'a', _type: 'note', ...stored }, undefined],
    },
    {
      name: 'autoGenerateArrayKeys',
      call: (client) =>
        client.create({ _id: 'a', _type: 'note', list: [{ n: 1 }] }, { autoGenerateArrayKeys: true }),
      answers: { _id: 'a', _type: 'note', list: [{ n: 1, _key: text }], ...stored },
    },
    {
      name: 'visibility async and deferred are acknowledged',
      call: async (client) => [
        await client.create({ _id: 'a', _type: 'note' }, { visibility: 'async', returnDocuments: false }),
        await client.create({ _id: 'b', _type: 'note' }, { visibility: 'deferred', returnDocuments: false }),
      ],
      answers: ['a', 'b'].map((id) => ({
        transactionId: text,
        documentId: id,
        results: [{ id, operation: 'create' }],
      })),
    },
    {
      name: 'a query sees a write as soon as it is acknowledged',
      call: async (client) => {
        await client.create({ _id: 'a', _type: 'note' });
        return client.fetch('count(*[_type == "note"])');
      },
      answers: 1,
    },
    {
      name: 'delete by id',
      given,
      call: async (client) => [
        await client.delete('note', { returnDocuments: false }),
        await client.getDocument('note'),
      ],
      answers: [
        { transactionId: text, documentIds: ['note'], results: [{ id: 'note', operation: 'delete' }] },
        undefined,
      ],
    },
    {
      name: 'delete of what is not there',
      call: (client) => client.delete('nothing', { returnDocuments: false }),
      answers: {
        transactionId: text,
        documentIds: ['nothing'],
        results: [{ id: 'nothing', operation: 'none' }],
      },
    },
    {
      name: 'delete by query and parameters',
      given,
      call: async (client) => {
        await client.delete({ query: '*[_type == $type]', params: { type: 'note' } });
        return client.fetch('count(*)');
      },
      answers: 0,
    },
    {
      name: 'delete refuses what a strong reference points to',
      given: [note, { _id: 'pointer', _type: 'note', to: { _type: 'reference', _ref: 'note' } }],
      call: (client) => client.delete('note'),
      refuses: fault('documentHasReferencesError', { id: 'note', referencingIDs: ['pointer'] }),
    },
    {
      name: 'create refuses a strong reference to nothing',
      call: (client) => client.create({ _id: 'a', _type: 'note', to: { _type: 'reference', _ref: 'gone' } }),
      refuses: fault('documentReferenceDoesNotExistError', { id: 'a', referenceID: 'gone' }),
    },
    {
      name: 'a viewer may not write',
      given,
      call: (_, { viewer }) => viewer.create({ _type: 'note' }),
      refuses: {
        status: 403,
        details: {
          type: 'mutationError',
          items: [{ error: { type: 'insufficientPermissionsError', permission: 'create' } }],
        },
      },
    },
    {
      name: 'nobody may write',
      call: (_, { anonymous }) => anonymous.create({ _type: 'note' }),
      refuses: { status: 403 },
    },
  ]);
});

const patched = (name: string, patch: (client: SanityClient) => Promise<unknown>, fields: object): Call => ({
  name,
  given,
  call: patch,
  answers: { ...note, ...stored, ...fields },
});

describe('client.patch', () => {
  conformanceTable([
    patched('set', (client) => client.patch('note').set({ title: 'New', 'deep.er': 1 }).commit(), {
      title: 'New',
      deep: { er: 1 },
    }),
    patched(
      'setIfMissing',
      (client) => client.patch('note').setIfMissing({ title: 'x', fresh: 1 }).commit(),
      {
        fresh: 1,
      },
    ),
    {
      name: 'unset',
      given,
      call: (client) => client.patch('note').unset(['title', 'tags[0]']).commit(),
      answers: { _id: 'note', _type: 'note', count: 1, tags: ['d'], ...stored },
    },
    patched('inc and dec', (client) => client.patch('note').inc({ count: 5 }).dec({ count: 2 }).commit(), {
      count: 4,
    }),
    patched(
      'insert before',
      (client) => client.patch('note').insert('before', 'tags[1]', ['b', 'c']).commit(),
      {
        tags: ['a', 'b', 'c', 'd'],
      },
    ),
    patched('insert after', (client) => client.patch('note').insert('after', 'tags[-1]', ['e']).commit(), {
      tags: ['a', 'd', 'e'],
    }),
    patched('insert replace', (client) => client.patch('note').insert('replace', 'tags[0]', ['A']).commit(), {
      tags: ['A', 'd'],
    }),
    patched('append', (client) => client.patch('note').append('tags', ['e']).commit(), {
      tags: ['a', 'd', 'e'],
    }),
    patched('prepend', (client) => client.patch('note').prepend('tags', ['0']).commit(), {
      tags: ['0', 'a', 'd'],
    }),
    patched('splice', (client) => client.patch('note').splice('tags', 0, 1, ['x', 'y']).commit(), {
      tags: ['x', 'y', 'd'],
    }),
    patched(
      'diffMatchPatch',
      (client) =>
        client
          .patch('note')
          .diffMatchPatch({ title: '@@ -1,13 +1,13 @@\n The \n-quick\n+eager\n  fox\n' })
          .commit(),
      { title: 'The eager fox' },
    ),
    {
      name: 'array members by key, and by condition',
      given,
      call: (client) =>
        client
          .patch('keyed')
          .set({ 'list[_key=="y"].n': 20 })
          .unset(['list[n == 3]', 'list[_key=="x"]'])
          .commit(),
      answers: { ...keyed, list: [{ _key: 'y', n: 20 }], ...stored },
    },
    {
      name: 'ifRevisionId that fits',
      given,
      call: async (client) => {
        const { _rev } = (await client.getDocument('note')) ?? { _rev: '' };
        return (await client.patch('note').ifRevisionId(_rev).set({ count: 2 }).commit()).count;
      },
      answers: 2,
    },
    {
      name: 'ifRevisionId that does not fit',
      given,
      call: (client) => client.patch('note').ifRevisionId('another').set({ count: 2 }).commit(),
      refuses: fault('documentRevisionIDDoesNotMatchError', { id: 'note', expectedRevisionID: 'another' }),
    },
    {
      name: 'several documents by their ids',
      given,
      call: async (client) => {
        await client.patch(['note', 'keyed']).set({ seen: true }).commit({ returnFirst: false });
        return client.fetch('count(*[seen])');
      },
      answers: 2,
    },
    {
      name: 'by query',
      given,
      call: async (client) => {
        await client.patch({ query: '*[count == 1]' }).set({ seen: true }).commit();
        return client.fetch('*[seen]._id');
      },
      answers: ['note'],
    },
    {
      name: 'a document that is not there',
      call: (client) => client.patch('nothing').set({ a: 1 }).commit(),
      refuses: fault('documentNotFoundError', { id: 'nothing' }),
    },
    {
      name: 'a patch may not change the type',
      given,
      call: (client) => client.patch('note').set({ _type: 'other' }).commit(),
      refuses: fault('immutableAttributeError', { id: 'note' }),
    },
  ]);
});

describe('client.transaction and client.mutate', () => {
  conformanceTable([
    {
      name: 'everything in one transaction, in order, under an id of our own',
      given,
      call: (client) =>
        client
          .transaction()
          .create({ _id: 'a', _type: 'note' })
          .createIfNotExists({ _id: 'note', _type: 'note' })
          .createOrReplace({ _id: 'keyed', _type: 'note' })
          .patch('a', (patch) => patch.set({ n: 1 }))
          .patch('a', { inc: { n: 1 } })
          .delete('note')
          .transactionId('of-our-own')
          .commit(),
      answers: {
        transactionId: 'of-our-own',
        documentIds: ['a', 'note', 'keyed', 'a', 'a', 'note'],
        results: [
          { id: 'a', operation: 'create' },
          { id: 'note', operation: 'none' },
          { id: 'keyed', operation: 'update' },
          { id: 'a', operation: 'update' },
          { id: 'a', operation: 'update' },
          { id: 'note', operation: 'delete' },
        ],
      },
    },
    {
      name: 'the transaction id is the revision',
      call: async (client) => {
        const { transactionId } = await client.transaction().create({ _id: 'a', _type: 'note' }).commit();
        return (await client.getDocument('a'))?._rev === transactionId;
      },
      answers: true,
    },
    {
      name: 'a transaction id that was used before is refused',
      call: async (client) => {
        const commit = (id: string) =>
          client.transaction().create({ _id: id, _type: 'note' }).transactionId('once').commit();
        await commit('a');
        return commit('b');
      },
      refuses: { status: 409 },
    },
    {
      name: 'one mutation that fails undoes all',
      given,
      call: async (client) => {
        await client
          .transaction()
          .create({ _id: 'a', _type: 'note' })
          .patch('nothing', { set: { a: 1 } })
          .commit()
          .catch(() => null);
        return client.getDocument('a');
      },
      answers: undefined,
    },
    {
      name: 'mutate with a list, and with a patch',
      given,
      call: async (client) => {
        await client.mutate([{ create: { _id: 'a', _type: 'note' } }, { delete: { id: 'keyed' } }]);
        await client.mutate(client.patch('a').set({ n: 1 }));
        return client.fetch('*[_type == "note"]{_id, n} | order(_id)');
      },
      answers: [
        { _id: 'a', n: 1 },
        { _id: 'note', n: null },
      ],
    },
    {
      name: 'through the dataset as a resource',
      call: (client) =>
        client
          .withConfig({ resource: { type: 'dataset', id: `local.${client.config().dataset}` } })
          .create({ _id: 'a', _type: 'note' }),
      answers: { _id: 'a', _type: 'note', ...stored },
    },
  ]);
});
