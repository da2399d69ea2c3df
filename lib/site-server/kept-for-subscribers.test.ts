import { brotliDecompressSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { clearTags } from '#lib/page-cache/clear-tags.ts';
import { markForSubscribers, noteTags } from '#lib/page-cache/response-status.ts';
import { aSiteServer } from './a-site-server.ts';

beforeEach(() => {
  globalThis.sitePageStore = undefined;
});

let pages = 0;
let onlyMine = 0;

/** A site of one article, which says whom it was made for and how often; good sessions begin with a G. */
async function aSite(mark: () => void = markForSubscribers) {
  let made = 0;
  let lookedUp = 0;
  const path = `/articles/${pages++}`;
  const isGood = (cookie = '') => /session=G/.test(cookie);
  const site = await aSiteServer(
    (request, response) => {
      made += 1;
      noteTags([`article:${path}`]);
      const who = isGood(request.headers.cookie) ? 'whole' : 'preview';
      if (who === 'whole') mark();
      const headers = { 'content-type': 'text/html', 'cache-control': 'private, no-store' };
      response.writeHead(200, headers).end(`<p>${who} ${made} ${'word '.repeat(500)}</p>`);
    },
    undefined,
    async ({ headers }) => {
      lookedUp += 1;
      return isGood(headers.cookie);
    },
  );
  const get = async (cookie?: string, headers = {}, address = path) =>
    site.get(address, { ...(cookie ? { cookie } : {}), ...headers });
  return { ...{ path, get }, made: () => made, lookedUp: () => lookedUp };
}

test('what was made for one subscriber is shared with the next, whose session is looked up each time', async () => {
  const { get, made, lookedUp } = await aSite();
  const first = await get('session=Ga');
  const second = await get('hint=known; session=Gb', { 'accept-encoding': 'br' });
  expect([made(), lookedUp()]).toEqual([1, 1]);
  expect(brotliDecompressSync(second.body).toString()).toBe(first.body.toString());
  expect(second.headers['cache-control']).toBe('private, no-store');
  expect(second.headers['content-security-policy']).toBe(first.headers['content-security-policy']);
  await get('session=Gb');
  expect([made(), lookedUp()]).toEqual([1, 2]);
});

test.each([
  undefined,
  'hint=known',
  'session=bad',
  'meter=G',
  'session=bad; meter=x; gift=y',
  'session=bad; session=Ga',
])('nobody else gets it: %s', async (cookie) => {
  const { get } = await aSite();
  await get('session=Ga');
  const answer = await get(cookie);
  if (cookie !== 'session=bad; session=Ga') expect(answer.body.toString()).toContain('preview');
  expect(answer.body.toString()).not.toContain('whole 1 ');
});

test.each([
  ['a draft', 'session=Ga; draft=x', {}],
  ['an unknown cookie', 'session=Ga; other=x', {}],
  ['page data', 'session=Ga', { rsc: '1' }],
])('%s goes to the framework, and nothing of it is shared', async (_, cookie, headers) => {
  const { get, made } = await aSite();
  await get(cookie, headers);
  await get(cookie, headers);
  await get('session=Ga');
  expect(made()).toBe(3);
});

test('a query goes to the framework', async () => {
  const { get, made, path } = await aSite();
  await get('session=Ga');
  await get('session=Ga', {}, `${path}?x`);
  expect(made()).toBe(2);
});

test('a page that does not say that all subscribers share it is made each time', async () => {
  const { get, made } = await aSite(() => {
    onlyMine += 1;
  });
  await get('session=Ga');
  await get('session=Ga');
  expect([made(), onlyMine]).toEqual([2, 2]);
});

test('once something it is made of was cleared, it is made anew', async () => {
  const { get, made, path } = await aSite();
  await get('session=Ga');
  await clearTags([`article:${path}`], Date.now() + 1);
  await get('session=Ga');
  expect(made()).toBe(2);
  await clearTags(['article:another'], Date.now() + 1);
});
