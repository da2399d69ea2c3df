import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { internalHeaders } from '#lib/page-cache/internal-headers.ts';
import {
  markDraft,
  markGone,
  markMissing,
  markStatus,
  noteLakeFailure,
} from '#lib/page-cache/response-status.ts';
import { aSiteServer } from './a-site-server.ts';

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const html = { 'content-type': 'text/html; charset=utf-8' };

beforeEach(() => {
  globalThis.siteLakeFailedAt = undefined;
});

test('a connection is kept longer than the usual minute of a proxy', async () => {
  const { get } = await aSiteServer((_, response) => response.writeHead(200, html).end('<p>here</p>'));
  const { headers } = await get('/', { connection: 'keep-alive' });
  expect(headers['keep-alive']).toBe('timeout=65');
});

describe('the status', () => {
  test('of a page that marked itself gone or missing is 410 or 404', async () => {
    const { get } = await aSiteServer((asked, response) => {
      if (asked.url === '/articles/gone') markGone();
      else markMissing();
      response.writeHead(200, html).end('<p>nothing here</p>');
    });
    expect([(await get('/articles/gone')).status, (await get('/articles/none')).status]).toEqual([410, 404]);
  });

  test('of a page that failed while the lake failed is 503 with Retry-After, kept by nobody', async () => {
    const { get } = await aSiteServer((_, response) => {
      noteLakeFailure();
      response.statusCode = 500;
      response.setHeader('Cache-Control', 's-maxage=300');
      response.setHeader('Content-Type', 'text/html');
      response.end('<p>sorry</p>');
    });
    const { status, headers } = await get('/articles/a');
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '10', 'no-store']);
  });

  test.each([
    [503, undefined, '30'],
    [503, 5, '5'],
    [429, 7, '7'],
    [410, undefined, undefined],
  ] as const)(
    'of a page that speaks %d and %s seconds says when to come again: %s',
    async (spoken, seconds, wait) => {
      const { get } = await aSiteServer((_, response) => {
        markStatus(spoken, seconds);
        response.writeHead(200, html).end('<p>no</p>');
      });
      const { status, headers } = await get('/confirm');
      expect([status, headers['retry-after']]).toEqual([spoken, wait]);
    },
  );

  test('of a page that says why something does not work is its own, and so are its words', async () => {
    const { get } = await aSiteServer((_, response) => {
      markStatus(503, 30);
      response.writeHead(200, html).end('<p>nothing was saved</p>');
    });
    const { status, headers, body } = await get('/subscribe');
    expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '30', 'no-store']);
    expect(body.toString()).toContain('nothing was saved');
  });

  test('of a page that failed by itself stays 500, and a missing one stays 404', async () => {
    const { get } = await aSiteServer((asked, response) => {
      response.writeHead(asked.url === '/broken' ? 500 : 404, html).end('<p>no</p>');
    });
    expect([(await get('/broken')).status, (await get('/none')).status]).toEqual([500, 404]);
  });

  test('of a route handler is its own', async () => {
    const { get } = await aSiteServer((_, response) => {
      noteLakeFailure();
      response.writeHead(500).end();
    });
    expect((await get('/api/subscribe')).status).toBe(500);
  });
});

describe('the policy', () => {
  test('names the hash of each inline script of a page that no cache has hashed, written in pieces', async () => {
    const { get } = await aSiteServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.flushHeaders();
      response.write('<script>a(');
      response.write(')</script>');
      response.end();
    });
    const { headers, body } = await get('/account');
    expect(headers['content-security-policy']).toContain(`script-src 'self' ${sha256('a()')};`);
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(body.toString()).toBe('<script>a()</script>');
  });

  test('takes the hashes that a cached page brings, also on 304 and HEAD, and shows nothing internal', async () => {
    const { get } = await aSiteServer((asked, response) => {
      response.setHeader(internalHeaders.scriptHashes, "'sha256-abc'");
      response.setHeader(internalHeaders.styleHashes, '');
      response.setHeader('ETag', '"1"');
      response.statusCode = asked.headers['if-none-match'] ? 304 : 200;
      if (response.statusCode === 200) response.setHeader('Content-Type', 'text/html');
      response.end(response.statusCode === 200 && asked.method === 'GET' ? '<p>a</p>' : undefined);
    });
    for (const answer of [
      await get('/a'),
      await get('/a', { 'if-none-match': '"1"' }),
      await get('/a', {}, 'HEAD'),
    ]) {
      expect(answer.headers['content-security-policy']).toContain("script-src 'self' 'sha256-abc';");
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('x-page-'))).toEqual([]);
    }
  });

  test('frames nothing, unless the page has a player of the closed list; then that one alone', async () => {
    const { get } = await aSiteServer((asked, response) => {
      const player = asked.url === '/articles/film' ? '<div data-player="vimeo"></div>' : '';
      response.writeHead(200, html).end(`<p>${player}</p>`);
    });
    const policyOf = async (path: string) => (await get(path)).headers['content-security-policy'] ?? '';
    expect(await policyOf('/articles/a')).not.toContain('frame-src');
    expect(await policyOf('/articles/film')).toContain('frame-src https://player.vimeo.com/video/;');
  });

  test('of Studio lets it make styles and call the lake, but no foreign script', async () => {
    const { get } = await aSiteServer((_, response) => {
      response.writeHead(200, html).end('<script>s()</script>');
    });
    const policy = (await get('/studio/structure')).headers['content-security-policy'] ?? '';
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
    expect(policy).toContain(
      "connect-src 'self' http://lake.test:3333 http://local.lake.test:3333 ws://lake.test:3333;",
    );
    expect(policy).toContain(`script-src 'self' ${sha256('s()')};`);
    expect((await get('/studios')).headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  test('lets Studio frame what shows drafts and the way there, and nobody frame any other page', async () => {
    const { get } = await aSiteServer((asked, response) => {
      if (asked.url === '/articles/draft') markDraft();
      response.writeHead(200, html).end('<style>a</style>');
    });
    const policyOf = async (path: string, headers = {}) =>
      (await get(path, headers)).headers['content-security-policy'] ?? '';
    const draft = await policyOf('/articles/draft');
    expect(draft).toContain("frame-ancestors 'self'");
    expect(draft).toContain("style-src 'self' 'unsafe-inline';");
    expect(await policyOf('/api/draft?sanity-preview-secret=x')).toContain("frame-ancestors 'self'");
    const forged = await policyOf('/articles/a', { cookie: 'hint=1; draft=x' });
    expect(forged).toContain("frame-ancestors 'self'");
    expect(forged).not.toContain('unsafe-inline');
    for (const path of ['/articles/a', '/api/drafts']) {
      expect(await policyOf(path)).toContain("frame-ancestors 'none'");
    }
  });

  test('that a route sets itself is left alone', async () => {
    const { get } = await aSiteServer((_, response) => {
      response
        .writeHead(200, { 'content-type': 'image/svg+xml', 'content-security-policy': 'sandbox' })
        .end('<svg/>');
    });
    expect((await get('/images/x.svg')).headers['content-security-policy']).toBe('sandbox');
  });
});

test('what shows drafts is for nobody to keep, whatever the page said', async () => {
  const { get } = await aSiteServer((_, response) => {
    markDraft();
    response.writeHead(200, { ...html, 'cache-control': 'public, max-age=0' }).end('<p>draft</p>');
  });
  expect((await get('/articles/a')).headers['cache-control']).toBe('private, no-store');
});

test('every answer wears the common headers, HSTS only where readers come over TLS', async () => {
  const answer = (settings?: Parameters<typeof aSiteServer>[1]) =>
    aSiteServer((_, response) => response.writeHead(308, { location: '/' }).end(), settings);
  const { headers } = await (await answer()).get('/en');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['strict-transport-security']).toBeUndefined();
  const secure = await answer({ secure: true, lakeOrigin: null, projectId: 'abc', imageOrigin: null });
  expect((await secure.get('/en')).headers['strict-transport-security']).toContain('max-age=63072000');
});

test('a redirect that the framework names twice leaves with one address', async () => {
  const { get } = await aSiteServer((_, response) => {
    response.statusCode = 308;
    response.setHeader('location', '/articles/new');
    response.appendHeader('location', '/articles/new');
    response.end();
  });
  expect((await get('/articles/old')).headers.location).toBe('/articles/new');
});

describe('compression', () => {
  const long = `<p>${'word '.repeat(1_000)}</p>`;
  const page = () =>
    aSiteServer((_, response) => response.writeHead(200, { ...html, etag: '"1"', vary: 'rsc' }).end(long));

  test('takes what the client prefers to have and says what varies', async () => {
    const { get } = await page();
    const br = await get('/a', { 'accept-encoding': 'gzip, br' });
    expect([br.headers['content-encoding'], br.headers.vary, br.headers.etag]).toEqual([
      'br',
      'rsc, Accept-Encoding',
      'W/"1"',
    ]);
    expect(brotliDecompressSync(br.body).toString()).toBe(long);
    const gzip = await get('/a', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(gzip.body).toString()).toBe(long);
    const plain = await get('/a');
    expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, long]);
  });

  test('leaves pictures as they are', async () => {
    const { get } = await aSiteServer((_, response) => {
      response.writeHead(200, { 'content-type': 'image/avif' }).end(Buffer.alloc(5_000));
    });
    const { headers, body } = await get('/images/a.avif', { 'accept-encoding': 'br' });
    expect([headers['content-encoding'], body.length]).toEqual([undefined, 5_000]);
  });
});

test('in development only the status is corrected', async () => {
  const { get } = await aSiteServer((_, response) => {
    markGone();
    response.writeHead(200, html).end('<p>gone</p>');
  }, null);
  const { status, headers } = await get('/a');
  expect([status, headers['content-security-policy']]).toEqual([410, undefined]);
});

test('no cache in front is asked to keep what the framework prefetches of a page: nothing would clear it', async () => {
  const { get } = await aSiteServer((_, response) => {
    response.setHeader('Cache-Control', 's-maxage=300, stale-while-revalidate=31535700');
    response.writeHead(200, { 'content-type': 'text/x-component' }).end('0:{}');
  });
  expect((await get('/articles/a')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});
