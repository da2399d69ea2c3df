import { createHmac } from 'node:crypto';
import type { APIRequestContext } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { dailyList, secretOf, test, weeklyList } from './fixtures/newsletter-reader.ts';
import { expect } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(404, 410) });

const oneClick = { 'List-Unsubscribe': 'One-Click' };
const elsewhere = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
const subscribed = { state: 'confirmed', language: 'en', lists: [dailyList.id, weeklyList.id] };

test('one click of a mail program unsubscribes: from anywhere, without cookie or redirect, and twice', async ({
  request,
  reader,
}) => {
  for (const body of [{ form: oneClick }, { multipart: oneClick }, { form: oneClick }]) {
    const answer = await request.post(`/api/unsubscribe?token=${reader.token}`, {
      ...{ headers: elsewhere, maxRedirects: 0, ...body },
    });
    expect(answer.status()).toBe(200);
    expect(answer.headers()['set-cookie']).toBeUndefined();
    expect(answer.headers()['cache-control']).toContain('no-store');
  }
  expect(await reader.state()).toMatchObject({ state: 'unsubscribed' });
  expect(await reader.leavings()).toHaveLength(1);
});

test('an account that is gone has what it wanted; a forged token is told so', async ({ request, reader }) => {
  await reader.erase();
  const press = (token: string) => request.post(`/api/unsubscribe?token=${token}`, { form: oneClick });
  expect((await press(reader.token)).status()).toBe(200);
  expect((await press(`${reader.token.slice(0, -2)}AA`)).status()).toBe(404);
  expect((await press('')).status()).toBe(404);
});

test('nothing is left by a body that is no one-click, or by another site’s form', async ({
  request,
  reader,
}) => {
  const url = `/api/unsubscribe?token=${reader.token}`;
  const post = async (options: Parameters<typeof request.post>[1]) =>
    (await request.post(url, { maxRedirects: 0, ...options })).status();
  const body = { token: reader.token, language: 'en' };
  expect(await post({ headers: elsewhere, form: body })).toBe(403);
  expect(await post({ headers: elsewhere, form: { 'List-Unsubscribe': 'No' } })).toBe(403);
  expect(await post({ headers: elsewhere })).toBe(403);
  expect(await post({ headers: { 'content-type': 'text/plain' }, data: 'List-Unsubscribe=One-Click' })).toBe(
    415,
  );
  expect(await post({ data: { token: 'x' } })).toBe(404);
  expect(await post({ form: { ...body, only: 'x'.repeat(200) } })).toBe(400);
  for (const method of ['PUT', 'PATCH', 'DELETE'])
    expect((await request.fetch(url, { method, form: oneClick })).status()).toBe(405);
  expect(await reader.state()).toEqual(subscribed);
});

test('scanners that open the links, run their scripts and wait change nothing', async ({
  request,
  freshReader,
  reader,
}) => {
  const { token } = reader;
  for (const path of ['/unsubscribe', '/es/unsubscribe', '/preferences', '/es/preferences']) {
    for (const method of ['HEAD', 'GET', 'GET']) {
      const answer = await request.fetch(`${path}?token=${token}`, { method });
      expect(answer.status(), path).toBe(200);
      expect(answer.headers()['set-cookie'], path).toBeUndefined();
      expect(answer.headers()['referrer-policy'], path).toBe('same-origin');
      expect(answer.headers()['cache-control'], path).toContain('no-store');
      expect(await answer.text(), path).not.toContain(reader.email);
    }
    const scanner = await freshReader();
    await scanner.clock.install();
    await scanner.goto(`${path}?token=${token}`, { waitUntil: 'networkidle' });
    await scanner.clock.fastForward('10:00');
  }
  for (const method of ['HEAD', 'GET']) {
    const answer = await request.fetch(`/api/unsubscribe?token=${token}`, { method, maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers().location).toBe(`/unsubscribe?token=${token}`);
  }
  const evil = await request.get('/api/unsubscribe?token=//evil.example', { maxRedirects: 0 });
  expect(evil.headers().location).toMatch(/^\/unsubscribe\?token=/);
  expect(await reader.state()).toEqual(subscribed);
  expect(await reader.leavings()).toEqual([]);
});

test('a program gets statuses instead of pages, and nothing of somebody else’s', async ({
  request,
  reader,
}) => {
  const { token } = reader;
  const json = async (path: string, data: object) => {
    const answer = await request.post(path, { data });
    return [answer.status(), (await answer.json()).result];
  };
  const nobodys = '00000000-0000-4000-8000-000000000000';
  const choice = { token, lists: [dailyList.id], mail: 'es' };
  const refused = [422, 'unknown list'];
  expect(await json('/api/preferences', { ...choice, lists: [dailyList.id, 'made-up'] })).toEqual(refused);
  expect(await json('/api/preferences', { token, mail: 'es' })).toEqual(refused);
  expect(await reader.state()).toEqual(subscribed);
  expect(await json('/api/preferences', choice)).toEqual([200, 'saved']);
  expect(await reader.state()).toMatchObject({ lists: [dailyList.id] });
  const shown = await request.get(`/api/unsubscribe?token=${token}`, { maxRedirects: 0 });
  expect(shown.headers().location).toBe(`/es/unsubscribe?token=${token}`);
  expect(await json('/api/unsubscribe/undo', { token, left: nobodys })).toEqual([404, 'unknown']);
  expect(await json('/api/unsubscribe/reason', { token, left: nobodys, reason: 'other' })).toEqual([
    404,
    'unknown',
  ]);
  expect(await json('/api/unsubscribe', { token })).toEqual([200, 'left']);
  expect(await json('/api/preferences', choice)).toEqual([409, 'not subscribed']);
  for (const [path, data] of [
    ['/api/unsubscribe/undo', { token, left: 'x' }],
    ['/api/unsubscribe/reason', { token, left: nobodys, reason: 'complaint' }],
    ['/api/unsubscribe/reason', { token, left: nobodys, words: 'x'.repeat(501) }],
    ['/api/preferences', { token, mail: 'fr' }],
  ] as const)
    expect((await request.post(path, { data })).status(), path).toBe(400);
});

async function tellOf(request: APIRequestContext, secret: string, events: object[], at = Date.now()) {
  const body = JSON.stringify({ events });
  const mac = createHmac('sha256', secret).update(`${at}.${body}`).digest('base64url');
  const answer = await request.post('/api/mail-events', {
    headers: { 'content-type': 'application/json', 'mail-events-signature': `t=${at},v1=${mac}` },
    data: body,
  });
  return { status: answer.status(), content: await answer.json() };
}

test('a relay’s signed word of a complaint ends all mail; unsigned, forged, old and repeated words change nothing', async ({
  request,
  stack,
  reader,
}) => {
  const secret = await secretOf(stack, 'mail-webhook-secret');
  const events = [{ kind: 'complaint', messageId: reader.messageId, email: reader.email }];
  const unsigned = await request.post('/api/mail-events', { data: { events } });
  expect(unsigned.status()).toBe(401);
  expect((await tellOf(request, 'another secret of 24 characters', events)).status).toBe(401);
  expect((await tellOf(request, secret, events, Date.now() - 600_000)).status).toBe(401);
  expect((await tellOf(request, secret, [{ kind: 'opened' }])).status).toBe(422);
  const huge = await request.post('/api/mail-events', { data: 'x'.repeat(1_100_000) });
  expect(huge.status()).toBe(413);
  for (const method of ['GET', 'PUT', 'DELETE'])
    expect((await request.fetch('/api/mail-events', { method })).status()).toBe(405);
  expect(await reader.state()).toEqual(subscribed);

  const at = Date.now();
  const taken = await tellOf(request, secret, events, at);
  expect(taken).toEqual({
    status: 200,
    content: { result: 'taken', bounces: 0, complaints: 1, strangers: 0 },
  });
  expect(await tellOf(request, secret, events, at)).toEqual({
    status: 200,
    content: { result: 'seen before' },
  });
  expect(await reader.mail()).toEqual({ bounced: false, complained: true });
  expect(await reader.state()).toMatchObject({ state: 'suppressed' });
  const { editionId } = reader;
  expect(await reader.leavings()).toEqual([{ editionId, listId: null, reason: 'complaint', undone: false }]);
  const shown = await request.get(`/unsubscribe?token=${reader.token}`);
  expect(await shown.text()).toContain('We send no mail to this address.');
});
