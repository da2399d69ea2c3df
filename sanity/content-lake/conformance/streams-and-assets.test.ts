import type { SanityClient } from '@sanity/client';
import sharp from 'sharp';
import { afterAll, describe, expect } from 'vitest';
import { type Call, conformanceTable, endSharedLake } from './conformance.ts';

const text = expect.any(String);
const note = { _id: 'note', _type: 'note', n: 1 };
afterAll(endSharedLake);

type Stream<Event> = {
  subscribe: (observer: { next: (event: Event) => void; error: (reason: unknown) => void }) => {
    unsubscribe: () => void;
  };
};

/** The first events of a stream; `act` begins when the first of them has come. */
function hear<Event>(stream: Stream<Event>, count: number, act: () => Promise<unknown>): Promise<Event[]> {
  return new Promise((resolve, reject) => {
    const heard: Event[] = [];
    const subscription = stream.subscribe({
      next: (event) => {
        heard.push(event);
        if (heard.length === 1) act().catch(reject);
        if (heard.length < count) return;
        subscription.unsubscribe();
        resolve(heard);
      },
      error: reject,
    });
  });
}

const nothing = () => Promise.resolve();

const events = ['welcome', 'mutation'] as const;
const patchNote = (client: SanityClient) => client.patch('note').set({ n: 2 }).commit();
const mutation = {
  type: 'mutation',
  eventId: expect.stringContaining('#note'),
  documentId: 'note',
  transactionId: text,
  transition: 'update',
  identity: text,
  timestamp: text,
  visibility: 'query',
  transactionTotalEvents: 1,
  transactionCurrentEvent: 1,
  previousRev: text,
  resultRev: text,
};

const listens = (
  name: string,
  options: Parameters<SanityClient['listen']>[2],
  answers: object,
  query = '*[_type == $type]',
): Call => ({
  name,
  given: [note],
  call: async (client) => {
    const stream: Stream<{ type: string }> = client.listen(
      query,
      { type: 'note' },
      { visibility: 'query', ...options, events: [...events] },
    );
    const [greeting, event] = await hear(stream, 2, () => patchNote(client));
    return [greeting?.type, event];
  },
  answers: ['welcome', answers],
});

describe('client.listen', () => {
  conformanceTable([
    listens(
      'with the result and the mutations',
      {},
      {
        ...mutation,
        mutations: [{ patch: { id: 'note', set: { n: 2 } } }],
        result: expect.objectContaining({ _id: 'note', n: 2 }),
      },
    ),
    listens(
      'with what was before and what it did, without the mutations and the result',
      {
        includeResult: false,
        includeMutations: false,
        includePreviousRevision: true,
        effectFormat: 'mendoza',
      },
      {
        ...mutation,
        previous: expect.objectContaining({ _id: 'note', n: 1 }),
        effects: { apply: expect.any(Array), revert: expect.any(Array) },
      },
    ),
    {
      name: 'a document that stops matching disappears',
      given: [note],
      call: async (client) => {
        const stream: Stream<{ type: string; transition?: string }> = client.listen(
          '*[n == 1]',
          {},
          { events: [...events] },
        );
        const [, event] = await hear(stream, 2, () => patchNote(client));
        return event?.transition;
      },
      answers: 'disappear',
    },
    {
      name: 'versions are told of only on demand',
      call: async (client) => {
        const options = { includeAllVersions: true, events: [...events] };
        const stream: Stream<{ type: string; documentId?: string }> = client.listen('*', {}, options);
        const [, event] = await hear(stream, 2, () =>
          client.create({ _id: 'versions.spring.note', _type: 'note' }),
        );
        return event?.documentId;
      },
      answers: 'versions.spring.note',
    },
    {
      name: 'a query that cannot be read',
      call: (client) => hear(client.listen('*['), 1, nothing),
      refuses: { name: 'ConnectionFailedError' },
    },
    {
      name: 'nobody listens to a private dataset',
      call: (_, { anonymous }) => hear(anonymous.listen('*'), 1, nothing),
      refuses: { name: 'ConnectionFailedError' },
    },
    {
      name: 'of a public dataset anybody hears what is published, and only that',
      given: [note],
      call: async (client, { anonymous }) => {
        await client.datasets.edit(client.config().dataset ?? '', { aclMode: 'public' });
        const stream: Stream<{ type: string; documentId?: string }> = anonymous.listen(
          '*',
          {},
          { events: [...events] },
        );
        const [, event] = await hear(stream, 2, async () => {
          await client.create({ _id: 'drafts.note', _type: 'note' });
          await patchNote(client);
        });
        return event?.documentId;
      },
      answers: 'note',
    },
    {
      name: 'whoever listens to a dataset that is deleted is told to leave',
      call: (client) =>
        hear(client.listen('*', {}, { events: ['welcome'] }), 2, () =>
          client.datasets.delete(client.config().dataset ?? ''),
        ),
      refuses: { name: 'DisconnectError' },
    },
  ]);
});

describe('client.live.events', () => {
  conformanceTable([
    {
      name: 'tell the tags of what changed, drafts on demand',
      given: [note],
      call: async (client) => {
        const { syncTags = [] } = await client.fetch('*[_type == "note"]', {}, { filterResponse: false });
        const stream: Stream<{ type: string; tags?: string[] }> = client.live.events({
          includeDrafts: true,
        });
        const [greeting, message] = await hear(stream, 2, () =>
          client.create({ _id: 'drafts.note', _type: 'note' }),
        );
        return [greeting?.type, message?.type, syncTags.every((tag) => message?.tags?.includes(tag))];
      },
      answers: ['welcome', 'message', true],
    },
  ]);
});

const picture = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#c00' } })
    .png()
    .toBuffer();
const asset = {
  _id: text,
  _rev: text,
  _createdAt: text,
  _updatedAt: text,
  uploadId: text,
  size: expect.any(Number),
};

describe('client.assets', () => {
  conformanceTable([
    {
      name: 'upload of an image, with everything that can be said of it',
      call: async (client) =>
        client.assets.upload('image', await picture(), {
          filename: 'red.png',
          label: 'a label',
          title: 'A title',
          description: 'Words',
          creditLine: 'Ana',
          source: { id: 's1', name: 'archive', url: 'https://archive.example/s1' },
        }),
      answers: {
        ...asset,
        _id: expect.stringMatching(/^image-[a-f0-9]{40}-40x20-png$/),
        _type: 'sanity.imageAsset',
        assetId: text,
        sha1hash: text,
        path: expect.stringMatching(/^images\/local\/row-\d+\/[a-f0-9]{40}-40x20\.png$/),
        url: expect.stringMatching(/^http:\/\/localhost:\d+\/images\//),
        extension: 'png',
        mimeType: 'image/png',
        originalFilename: 'red.png',
        label: 'a label',
        title: 'A title',
        description: 'Words',
        creditLine: 'Ana',
        source: {
          _type: 'sanity.assetSourceData',
          id: 's1',
          name: 'archive',
          url: 'https://archive.example/s1',
        },
        metadata: expect.objectContaining({
          dimensions: { _type: 'sanity.imageDimensions', width: 40, height: 20, aspectRatio: 2 },
          hasAlpha: false,
          isOpaque: true,
          lqip: expect.stringMatching(/^data:image\//),
          palette: expect.objectContaining({ _type: 'sanity.imagePalette' }),
        }),
      },
    },
    {
      name: 'extract names what is worked out',
      call: async (client) => {
        const { metadata } = await client.assets.upload('image', await picture(), { extract: ['lqip'] });
        return ['lqip', 'palette', 'dimensions'].map((key) => key in metadata);
      },
      answers: [true, false, true],
    },
    {
      name: 'the same bytes are one asset',
      call: async (client) => {
        const first = await client.assets.upload('image', await picture());
        const second = await client.assets.upload('image', await picture());
        return [first._id === second._id, await client.fetch('count(*[_type == "sanity.imageAsset"])')];
      },
      answers: [true, 1],
    },
    {
      name: 'upload of a file',
      call: (client) =>
        client.assets.upload('file', Buffer.from('plain words'), {
          filename: 'words.txt',
          contentType: 'text/plain',
        }),
      answers: {
        ...asset,
        _id: expect.stringMatching(/^file-[a-f0-9]{40}-txt$/),
        _type: 'sanity.fileAsset',
        assetId: text,
        sha1hash: text,
        path: text,
        url: text,
        extension: 'txt',
        mimeType: 'text/plain',
        originalFilename: 'words.txt',
      },
    },
    {
      name: 'what is no image is refused as one',
      call: (client) => client.assets.upload('image', Buffer.from('plain words')),
      refuses: { status: 400, body: { error: 'Bad Request' } },
    },
    {
      name: 'an asset that is deleted is served no longer',
      call: async (client) => {
        const { _id, url } = await client.assets.upload('image', await picture());
        const before = (await fetch(url)).status;
        await client.delete(_id);
        const transformed = (await fetch(`${url}?w=10`)).status;
        return [before, (await fetch(url)).status, transformed];
      },
      answers: [200, 404, 404],
    },
    {
      name: 'a viewer does not upload',
      call: async (_, { viewer }) => viewer.assets.upload('image', await picture()),
      refuses: { status: 403 },
    },
  ]);
});
