import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startLake } from '#lib/content/a-lake.ts';
import { documentChangeSchema, tagsOf } from '#lib/content/content-tags.ts';
import { registerWebhook } from './webhook-registration.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const article = {
  _id: 'article-a',
  _type: 'article',
  language: 'en',
  headline: 'A',
  slug: { _type: 'slug', current: 'a' },
};

let messages: string[] = [];
const site = createServer(async (request, response) => {
  messages.push(await text(request));
  response.end();
});

let lake: Awaited<ReturnType<typeof startLake>>;

beforeAll(async () => {
  await once(site.listen(0), 'listening');
  lake = await startLake();
  const { port } = site.address() as AddressInfo; // A TCP server's address is never a string or null.
  const registration = {
    lakeUrl: lake.url,
    projectId: 'local',
    dataset: 'production',
    token: lake.token,
    siteUrl: `http://localhost:${port}`,
    secret: 'a-secret-for-tests-only-0123456789',
  };
  expect(await registerWebhook(registration)).toBe('created');
  expect(await registerWebhook(registration)).toBe('updated');
});
afterAll(async () => {
  await lake.stop();
  site.close();
});
beforeEach(() => {
  messages = [];
});

async function tagsSent(): Promise<string[]> {
  const message = await vi.waitUntil(() => messages[0], { timeout: 10_000 });
  return tagsOf(documentChangeSchema.parse(JSON.parse(message)));
}

test('a new article clears the address that was asked for before it existed', async () => {
  await lake.client.create(article);
  expect(await tagsSent()).toEqual(expect.arrayContaining(['article:article-a', 'slug:en:a', 'articles:en']));
});

test('a changed slug clears the old address and the new one', async () => {
  await lake.client
    .patch(article._id)
    .set({ slug: { _type: 'slug', current: 'b' } })
    .commit();
  expect(await tagsSent()).toEqual(expect.arrayContaining(['slug:en:a', 'slug:en:b']));
});

test('a translation clears what its original says about languages', async () => {
  const original = { _type: 'reference', _ref: article._id };
  await lake.client.create({ ...article, _id: 'article-es-c', language: 'es', translationOf: original });
  expect(await tagsSent()).toEqual(expect.arrayContaining(['translations:article-a', 'front:es']));
});

test('what is deleted clears its address and its original’s languages', async () => {
  await lake.client.delete('article-es-c');
  expect(await tagsSent()).toEqual(expect.arrayContaining(['slug:es:a', 'translations:article-a']));
});

test('a draft is no reader’s business', async () => {
  await lake.client.create({ ...article, _id: 'drafts.article-d' });
  await lake.client.create({ _id: 'topic-t', _type: 'topic', title: { en: 'T' } });
  expect(await tagsSent()).toEqual(['taxonomy']);
});
