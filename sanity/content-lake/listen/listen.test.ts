import type { MutationEvent } from '@sanity/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { isDocument, isRecord, type JsonRecord } from '../dataset/document.ts';
import { applyEffect } from '../mutate/mendoza-patch.ts';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
beforeAll(async () => {
  lake = await startTestLake();
});
afterAll(() => lake.end());

type Waiting<Item> = { take: (count: number) => Promise<Item[]>; push: (item: Item) => void };

/** Collects what arrives; `take` waits until so much has. */
function inbox<Item>(): Waiting<Item> {
  const items: Item[] = [];
  let wake = () => {};
  return {
    push: (item) => {
      items.push(item);
      wake();
    },
    take: async (count) => {
      while (items.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return items.splice(0, count);
    },
  };
}

async function listen(query: string, params: object = {}) {
  const received = inbox<MutationEvent>();
  const ready = Promise.withResolvers<void>();
  const subscription = lake
    .client()
    .listen(
      query,
      { ...params },
      {
        events: ['welcome', 'mutation'],
        effectFormat: 'mendoza',
        includeResult: true,
        includeAllVersions: true,
      },
    )
    .subscribe((event) => {
      if (event.type === 'welcome') ready.resolve();
      if (event.type === 'mutation') received.push(event);
    });
  await ready.promise;
  return { received, stop: () => subscription.unsubscribe() };
}

test('a pair listener can follow a document through create, edit, publish and discard', async () => {
  const { received, stop } = await listen('*[_id in $ids]', { ids: ['p', 'drafts.p'] });
  const client = lake.client();
  const pair = { publishedId: 'p', draftId: 'drafts.p' } as const;
  const attributes = { _id: 'drafts.p', _type: 'article', title: 'One', body: [{ _key: 'x', text: 'a' }] };
  await client.action({
    actionType: 'sanity.action.document.create',
    publishedId: 'p',
    attributes,
    ifExists: 'fail',
  });
  await client.action({
    actionType: 'sanity.action.document.edit',
    ...pair,
    patch: { set: { title: 'Two' } },
  });
  await client.action({ actionType: 'sanity.action.document.edit', ...pair, patch: { unset: ['title'] } });
  await client.action({ actionType: 'sanity.action.document.publish', ...pair });
  await client.action({
    actionType: 'sanity.action.document.edit',
    ...pair,
    patch: { set: { title: 'Three' } },
  });
  await client.create({ _id: 'unrelated', _type: 'article' });
  await client.action({ actionType: 'sanity.action.document.version.discard', versionId: 'drafts.p' });

  const events = await received.take(7);
  stop();
  expect(events.map((event) => [event.documentId, event.transition])).toEqual([
    ['drafts.p', 'appear'],
    ['drafts.p', 'update'],
    ['drafts.p', 'update'],
    ['p', 'appear'],
    ['drafts.p', 'disappear'],
    ['drafts.p', 'appear'],
    ['drafts.p', 'disappear'],
  ]);
  expect(events.map((event) => [event.transactionCurrentEvent, event.transactionTotalEvents])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 2],
    [2, 2],
    [1, 1],
    [1, 1],
  ]);
  // Revisions chain, and following the effects leads to what the lake has.
  const state = new Map<string, JsonRecord | null>();
  for (const event of events) {
    const current = state.get(event.documentId) ?? null;
    expect(event.previousRev).toBe(current?._rev);
    expect(event.resultRev).toBe(event.transactionId);
    const next = applyEffect(isDocument(current) ? current : null, event.effects?.apply ?? []);
    state.set(event.documentId, isRecord(next) ? { ...next, _rev: event.resultRev } : null);
  }
  expect(state.get('drafts.p')).toBeNull();
  expect(state.get('p')).toEqual(await client.getDocument('p'));
});

test('a document that leaves the filter disappears for its listener', async () => {
  const { received, stop } = await listen('*[_type == "note" && state == "open"]');
  await lake.client().create({ _id: 'n', _type: 'note', state: 'open' });
  await lake.client().patch('n').set({ state: 'closed' }).commit();
  const events = await received.take(2);
  stop();
  expect(events.map((event) => event.transition)).toEqual(['appear', 'disappear']);
  expect(events[1]).toMatchObject({ resultRev: events[1]?.transactionId });
});

test('a listener that was away for a moment gets what it missed, one from another time starts anew', async () => {
  const first = await lake.client().create({ _id: 'r1', _type: 'note' });
  const second = await lake.client().create({ _id: 'r2', _type: 'note' });
  const read = async (lastEventId: string) => {
    const query = `${lake.url}/v2025-02-19/data/listen/production?query=${encodeURIComponent('*')}&enableResume=true`;
    const abort = new AbortController();
    const response = await fetch(query, {
      headers: { authorization: `Bearer ${tokens.viewer}`, 'last-event-id': lastEventId },
      signal: abort.signal,
    });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes(second._rev) || text.includes('event: reset')) break;
    }
    abort.abort();
    return text;
  };
  const resumed = await read(`${first._rev}#r1`);
  expect(resumed).toContain('event: welcomeback');
  expect(resumed).toContain('"documentId":"r2"');
  expect(resumed).not.toContain('"documentId":"r1"');
  expect(await read('unknown#r1')).toContain('event: reset');
});

test('a filter that would take minutes holds up nobody, and its stream ends with an error', async () => {
  const filter = '*[count(a[count(^.a[count(^.^.a[n < 0]) > 0]) > 0]) > 0]';
  const stream = await fetch(`${lake.url}/v1/data/listen/open?query=${encodeURIComponent(filter)}`);
  const a = Array.from({ length: 150 }, (_, n) => ({ _key: String(n), n }));
  const startedAt = performance.now();
  await lake.client({ dataset: 'open' }).create({ _type: 'note', a });
  for (let count = 0; count < 5; count++) await lake.client().fetch('*[0]');
  expect(performance.now() - startedAt).toBeLessThan(4000);
  expect(await stream.text()).toContain('event: channelError');
}, 15_000);

test('a filter over lists lets through what a query does, references included', async () => {
  await lake.client().createIfNotExists({ _id: 'author', _type: 'person', name: 'Ana' });
  const { received, stop } = await listen('*[_type == "piece" && count(by[@->name == $name]) > 0]', {
    name: 'Ana',
  });
  const by = [{ _key: 'a', _type: 'reference', _ref: 'author' }];
  await lake.client().create({ _id: 'unsigned', _type: 'piece', by: [] });
  await lake.client().create({ _id: 'signed', _type: 'piece', by });
  await lake.client().patch('signed').set({ by: [] }).commit();
  const events = await received.take(2);
  stop();
  expect(events.map(({ documentId, transition }) => [documentId, transition])).toEqual([
    ['signed', 'appear'],
    ['signed', 'disappear'],
  ]);
});

async function openSocket() {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/event-streams`);
  const frames = inbox<JsonRecord>();
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, frames, send: (frame: object) => socket.send(JSON.stringify(frame)) };
}

test('many streams come over one WebSocket, and each can be closed', async () => {
  const { socket, frames, send } = await openSocket();
  const authorization = `Bearer ${tokens.viewer}`;
  const path = (query: string) => `/v2025-02-19/data/listen/production?query=${encodeURIComponent(query)}`;
  for (let id = 1; id <= 12; id++) send({ open: id, path: path('*[_type == "wire"]'), authorization });
  send({ open: 'live', path: '/v2025-02-19/data/live/events/production?includeDrafts=true', authorization });
  const opened = await frames.take(26);
  expect(opened.filter((frame) => frame.status === 200)).toHaveLength(13);
  expect(opened.filter((frame) => String(frame.data).startsWith('event: welcome'))).toHaveLength(13);

  send({ close: 3 });
  send({ open: 'after', path: path('*'), authorization });
  await frames.take(2);
  await lake.client().create({ _type: 'wire' });
  const told = await frames.take(13);
  expect(told.map((frame) => frame.id).sort()).toEqual(
    [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 'live', 'after'].sort(),
  );
  socket.close();
});

test('a stream over the WebSocket is refused like one over HTTP', async () => {
  const { socket, frames, send } = await openSocket();
  send({ open: 1, path: '/v1/data/listen/production?query=*' });
  send({ open: 2, path: '/v1/data/listen/nowhere?query=*', authorization: `Bearer ${tokens.viewer}` });
  send({ open: 3, path: '/v1/users/me', authorization: `Bearer ${tokens.viewer}` });
  send({ open: 4, path: '/v1/data/listen/production?query=*[', authorization: `Bearer ${tokens.viewer}` });
  const answers = await frames.take(4);
  expect(answers.map(({ id, status }) => [id, status]).sort()).toEqual([
    [1, 401],
    [2, 404],
    [3, 404],
    [4, 400],
  ]);
  socket.close();
});

test('a WebSocket from a foreign page is turned away', async () => {
  const url = `${lake.url.replace('http', 'ws')}/v1/event-streams`;
  const socket = new WebSocket(url, { origin: 'https://evil.example' });
  const error = await new Promise<Error>((resolve) => socket.once('error', resolve));
  expect(error.message).toContain('404');
});

test('live events name the tags that the answers to queries carry', async () => {
  const client = lake.client();
  const { syncTags } = await client.fetch('*[_type == "tagged"]', {}, { filterResponse: false });
  const received = inbox<{ tags: string[] }>();
  const ready = Promise.withResolvers<void>();
  const subscription = client.live.events({ includeDrafts: true }).subscribe((event) => {
    if (event.type === 'welcome') ready.resolve();
    if (event.type === 'message') received.push(event);
  });
  await ready.promise;
  await client.create({ _type: 'other' });
  await client.create({ _type: 'tagged' });
  const [other, tagged] = await received.take(2);
  subscription.unsubscribe();
  expect(syncTags).toHaveLength(1);
  expect(other?.tags).not.toContain(syncTags?.[0]);
  expect(tagged?.tags).toContain(syncTags?.[0]);
});

test('two editors see each other, and that one left', async () => {
  const enter = async (token: string) => {
    const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v2022-06-30/socket/production?tag=x`);
    const received = inbox<JsonRecord>();
    socket.on('message', (data) => received.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    const call = (id: string, method: string, params: object) =>
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    call('1', 'authorization', { authorization: `Bearer ${token}` });
    await received.take(1);
    return { socket, received, call };
  };
  const watching = await enter(tokens.editor);
  watching.call('2', 'presence_subscribe', {});
  const [{ result: subscription } = { result: '' }] = await watching.received.take(1);
  const writing = await enter(tokens.administrator);
  writing.call('2', 'presence_announce', { data: { sessionId: 's', locations: [{ documentId: 'p' }] } });
  const [state] = await watching.received.take(1);
  expect(state).toMatchObject({
    method: 'presence_subscription',
    params: {
      subscription,
      result: {
        type: 'state',
        i: expect.any(String),
        m: { sessionId: 's', locations: [{ documentId: 'p' }] },
      },
    },
  });
  writing.socket.close();
  const [left] = await watching.received.take(1);
  expect(left).toMatchObject({ params: { result: { type: 'disconnect', m: { session: 's' } } } });
  watching.socket.close();
});
