import type { Action, SanityClient } from '@sanity/client';
import { afterAll, describe, expect } from 'vitest';
import { type Call, conformanceTable, endSharedLake, springRelease as release } from './conformance.ts';

const text = expect.any(String);
const published = { _id: 'a', _type: 'note', title: 'Published' };
const draft = { ...published, _id: 'drafts.a', title: 'Draft' };
const version = { ...published, _id: 'versions.spring.a', title: 'In spring' };
const pair = { publishedId: 'a', draftId: 'drafts.a' } as const;

afterAll(endSharedLake);

const documents = (client: SanityClient) =>
  client.fetch('*[!(_type match "system.*")]{_id, title} | order(_id)', {}, { perspective: 'raw' });
const releaseNow = (client: SanityClient) => client.releases.get({ releaseId: 'spring' });

/** An action, and the documents that are there after it. */
function leaves(name: string, given: Call['given'], actions: Action | Action[], answers: unknown): Call {
  const call = async (client: SanityClient) => {
    await client.action(actions);
    return documents(client);
  };
  return { name, ...(given ? { given } : {}), call, answers };
}

function refused(name: string, given: Call['given'], action: Action, details: object): Call {
  const refuses = { status: 409, details: { type: 'actionError', items: [{ error: details }] } };
  return { name, ...(given ? { given } : {}), call: (client) => client.action(action), refuses };
}

describe('document actions', () => {
  conformanceTable([
    leaves(
      'create',
      undefined,
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: draft,
        ifExists: 'fail',
      },
      [{ _id: 'drafts.a', title: 'Draft' }],
    ),
    refused(
      'create of a draft that is there',
      [draft],
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'a',
        attributes: draft,
        ifExists: 'fail',
      },
      { type: 'documentAlreadyExistsError', id: 'drafts.a' },
    ),
    leaves(
      'edit begins a draft from what is published',
      [published],
      { actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'Edited' } } },
      [
        { _id: 'a', title: 'Published' },
        { _id: 'drafts.a', title: 'Edited' },
      ],
    ),
    leaves(
      'replaceDraft',
      [draft],
      {
        actionType: 'sanity.action.document.replaceDraft',
        publishedId: 'a',
        attributes: { ...draft, title: 'Replaced' },
      },
      [{ _id: 'drafts.a', title: 'Replaced' }],
    ),
    leaves('publish', [published, draft], { actionType: 'sanity.action.document.publish', ...pair }, [
      { _id: 'a', title: 'Draft' },
    ]),
    refused(
      'publish for another revision than the published one',
      [published, draft],
      { actionType: 'sanity.action.document.publish', ...pair, ifPublishedRevisionId: 'another' },
      { type: 'documentRevisionIDDoesNotMatchError', id: 'a' },
    ),
    refused(
      'publish without a draft',
      [published],
      { actionType: 'sanity.action.document.publish', ...pair },
      { type: 'documentNotFoundError', id: 'drafts.a' },
    ),
    leaves('unpublish', [published], { actionType: 'sanity.action.document.unpublish', ...pair }, [
      { _id: 'drafts.a', title: 'Published' },
    ]),
    leaves(
      'discard',
      [published, draft],
      { actionType: 'sanity.action.document.discard', draftId: 'drafts.a' },
      [{ _id: 'a', title: 'Published' }],
    ),
    leaves(
      'delete with its drafts',
      [published, draft],
      { actionType: 'sanity.action.document.delete', publishedId: 'a', includeDrafts: ['drafts.a'] },
      [],
    ),
    leaves(
      'several in one transaction',
      [published],
      [
        { actionType: 'sanity.action.document.edit', ...pair, patch: { set: { title: 'Two' } } },
        { actionType: 'sanity.action.document.publish', ...pair },
      ],
      [{ _id: 'a', title: 'Two' }],
    ),
    {
      name: 'transactionId and dryRun',
      given: [published, draft],
      call: async (client) => [
        await client.action(
          { actionType: 'sanity.action.document.publish', ...pair },
          { transactionId: 'of-our-own', dryRun: true },
        ),
        await documents(client),
      ],
      answers: [
        { transactionId: 'of-our-own' },
        [
          { _id: 'a', title: 'Published' },
          { _id: 'drafts.a', title: 'Draft' },
        ],
      ],
    },
  ]);
});

describe('versions', () => {
  conformanceTable([
    {
      name: 'createVersion from a document',
      given: [published, release],
      call: async (client) => {
        await client.createVersion({
          document: { _type: 'note', title: 'New' },
          releaseId: 'spring',
          publishedId: 'a',
        });
        return documents(client);
      },
      answers: [
        { _id: 'a', title: 'Published' },
        { _id: 'versions.spring.a', title: 'New' },
      ],
    },
    {
      name: 'createVersion from what is published',
      given: [published, release],
      call: async (client) => {
        await client.createVersion({ baseId: 'a', releaseId: 'spring', publishedId: 'a' });
        return documents(client);
      },
      answers: [
        { _id: 'a', title: 'Published' },
        { _id: 'versions.spring.a', title: 'Published' },
      ],
    },
    {
      name: 'replaceVersion',
      given: [release, version],
      call: async (client) => {
        await client.replaceVersion({ document: { ...version, title: 'Replaced' } });
        return documents(client);
      },
      answers: [{ _id: 'versions.spring.a', title: 'Replaced' }],
    },
    {
      name: 'discardVersion',
      given: [release, version],
      call: async (client) => {
        await client.discardVersion({ releaseId: 'spring', publishedId: 'a' });
        return documents(client);
      },
      answers: [],
    },
    {
      name: 'unpublishVersion unpublishes with the release',
      given: [published, release],
      call: async (client) => {
        await client.unpublishVersion({ releaseId: 'spring', publishedId: 'a' });
        const before = await documents(client);
        await client.releases.publish({ releaseId: 'spring' });
        return [before.length, await documents(client)];
      },
      answers: [2, []],
    },
  ]);
});

const aRelease = (fields: object) => expect.objectContaining({ _id: '_.releases.spring', ...fields });
const inState = (
  name: string,
  state: string,
  act: (client: SanityClient) => Promise<unknown>,
  answers: unknown,
): Call => ({
  name,
  given: [published, version, { ...release, state }],
  call: async (client) => {
    await act(client);
    return [await releaseNow(client), await documents(client)];
  },
  answers,
});
const unchanged = [
  { _id: 'a', title: 'Published' },
  { _id: 'versions.spring.a', title: 'In spring' },
];
const publishAt = '2999-01-01T00:00:00.000Z';

describe('client.releases', () => {
  conformanceTable([
    {
      name: 'create',
      call: async (client) => [
        await client.releases.create({
          releaseId: 'spring',
          metadata: { title: 'Spring', releaseType: 'asap' },
        }),
        await releaseNow(client),
      ],
      answers: [
        { transactionId: text, releaseId: 'spring', metadata: { title: 'Spring', releaseType: 'asap' } },
        aRelease({
          _type: 'system.release',
          name: 'spring',
          state: 'active',
          metadata: { title: 'Spring', releaseType: 'asap' },
        }),
      ],
    },
    {
      name: 'create without a name makes one',
      call: (client) => client.releases.create({}),
      answers: { transactionId: text, releaseId: text, metadata: { releaseType: 'undecided' } },
    },
    inState(
      'edit',
      'active',
      (client) => client.releases.edit({ releaseId: 'spring', patch: { set: { 'metadata.title': 'S' } } }),
      [aRelease({ metadata: { releaseType: 'asap', title: 'S' } }), unchanged],
    ),
    inState('schedule', 'active', (client) => client.releases.schedule({ releaseId: 'spring', publishAt }), [
      aRelease({ state: 'scheduled', publishAt }),
      unchanged,
    ]),
    inState(
      'unschedule',
      'active',
      async (client) => {
        await client.releases.schedule({ releaseId: 'spring', publishAt });
        await client.releases.unschedule({ releaseId: 'spring' });
      },
      [expect.not.objectContaining({ publishAt: text }), unchanged],
    ),
    inState('publish', 'active', (client) => client.releases.publish({ releaseId: 'spring' }), [
      aRelease({
        state: 'published',
        publishedAt: text,
        finalDocumentStates: [{ _key: text, id: 'versions.spring.a' }],
      }),
      [{ _id: 'a', title: 'In spring' }],
    ]),
    inState('archive', 'active', (client) => client.releases.archive({ releaseId: 'spring' }), [
      aRelease({ state: 'archived', finalDocumentStates: [{ _key: text, id: 'versions.spring.a' }] }),
      [{ _id: 'a', title: 'Published' }],
    ]),
    inState(
      'unarchive brings the documents back',
      'active',
      async (client) => {
        await client.releases.archive({ releaseId: 'spring' });
        await client.releases.unarchive({ releaseId: 'spring' });
      },
      [aRelease({ state: 'active' }), unchanged],
    ),
    inState('delete', 'archived', (client) => client.releases.delete({ releaseId: 'spring' }), [
      undefined,
      [{ _id: 'a', title: 'Published' }],
    ]),
    {
      name: 'import brings a release as it was elsewhere',
      call: async (client) => {
        await client.action({
          actionType: 'sanity.action.release.import',
          releaseId: 'spring',
          attributes: { ...release, state: 'archived' },
          ifExists: 'fail',
        });
        return releaseNow(client);
      },
      answers: aRelease({ _type: 'system.release', state: 'archived', metadata: release.metadata }),
    },
    {
      name: 'fetchDocuments',
      given: [release, version, published],
      call: async (client) =>
        (
          await client.withConfig({ perspective: 'raw' }).releases.fetchDocuments({ releaseId: 'spring' })
        ).result.map(({ _id }) => _id),
      answers: ['versions.spring.a'],
    },
    refused(
      'delete of an active release',
      [release],
      { actionType: 'sanity.action.release.delete', releaseId: 'spring' },
      { type: 'invalidReleaseStateError', id: release._id },
    ),
    refused(
      'publish of an archived release',
      [{ ...release, state: 'archived' }],
      { actionType: 'sanity.action.release.publish', releaseId: 'spring' },
      { type: 'invalidReleaseStateError', id: release._id },
    ),
  ]);
});
