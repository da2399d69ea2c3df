import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refusal, startTestLake, type TestLake, tokens } from '../testing/test-lake.ts';

type Received = { headers: Record<string, unknown>; body: string; at: number };

/** A site of a few lines: keeps what it is sent, answers what it is told to. */
async function startReceiver(port = 0, answers: number[] = []) {
  const received: Received[] = [];
  let wake = () => {};
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body, at: Date.now() });
      response.writeHead(answers.shift() ?? 200).end();
      wake();
    });
  });
  await new Promise<void>((resolve) => server.listen(port, resolve));
  return {
    port: (server.address() as AddressInfo).port, // A TCP server's address is never a string or null.
    take: async (count: number) => {
      while (received.length < count) await new Promise<void>((resolve) => (wake = resolve));
      return received.splice(0, count);
    },
    pending: () => received.length,
    end: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

let lake: TestLake;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeEach(async () => {
  lake = await startTestLake();
  receiver = await startReceiver();
});
afterEach(async () => {
  await lake.end();
  await receiver.end();
});

function register(extra: object = {}, port = receiver.port) {
  const body = {
    type: 'document',
    name: 'site',
    url: `http://localhost:${port}/api/content-changed`,
    dataset: 'production',
    apiVersion: 'v2021-03-25',
    httpMethod: 'POST',
    rule: {
      on: ['create', 'update', 'delete'],
      filter: '_type == "article"',
      projection:
        '{_id, _type, "slug": coalesce(after().slug.current, before().slug.current), "old": before().slug.current, "op": delta::operation()}',
    },
    secret: 'a secret of some length',
    ...extra,
  };
  return lake
    .client({ apiVersion: '2021-10-04' })
    .request({ method: 'POST', url: '/hooks/projects/local', body });
}

const article = (slug: string) => ({ _id: 'a', _type: 'article', slug: { _type: 'slug', current: slug } });

test('every change of what the rule is about is sent, signed, within two seconds', async () => {
  const hook = await register();
  const client = lake.client();
  const startedAt = Date.now();
  await client.create({ _type: 'note' });
  await client.create({ ...article('draft'), _id: 'drafts.a' });
  const made = await client.create(article('one'));
  await client.patch('a').set({ 'slug.current': 'two' }).commit();
  await client.delete('a');
  const messages = await receiver.take(3);

  expect(messages.map(({ body }) => JSON.parse(body))).toEqual([
    { _id: 'a', _type: 'article', slug: 'one', old: null, op: 'create' },
    { _id: 'a', _type: 'article', slug: 'two', old: 'one', op: 'update' },
    { _id: 'a', _type: 'article', slug: 'two', old: 'two', op: 'delete' },
  ]);
  const [first] = messages;
  expect(first?.headers).toMatchObject({
    'sanity-transaction-id': made._rev,
    'sanity-dataset': 'production',
    'sanity-document-id': 'a',
    'sanity-project-id': 'local',
    'sanity-webhook-id': hook.id,
    'sanity-operation': 'create',
    'content-type': 'application/json',
  });
  for (const { headers, body, at } of messages) {
    const [, timestamp, signature] =
      /^t=(\d+),v1=(.+)$/.exec(String(headers['sanity-webhook-signature'])) ?? [];
    const expected = createHmac('sha256', 'a secret of some length')
      .update(`${timestamp}.${body}`)
      .digest('base64url');
    expect(signature).toBe(expected);
    expect(Math.abs(at - Number(timestamp))).toBeLessThan(5000);
    expect(at - startedAt).toBeLessThan(2000);
  }
  expect(new Set(messages.map(({ headers }) => headers['idempotency-key'])).size).toBe(3);
});

test('delta functions decide, and a hook that is off or gone sends nothing', async () => {
  const rule = {
    on: ['update'],
    filter: 'delta::changedAny(title) && before().title != "quiet"',
    projection: '',
  };
  const hook = await register({ rule });
  const client = lake.client();
  await client.create({ _id: 'x', _type: 'note', title: 'one', other: 1 });
  await client.patch('x').set({ other: 2 }).commit();
  await client.patch('x').set({ title: 'two' }).commit();
  const [message] = await receiver.take(1);
  expect(JSON.parse(message?.body ?? '')).toMatchObject({ _id: 'x', title: 'two', other: 2 });

  const admin = lake.client({ apiVersion: '2021-10-04' });
  const url = `/hooks/projects/local/${hook.id}`;
  await admin.request({ method: 'PATCH', url, body: { isDisabledByUser: true } });
  await client.patch('x').set({ title: 'three' }).commit();
  await admin.request({ method: 'PATCH', url, body: { isDisabledByUser: false } });
  await client.patch('x').set({ title: 'four' }).commit();
  const [next] = await receiver.take(1);
  expect(JSON.parse(next?.body ?? '')).toMatchObject({ title: 'four' });
  await admin.request({ method: 'DELETE', url });
  expect(await admin.request({ url: '/hooks/projects/local' })).toEqual([]);
});

test('a site that fails for a moment gets the message again, one that refuses it does not', async () => {
  await receiver.end();
  receiver = await startReceiver(0, [503, 200, 404, 200]);
  const hook = await register({ rule: { on: ['create'], filter: '', projection: '{_id}' } });
  await lake.client().create({ _id: 'a', _type: 'note' });
  const [failed, repeated] = await receiver.take(2);
  expect(repeated?.body).toBe(failed?.body);
  expect(repeated?.headers['idempotency-key']).toBe(failed?.headers['idempotency-key']);
  await lake.client().create({ _id: 'b', _type: 'note' });
  await lake.client().create({ _id: 'c', _type: 'note' });
  const rest = await receiver.take(2);
  expect(rest.map(({ body }) => JSON.parse(body)._id).sort()).toEqual(['b', 'c']);
  const get = (path: string) =>
    lake.client({ apiVersion: '2021-10-04' }).request({ url: `/hooks/projects/local/${path}` });
  await expect
    .poll(async () =>
      (await get(`${hook.id}/messages`)).map(({ status }: { status: string }) => status).sort(),
    )
    .toEqual(['failure', 'success', 'success']);
  const attempts: { id: string; isFailure: boolean; resultCode: number }[] = await get(`${hook.id}/attempts`);
  expect(attempts.map(({ resultCode }) => resultCode).sort()).toEqual([200, 200, 404, 503]);
  expect(attempts.every(({ isFailure, resultCode }) => isFailure === resultCode >= 400)).toBe(true);
  expect(await get(`attempts/${attempts[0]?.id}`)).toEqual(attempts[0]);
});

test('a message that could not be sent before the lake was stopped is sent after its restart', async () => {
  const { port } = receiver;
  await receiver.end();
  await register({ rule: { on: ['create'], filter: '', projection: '{_id}' } }, port);
  await lake.client().create({ _id: 'waiting', _type: 'note' });
  lake = await lake.restart();
  receiver = await startReceiver(port);
  const [message] = await receiver.take(1);
  expect(message?.body).toBe('{"_id":"waiting"}');
});

test('what was committed but not yet looked at when the lake died is sent after its restart', async () => {
  await register({
    rule: {
      on: ['create', 'update', 'delete'],
      filter: '',
      projection: '{"before": before().n, "after": after().n}',
    },
  });
  const client = lake.client();
  await client.create({ _id: 'x', _type: 'note', n: 1 });
  await client.patch('x').set({ n: 2 }).commit();
  await client.delete('x');
  await receiver.take(3);
  // As if it had been killed right after the first commit.
  lake.lake.database.exec('UPDATE hooks SET cursor = (SELECT min(seq) - 1 FROM transactions)');
  lake = await lake.restart();
  const bodies = (await receiver.take(3)).map(({ body }) => JSON.parse(body));
  expect(bodies.sort((a, b) => (a.before ?? 0) - (b.before ?? 0))).toEqual([
    { before: null, after: 1 },
    { before: 1, after: 2 },
    { before: 2, after: null },
  ]);
});

test('a receiver that never answers holds up nobody else', async () => {
  const asked: string[] = [];
  const silent = createServer((request) => asked.push(String(request.url)));
  await new Promise<void>((resolve) => silent.listen(0, resolve));
  const { port } = silent.address() as AddressInfo; // A TCP server's address is never a string or null.
  const rule = { on: ['create'], filter: '', projection: '{_id}' };
  await register({ name: 'dead', rule }, port);
  await register({ rule });
  for (let count = 0; count < 12; count++) await lake.client().create({ _id: `n${count}`, _type: 'note' });
  expect(await receiver.take(12)).toHaveLength(12);
  expect(asked.length).toBeLessThan(3);
  silent.close();
  silent.closeAllConnections();
});

test('what can never be sent is refused at once', async () => {
  const inUrl = { url: 'http://name:secret@localhost/' };
  for (const extra of [inUrl, { headers: { 'a b': 'c' } }, { headers: { name: 'line\nbreak' } }]) {
    expect(await refusal(register(extra))).toMatchObject({ status: 400 });
  }
});

test('only an administrator manages webhooks, and an unreadable rule is refused', async () => {
  const editor = lake.client({ apiVersion: '2021-10-04', token: tokens.editor });
  expect(await refusal(editor.request({ url: '/hooks/projects/local' }))).toMatchObject({ status: 403 });
  const rule = { on: ['create'], filter: '_type ==', projection: '' };
  expect(await refusal(register({ rule }))).toMatchObject({ status: 400 });
  expect(await refusal(register({ url: 'file:///etc/passwd' }))).toMatchObject({ status: 400 });
});
