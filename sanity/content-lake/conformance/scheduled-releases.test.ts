import type { SanityClient } from '@sanity/client';
import { afterAll, describe, expect } from 'vitest';
import { type Call, conformanceTable, endSharedLake } from './conformance.ts';

const text = expect.any(String);
const published = { _id: 'a', _type: 'note', title: 'Published' };
const version = { ...published, _id: 'versions.spring.a', title: 'In spring' };
const publishAt = '2999-01-01T00:00:00.000Z';
const later = '2999-06-01T00:00:00.000Z';
const given = [published, version, { ...published, _id: 'drafts.a', title: 'Draft' }];

afterAll(endSharedLake);

async function schedule(client: SanityClient): Promise<void> {
  await client.releases.create({ releaseId: 'spring', metadata: { releaseType: 'scheduled' } });
  await client.releases.schedule({ releaseId: 'spring', publishAt });
}
const versionOf = (id = 'a') => ({ releaseId: 'spring', publishedId: id });
const inSpring = (client: SanityClient) =>
  client.fetch('*[_id == "versions.spring.a"][0].title', {}, { perspective: 'raw' });

type Write = (client: SanityClient) => Promise<unknown>;

function onceScheduled(name: string, write: Write, outcome: Pick<Call, 'answers' | 'refuses'>): Call {
  const call = async (client: SanityClient) => {
    await schedule(client);
    return write(client);
  };
  return { name, given, call, ...outcome };
}

function refused(type: 'mutationError' | 'actionError', name: string, write: Write): Call {
  const id = expect.stringMatching(/^versions\.spring\.[ab]$/);
  const error = { type: 'documentLockedError', id, description: text };
  const details = { type, description: text, items: [{ error, index: expect.any(Number) }] };
  return onceScheduled(name, write, { refuses: { name: 'ClientError', status: 409, details } });
}

const allowed = (name: string, write: Write, answers: unknown) => onceScheduled(name, write, { answers });

describe('the documents of a scheduled release are locked', () => {
  conformanceTable([
    refused('mutationError', 'for a patch', (client) =>
      client.patch(version._id).set({ title: 'New' }).commit(),
    ),
    refused('mutationError', 'for a patch by query', (client) =>
      client.patch({ query: '*[title == "In spring"]' }).set({ title: 'New' }).commit(),
    ),
    refused('mutationError', 'for a replacement', (client) =>
      client.createOrReplace({ ...version, title: 'New' }),
    ),
    refused('mutationError', 'for a deletion', (client) => client.delete(version._id)),
    refused('mutationError', 'for one more document', (client) =>
      client.create({ ...version, _id: 'versions.spring.b' }),
    ),
    refused('actionError', 'for the edit of an editor', (client) =>
      client.action({
        actionType: 'sanity.action.document.edit',
        publishedId: 'a',
        draftId: version._id,
        patch: { set: { title: 'New' } },
      }),
    ),
    refused('actionError', 'for createVersion', (client) =>
      client.createVersion({ ...versionOf('b'), document: { _type: 'note' } }),
    ),
    refused('actionError', 'for replaceVersion', (client) => client.replaceVersion({ document: version })),
    refused('actionError', 'for discardVersion', (client) => client.discardVersion(versionOf())),
    refused('actionError', 'for unpublishVersion', (client) => client.unpublishVersion(versionOf())),
  ]);
});

describe('a scheduled release', () => {
  conformanceTable([
    allowed(
      'leaves the draft and the published document to their editors',
      async (client) => {
        await client.patch('drafts.a').set({ title: 'Draft, again' }).commit();
        await client.patch('a').set({ title: 'Published, again' }).commit();
        return inSpring(client);
      },
      'In spring',
    ),
    allowed(
      'is unlocked when it is unscheduled',
      async (client) => {
        await client.releases.unschedule({ releaseId: 'spring' });
        await client.patch(version._id).set({ title: 'New' }).commit();
        return inSpring(client);
      },
      'New',
    ),
    allowed(
      'is moved to another time as it is',
      async (client) => {
        await client.releases.schedule({ releaseId: 'spring', publishAt: later });
        return (await client.releases.get({ releaseId: 'spring' }))?.publishAt;
      },
      later,
    ),
    allowed(
      'is published before its time',
      async (client) => {
        await client.releases.publish({ releaseId: 'spring' });
        return [(await client.getDocument('a'))?.title, await inSpring(client)];
      },
      ['In spring', null],
    ),
    {
      name: 'holds what it will refer to',
      given: [
        published,
        { _id: 'section', _type: 'section' },
        {
          ...version,
          section: {
            _type: 'reference',
            _ref: 'section',
            _weak: true,
            _strengthenOnPublish: { type: 'section' },
          },
        },
      ],
      call: async (client) => {
        await schedule(client);
        return client.delete('section');
      },
      refuses: {
        status: 409,
        details: {
          items: [{ error: { type: 'documentHasReferencesError', referencingIDs: [version._id] } }],
        },
      },
    },
  ]);
});
