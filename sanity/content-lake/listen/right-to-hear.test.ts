import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

let lake: TestLake;
beforeEach(async () => {
  lake = await startTestLake();
});
afterEach(() => lake.end());

/** What a stream says until it ends from the other side; `welcomed` when it has begun. */
async function open(path: string, token?: string) {
  const abort = new AbortController();
  const response = await fetch(`${lake.url}/v2025-02-19/data/${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const readUntil = async (isEnough: (text: string) => boolean) => {
    while (!isEnough(text)) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      text += value;
    }
    return text;
  };
  await readUntil((said) => said.includes('event: welcome'));
  return { readUntil, toEnd: () => readUntil(() => false), leave: () => abort.abort() };
}

test('who listens to a public dataset without a token hears nothing once it is private', async () => {
  const stream = await open('listen/open?query=*&includeResult=true');
  const admin = lake.client({ dataset: 'open' });
  await admin.create({ _id: 'before', _type: 'note' });
  await stream.readUntil((said) => said.includes('"before"'));
  await admin.datasets.edit('open', { aclMode: 'private' });
  await admin.create({ _id: 'after', _type: 'note' });
  const said = await stream.toEnd();
  expect(said).not.toContain('"after"');
  expect(said).toContain('event: disconnect');
});

test.each(['listen/production?query=*', 'live/events/production?includeDrafts=true'])(
  'a token that is revoked ends its open stream %s',
  async (path) => {
    const { id, key } = await lake.client().request({
      method: 'POST',
      url: '/projects/local/tokens',
      body: { label: 'leaked', roleName: 'viewer' },
    });
    const [leaked, other] = [await open(path, key), await open(path, tokens.viewer)];
    await lake.client().request({ method: 'DELETE', url: `/projects/local/tokens/${id}` });
    const { transactionId } = await lake
      .client()
      .mutate([{ create: { _id: 'drafts.x', _type: 'note' } }], { returnDocuments: false });
    const said = await leaked.toEnd();
    expect(said).toContain('event: disconnect');
    expect(said).not.toContain(transactionId);
    expect(await other.readUntil((text) => text.includes(transactionId))).toContain(transactionId);
    other.leave();
  },
);

test('without a token the official client hears that something was published, also in a private dataset', async () => {
  const anonymous = lake.client({ token: '' });
  const tags: string[][] = [];
  const heard = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<void>();
  const subscription = anonymous.live.events().subscribe({
    next: (event) => {
      if (event.type === 'welcome') ready.resolve();
      if (event.type !== 'message') return;
      tags.push(event.tags);
      heard.resolve();
    },
    error: ready.reject,
  });
  await ready.promise;
  const query = '*[_type == "news"]';
  const known = await lake.client().fetch(query, {}, { filterResponse: false });
  await lake.client().create({ _id: 'drafts.silent', _type: 'news' });
  await lake
    .client()
    .transaction()
    .create({ _id: 'drafts.other', _type: 'quiet' })
    .create({ _type: 'news' })
    .commit();
  await heard.promise;
  subscription.unsubscribe();
  expect(tags).toHaveLength(1);
  expect(tags[0]).toContain(known.syncTags?.[0]);
  const quiet = await lake.client().fetch('*[_type == "quiet"]', {}, { filterResponse: false });
  expect(tags[0]).not.toContain(quiet.syncTags?.[0]);
  const guessed = await anonymous.fetch(query, {}, { filterResponse: false });
  expect(tags[0]).not.toContain(guessed.syncTags?.[0]);
});

test('answers keep their tags over a restart, and another folder has its own', async () => {
  const tagsOf = async (of: TestLake) =>
    (await of.client().fetch('*[_type == "news"]', {}, { filterResponse: false })).syncTags;
  const before = await tagsOf(lake);
  lake = await lake.restart();
  expect(await tagsOf(lake)).toEqual(before);
  const another = await startTestLake();
  expect(await tagsOf(another)).not.toEqual(before);
  await another.end();
});

test('one member of the presence room cannot make everybody pay for his subscriptions', async () => {
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/production`);
  await new Promise((resolve) => socket.once('open', resolve));
  const call = (method: string, params: object) =>
    new Promise<{ error?: object }>((resolve) => {
      socket.once('message', (data) => resolve(JSON.parse(String(data))));
      socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
    });
  await call('authorization', { authorization: `Bearer ${tokens.viewer}` });
  for (let count = 0; count < 20; count++)
    expect(await call('presence_subscribe', {})).not.toHaveProperty('error');
  expect(await call('presence_subscribe', {})).toHaveProperty('error');
  socket.close();
});
