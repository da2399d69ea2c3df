import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { pointConfigurationAt } from './a-lake.ts';
import { getArticleBody } from './article-body-query.ts';
import { getArticle, getTranslations } from './article-query.ts';
import { getFrontPagePicks } from './front-page-query.ts';
import { BadDocument, LakeUnavailable } from './lake-client.ts';
import { getLatest } from './lists-query.ts';
import { getPage } from './page-query.ts';
import { getMovedArticles, getRedirects } from './redirect-query.ts';
import { getRelatedCandidates } from './related-query.ts';
import { getSettings } from './settings-query.ts';
import { getSubject, getSubjectArticles, getSubjectCount } from './subject-query.ts';

const now = new Date('2026-06-01T12:00:00Z');
const json = { 'content-type': 'application/json' };
const html = '<!doctype html><title>Bad gateway</title>';

vi.setConfig({ testTimeout: 20_000 });

let answer: (response: ServerResponse) => void;
const server = createServer((_, response) => answer(response));

beforeAll(async () => {
  await once(server.listen(0), 'listening');
  const { port } = server.address() as AddressInfo; // A TCP server's address is never a string or null.
  pointConfigurationAt(`http://localhost:${port}`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  globalThis.siteLakeFailedAt = undefined;
});

const aTopic = { kind: 'topics', id: 'a' } as const;
const getters: [string, () => Promise<unknown>][] = [
  ['an article', () => getArticle('en', 'a')],
  ['a body', () => getArticleBody('a', 'en', now)],
  ['translations', () => getTranslations('a')],
  ['the latest', () => getLatest('en', 5)],
  ['a section', () => getSubject('en', 'sections', 'a')],
  ['its articles', () => getSubjectArticles('en', aTopic, 0, 20)],
  ['their count', () => getSubjectCount('en', aTopic)],
  ['the front page', () => getFrontPagePicks('en')],
  ['a page', () => getPage('en', 'a', now)],
  ['settings', () => getSettings('en')],
  ['related', () => getRelatedCandidates('en', 'a')],
  ['redirects', () => getRedirects()],
  ['a moved article', () => getMovedArticles('en', 'a')],
];

const send =
  (status: number, headers: Record<string, string>, body: string) => (response: ServerResponse) => {
    response.writeHead(status, headers).end(body);
  };

const faults: [string, typeof answer][] = [
  ['401', send(401, json, '{"statusCode":401,"error":"Unauthorized","message":"Session not found"}')],
  ['404, as for a dataset that is not there', send(404, json, '{"error":"Not Found"}')],
  ['429', send(429, { ...json, 'retry-after': '60' }, '{"error":"Too many requests"}')],
  ['500', send(500, json, '{"error":"Internal"}')],
  ['503', send(503, { 'content-type': 'text/html' }, html)],
  ['an HTML page with 200', send(200, { 'content-type': 'text/html' }, html)],
  ['an HTML page that says it is JSON', send(200, json, html)],
  ['malformed JSON', send(200, json, '{"result": [')],
  ['an empty body', send(200, json, '')],
  ['null', send(200, json, 'null')],
  ['a null result', send(200, json, '{"result":null}')],
  ['no result', send(200, json, '{"ms":1}')],
  ['a foreign shape', send(200, json, '{"result":{"documents":[]}}')],
  ['rows that are no documents', send(200, json, '{"result":[{"name":"x"}, 7]}')],
  [
    'a truncated answer',
    (response) => {
      response.writeHead(200, { ...json, 'content-length': '5000' });
      response.write('{"result":[{"id":"a",');
      setTimeout(() => response.destroy(), 5);
    },
  ],
  ['a dropped connection', (response) => response.destroy()],
];

describe.each(faults)('%s is a failing lake, never an absence', (_, fault) => {
  test.each(getters)('asking for %s', async (_, get) => {
    answer = fault;
    await expect(get()).rejects.toThrow(LakeUnavailable);
    expect(globalThis.siteLakeFailedAt).toBeTypeOf('number');
  });
});

test('a lake that stalls is given up on after a few seconds', async () => {
  answer = (response) => void response.writeHead(200, json).write('{"result":');
  const startedAt = performance.now();
  await expect(getArticle('en', 'a')).rejects.toThrow(LakeUnavailable);
  expect(performance.now() - startedAt).toBeLessThan(15_000);
});

test('the page of a document that breaks the schema fails as that document', async () => {
  answer = send(200, json, '{"result":[{"id":"article-a","headline":7}]}');
  await expect(getArticle('en', 'a')).rejects.toThrow(BadDocument);
  await expect(getArticleBody('article-a', 'en', now)).rejects.toThrow(BadDocument);
  await expect(getPage('en', 'a', now)).rejects.toThrow(BadDocument);
  await expect(getSubject('en', 'sections', 'a')).rejects.toThrow(BadDocument);
  await expect(getSettings('en')).rejects.toThrow(BadDocument);
  expect(globalThis.siteLakeFailedAt).toBeUndefined();
});

test('a dataset without settings is not ready, which is not an empty site', async () => {
  answer = send(200, json, '{"result":[]}');
  await expect(getSettings('en')).rejects.toThrow(LakeUnavailable);
});

test('no error that reaches a page names a token or an address', async () => {
  answer = send(401, json, '{"error":"Unauthorized"}');
  const error = await getArticle('en', 'a').catch((reason: unknown) => reason);
  expect(String(error)).toBe('LakeUnavailable: The content lake does not answer.');
});
