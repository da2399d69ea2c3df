import type { Patch, SanityClient } from '@sanity/client';
import { afterAll, describe, expect } from 'vitest';
import { tokens } from '../testing/test-lake.ts';
import { type Call, conformanceTable, endSharedLake } from './conformance.ts';

const text = expect.any(String);
const x = { _key: 'x', words: 'The quick fox' };
const y = { _key: 'y', words: 'The lazy dog' };
const story = { _id: 'story', _type: 'note', title: 'The quick fox', count: 1, list: [x, y] };

// As Studio makes them of what is typed: the words around the change, and what goes and comes there.
const toEager = '@@ -1,13 +1,13 @@\n The \n-quick\n+eager\n  fox\n';
const withJumps = '@@ -10,4 +10,10 @@\n  fox\n+ jumps\n';
const withOnce = '@@ -1,4 +1,10 @@\n+Once: \n The \n';
const withRed = '@@ -6,8 +6,12 @@\n ick \n+red \n fox\n';
const toBusy = '@@ -1,12 +1,12 @@\n The \n-lazy\n+busy\n  dog\n';
const withSly = '@@ -6,8 +6,12 @@\n ick \n+sly \n fox\n';

type Write = (client: SanityClient) => Promise<unknown>;
const patch =
  (change: (patch: Patch) => Patch): Write =>
  (client) =>
    change(client.patch('story')).commit();
const typed = (words: string, path = 'title') => patch((at) => at.diffMatchPatch({ [path]: words }));
const insert = (where: 'before' | 'after', key: string, _key: string) =>
  patch((at) => at.insert(where, `list[_key=="${key}"]`, [{ _key }]));

/** Two editors have read the same story; what each of them makes of it arrives one after the other. */
async function bothWrite(client: SanityClient, first: Write, second: Write) {
  await first(client);
  return second(client.withConfig({ token: tokens.editor }));
}

function merges(name: string, first: Write, second: Write, fields: object): Call {
  const call = async (client: SanityClient) => {
    await bothWrite(client, first, second);
    return client.getDocument('story');
  };
  const stamps = { _rev: text, _createdAt: text, _updatedAt: text };
  return { name, given: [story], call, answers: { ...story, ...stamps, ...fields } };
}

const eitherWay = (name: string, one: Write, other: Write, fields: object): Call[] => [
  merges(name, one, other, fields),
  merges(`${name}, the other way round`, other, one, fields),
];

function refusesSecond(name: string, first: Write, second: Write, fault: object): Call {
  return {
    name,
    given: [story],
    call: (client) => bothWrite(client, first, second),
    refuses: {
      name: 'ClientError',
      status: 409,
      details: { type: 'mutationError', description: text, items: [{ error: fault, index: 0 }] },
    },
  };
}

afterAll(endSharedLake);

describe('two editors in one text', () => {
  conformanceTable([
    ...eitherWay('changes at two places are both there', typed(withOnce), typed(withJumps), {
      title: 'Once: The quick fox jumps',
    }),
    ...eitherWay('a change finds its place among changed words', typed(toEager), typed(withJumps), {
      title: 'The eager fox jumps',
    }),
    merges('words at the same place are both there', typed(withRed), typed(withSly), {
      title: 'The quick red sly fox',
    }),
    merges(
      'a change of words that are gone is dropped, and accepted',
      patch((at) => at.set({ title: '0123456789' })),
      typed(toEager),
      { title: '0123456789' },
    ),
    merges(
      'a change of a text that is gone is dropped',
      patch((at) => at.unset(['title'])),
      typed(withJumps),
      {
        title: undefined,
      },
    ),
    merges(
      'what else the patch holds is not dropped with it',
      patch((at) => at.unset(['list[_key=="x"].words'])),
      patch((at) =>
        at.diffMatchPatch({ 'list[_key=="x"].words': withJumps, title: withJumps }).inc({ count: 1 }),
      ),
      { title: 'The quick fox jumps', count: 2, list: [{ _key: 'x' }, y] },
    ),
    merges(
      'a set of the whole text wins when it comes later',
      typed(withJumps),
      patch((at) => at.set({ title: 'New' })),
      { title: 'New' },
    ),
  ]);
});

describe('two editors in one array', () => {
  const removeX = patch((at) => at.unset(['list[_key=="x"]']));
  conformanceTable([
    merges(
      'both before one member: in the order of arrival',
      insert('before', 'y', 'a'),
      insert('before', 'y', 'b'),
      {
        list: [x, { _key: 'a' }, { _key: 'b' }, y],
      },
    ),
    merges(
      'both after one member: the later one first',
      insert('after', 'x', 'a'),
      insert('after', 'x', 'b'),
      {
        list: [x, { _key: 'b' }, { _key: 'a' }, y],
      },
    ),
    merges('before a member that is gone: nothing comes of it', removeX, insert('before', 'x', 'a'), {
      list: [y],
    }),
    merges('after a member that is gone: nothing comes of it', removeX, insert('after', 'x', 'a'), {
      list: [y],
    }),
    ...eitherWay('a member removed, and something after its neighbour', removeX, insert('after', 'y', 'a'), {
      list: [y, { _key: 'a' }],
    }),
    ...eitherWay(
      'a member removed, and words typed in it',
      removeX,
      typed(toEager, 'list[_key=="x"].words'),
      {
        list: [y],
      },
    ),
    merges(
      'set in a member that is gone',
      removeX,
      patch((at) => at.set({ 'list[_key=="x"].words': 'New' })),
      {
        list: [y],
      },
    ),
    merges('the same member removed twice', removeX, removeX, { list: [y] }),
    ...eitherWay(
      'a member removed, and words typed in its neighbour',
      removeX,
      typed(toBusy, 'list[_key=="y"].words'),
      {
        list: [{ ...y, words: 'The busy dog' }],
      },
    ),
  ]);
});

describe('two editors in one field', () => {
  const removed = patch((at) => at.unset(['count']));
  conformanceTable([
    ...eitherWay(
      'inc and dec add up',
      patch((at) => at.inc({ count: 5 })),
      patch((at) => at.dec({ count: 2 })),
      {
        count: 4,
      },
    ),
    merges(
      'inc of what is gone',
      removed,
      patch((at) => at.inc({ count: 1 })),
      { count: undefined },
    ),
    merges('unset twice', removed, removed, { count: undefined }),
    merges(
      'setIfMissing of both: the first stays',
      patch((at) => at.setIfMissing({ more: [] }).append('more', ['a'])),
      patch((at) => at.setIfMissing({ more: [] }).append('more', ['b'])),
      { more: ['a', 'b'] },
    ),
    merges(
      'set of both: the last stays',
      patch((at) => at.set({ count: 2 })),
      patch((at) => at.set({ count: 3 })),
      {
        count: 3,
      },
    ),
    ...eitherWay(
      'set of two fields',
      patch((at) => at.set({ count: 2 })),
      patch((at) => at.set({ seen: true })),
      {
        count: 2,
        seen: true,
      },
    ),
  ]);
});

describe('what the second editor is refused', () => {
  const increase = patch((at) => at.inc({ count: 1 }));
  const unlessThere = (count: number) => (client: SanityClient) =>
    client.createIfNotExists({ ...story, count });
  const remove: Write = (client) => client.delete('story');
  const writtenAs = (id: string) => (client: SanityClient) =>
    client
      .transaction()
      .transactionId(id)
      .patch('story', { inc: { count: 1 } })
      .commit();
  conformanceTable([
    refusesSecond(
      'a patch of a revision that is not the last',
      writtenAs('newer'),
      patch((at) => at.ifRevisionId('older').set({ count: 9 })),
      {
        type: 'documentRevisionIDDoesNotMatchError',
        id: 'story',
        description: 'Document "story" has unexpected revision ID ("newer"), expected "older"',
        currentRevisionID: 'newer',
        expectedRevisionID: 'older',
      },
    ),
    refusesSecond('a patch of a document that is gone', remove, increase, {
      type: 'documentNotFoundError',
      id: 'story',
      description: 'The document with the ID "story" was not found',
    }),
    refusesSecond('a document that is there already', increase, (client) => client.create(story), {
      type: 'documentAlreadyExistsError',
      id: 'story',
      description: 'Document by ID "story" already exists',
    }),
    {
      name: 'everything else in its transaction too',
      given: [story, { ...story, _id: 'other' }],
      call: async (client) => {
        const late = client
          .transaction()
          .delete('other')
          .patch('story', { inc: { count: 1 } });
        await bothWrite(client, remove, () => late.commit()).catch(() => null);
        return client.fetch('*[]._id');
      },
      answers: ['other'],
    },
    {
      name: 'but not a document that is gone already, nor one that is to be there anyway',
      given: [story],
      call: async (client) => {
        await bothWrite(client, remove, remove);
        await bothWrite(client, unlessThere(1), unlessThere(2));
        return client.fetch('*[]{_id, count}');
      },
      answers: [{ _id: 'story', count: 1 }],
    },
  ]);
});
