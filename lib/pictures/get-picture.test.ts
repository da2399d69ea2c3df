import { createServer, type RequestListener } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { assetHost, getPicture } from './get-picture.ts';

async function anAssetHost(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return `http://127.0.0.1:${address.port}`;
}

const get = (host: string, headers = {}, abort = new AbortController().signal) =>
  getPicture(host, '/images/local/production/a.jpg?w=10', new Headers(headers), abort);

test('streams a picture in the format that the client takes, and sends nothing else along', async () => {
  const seen: unknown[] = [];
  const host = await anAssetHost((request, response) => {
    seen.push(request.url, request.headers.accept, request.headers.cookie, request.headers.authorization);
    response.writeHead(200, { 'content-type': 'image/avif', etag: '"x"' }).end('bytes');
  });
  const picture = await get(host, { accept: 'image/avif', cookie: 'session=1', authorization: 'Bearer x' });
  expect(picture).toMatchObject({ kind: 'found', type: 'image/avif', etag: '"x"' });
  expect(picture.kind === 'found' && (await new Response(picture.body).text())).toBe('bytes');
  expect(seen).toEqual(['/images/local/production/a.jpg?w=10', 'image/avif', undefined, undefined]);
});

test('a picture that does not exist is unknown', async () => {
  const host = await anAssetHost((_, response) => response.writeHead(404).end());
  expect((await get(host)).kind).toBe('unknown');
});

test.each([
  ['an error', 500, { 'content-type': 'image/jpeg' }],
  ['a web page', 200, { 'content-type': 'text/html' }],
  ['nothing that says what it is', 200, {}],
  ['a way to another host', 302, { location: 'http://10.0.0.1/' }],
] as const)('fails when the host answers with %s', async (_, status, headers) => {
  const host = await anAssetHost((__, response) => response.writeHead(status, headers).end('x'));
  expect((await get(host)).kind).toBe('failed');
});

test('fails when nobody is there, and ends when the reader has left', async () => {
  expect((await get('http://127.0.0.1:1')).kind).toBe('failed');
  const host = await anAssetHost(() => {});
  const leaving = new AbortController();
  const waiting = get(host, {}, leaving.signal);
  leaving.abort();
  expect((await waiting).kind).toBe('failed');
});

test('the host is the configured one, or Sanity’s', () => {
  expect(assetHost({ SANITY_API_HOST: 'http://localhost:3333/x' })).toBe('http://localhost:3333');
  expect(assetHost({ SANITY_API_HOST: undefined })).toBe('https://cdn.sanity.io');
});
