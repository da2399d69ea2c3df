import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { aFramework } from '#lib/page-cache/a-framework.ts';
import { clearTags } from '#lib/page-cache/clear-tags.ts';
import { requestMarks } from '#lib/page-cache/response-status.ts';
import { aSiteServer } from './a-site-server.ts';

beforeEach(() => {
  globalThis.sitePageStore = undefined;
});

/** A site of one page that counts how often it was made and how often the framework was asked. */
async function aSite({ revalidate = 300 } = {}) {
  let asked = 0;
  const framework = aFramework();
  const { get } = await aSiteServer(async (_, response) => {
    asked += 1;
    const html = `<p>${asked} ${'word '.repeat(500)}</p>`;
    const render = async () => ({ html, tags: ['article:1'], revalidate });
    const answer = await framework.request('/a', render, requestMarks());
    const headers = { ...answer.headers, 'content-type': 'text/html', etag: '"1"', 'x-nextjs-cache': 'MISS' };
    response.writeHead(200, headers).end(answer.html);
  });
  return { get, asked: () => asked };
}

test('a page in the cache is answered without asking the framework, in each encoding', async () => {
  const { get, asked } = await aSite();
  const first = await get('/a');
  const second = await get('/a', { 'accept-encoding': 'br' });
  expect(asked()).toBe(1);
  expect(brotliDecompressSync(second.body).toString()).toBe(first.body.toString());
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
  expect([second.headers['x-nextjs-cache'], second.headers.etag]).toEqual(['HIT', 'W/"1"']);
});

test('who has it already gets 304 with the policy and no body, HEAD no body either', async () => {
  const { get, asked } = await aSite();
  await get('/a');
  const unchanged = await get('/a', { 'if-none-match': 'W/"1"' });
  expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
  expect(unchanged.headers['content-security-policy']).toContain("default-src 'none'");
  const head = await get('/a', {}, 'HEAD');
  expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true]);
  expect(asked()).toBe(1);
});

test('once its tag is cleared the next request is made anew', async () => {
  const { get, asked } = await aSite();
  await get('/a');
  await clearTags(['article:1']);
  expect((await get('/a')).body.toString()).toContain('2 word');
  expect(asked()).toBe(2);
});

test('past its time the framework is asked, which decides between old and new', async () => {
  const { get, asked } = await aSite({ revalidate: 0.05 });
  await get('/a');
  await get('/a');
  expect(asked()).toBe(2);
});

test('what a reader carries changes nothing in a page that all share; an article asks the framework', async () => {
  const { get, asked } = await aSite();
  const carried = 'hint=known; session=a; __Host-session=a; meter=b; __Host-gift=c; pending=d';
  await get('/a');
  await get('/a', { cookie: carried });
  expect(asked()).toBe(1);
  for (const path of ['/articles/a', '/es/articles/a']) {
    await get(path);
    await get(path);
    await get(path, { cookie: carried });
    await get(path, { cookie: 'meter=b' });
  }
  expect(asked()).toBe(1 + 3 + 3);
});

test('a query, page data, a draft or an unknown cookie go to the framework; the hint changes nothing', async () => {
  const { get, asked } = await aSite();
  await get('/a');
  await get('/a', { cookie: 'hint=known' });
  await get('/a', { cookie: '__Host-hint=known' });
  expect(asked()).toBe(1);
  for (const [path, headers] of [
    ['/a?x=1', {}],
    ['/a', { rsc: '1' }],
    ['/a', { cookie: 'sessions=abc' }],
    ['/a', { cookie: 'hint=1; __Host-draft=abc' }],
    ['/a', { cookie: '__prerender_bypass=abc' }],
    ['/a', { cookie: 'draft=abc' }],
  ] as const) {
    await get(path, headers);
  }
  expect(asked()).toBe(7);
});

test('each opening of an article counts once, whoever answers it; what was not answered with a page does not', async () => {
  const counted: string[] = [];
  const framework = aFramework();
  const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
  const { get } = await aSiteServer(
    async (request, response) => {
      if (request.url !== '/articles/a') return response.writeHead(404).end();
      const render = async () => ({ html: '<p>a</p>', tags: ['article:1'], revalidate: 300 });
      const answer = await framework.request('/articles/a', render, requestMarks());
      response
        .writeHead(200, { ...answer.headers, 'content-type': 'text/html', etag: '"1"' })
        .end(answer.html);
      return undefined;
    },
    undefined,
    undefined,
    ({ slug }) => counted.push(slug),
  );
  await get('/articles/a', browser);
  expect((await get('/articles/a', browser)).headers['x-nextjs-cache']).toBe('HIT');
  await get('/articles/a', { ...browser, 'if-none-match': '"1"' });
  expect(counted).toEqual(['a', 'a', 'a']);
  await get('/articles/b', browser);
  await get('/articles/a', { 'user-agent': 'Googlebot/2.1' });
  await get('/', browser);
  expect(counted).toHaveLength(3);
});
