import { expect, test } from 'vitest';
import { aSiteServer } from './a-site-server.ts';

const reached: string[] = [];
const site = () =>
  aSiteServer((request, response) => {
    reached.push(`${request.method} ${request.url}`);
    response.end('made');
  });

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'SEARCH'])(
  'a page is only read: %s is 405, says what is allowed and makes no page',
  async (method) => {
    const { get } = await site();
    const { status, headers } = await get('/articles/reef', {}, method);
    expect([status, headers.allow, headers['cache-control']]).toEqual([405, 'GET, HEAD', 'no-store']);
    expect(reached).not.toContain(`${method} /articles/reef`);
  },
);

test('routes under /api judge methods themselves', async () => {
  const { get } = await site();
  expect((await get('/api/subscribe', {}, 'POST')).status).toBe(200);
  expect((await get('/api/subscribe', {}, 'DELETE')).status).toBe(200);
});
