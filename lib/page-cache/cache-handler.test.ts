import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aFramework, frameworkVersion, someMarks } from './a-framework.ts';
import { clearTags } from './clear-tags.ts';
import { internalHeaders } from './internal-headers.ts';
import { markEnd, markGone, markMissing, noteLakeFailure, withRequestMarks } from './response-status.ts';
import { siteStore } from './site-store.ts';

const page = (text: string, more = {}) => ({
  html: `<p>${text}</p><script>x()</script>`,
  tags: ['article:1'],
  ...more,
});
const rendering = (text: string, more = {}) => vi.fn(async () => page(text, more));
const tick = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  globalThis.sitePageStore = undefined;
  globalThis.siteLakeFailedAt = undefined;
});

test('stands on the framework version whose insides it knows', () => {
  // What it relies on: one handler for each request; set() is awaited before the page is sent; the object given to
  // set() is the one that is sent; what get() returned is given to set() again when a renewal fails.
  expect(frameworkVersion).toBe('16.4.6');
});

describe('a page', () => {
  test('is made once and carries the hashes of its scripts from the first answer on', async () => {
    const { request } = aFramework();
    const render = rendering('one');
    const first = await request('/a', render);
    const second = await request('/a', render);
    expect(render).toHaveBeenCalledTimes(1);
    expect(first.headers[internalHeaders.scriptHashes]).toMatch(/^'sha256-.{44}'$/);
    expect(second).toEqual({ ...first, isStale: false });
  });

  test('is new for the very next request after one of its tags is cleared', async () => {
    const { request } = aFramework();
    await request('/a', rendering('old'));
    await clearTags(['article:1']);
    expect((await request('/a', rendering('new'))).html).toContain('new');
  });

  test('that was being made while its article was published is not kept, and the publisher waits it out', async () => {
    const { request } = aFramework();
    const gate = Promise.withResolvers<void>();
    const slow = request('/a', async () => {
      await gate.promise;
      return page('old');
    });
    await tick();
    let cleared = false;
    const clearing = clearTags(['article:1']).then(() => {
      cleared = true;
    });
    await tick();
    expect(cleared).toBe(false);
    gate.resolve();
    expect((await slow).html).toContain('old');
    await clearing;
    expect((await request('/a', rendering('new'))).html).toContain('new');
  });

  test('that cannot be made holds up no publisher', async () => {
    const { request } = aFramework();
    const marks = someMarks();
    await expect(request('/a', () => Promise.reject(new Error('lake')), marks)).rejects.toThrow('lake');
    for (const run of marks.whenAnswered) run();
    const before = Date.now();
    await clearTags(['article:1']);
    expect(Date.now() - before).toBeLessThan(1_000);
  });

  test('keeps answering with what it was when its renewal fails, and is renewed when it can be', async () => {
    const { request } = aFramework();
    await request('/a', rendering('warm', { revalidate: 0.001 }));
    const keptAt = Date.now();
    await vi.waitUntil(() => Date.now() > keptAt + 1, { interval: 1 });
    const failing = vi.fn(() => Promise.reject(new Error('lake')));
    const silenced = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect((await request('/a', failing)).html).toContain('warm');
    await vi.waitFor(() => expect(silenced).toHaveBeenCalled());
    expect((await request('/a', failing)).html).toContain('warm');
    expect(failing).toHaveBeenCalledTimes(1);
    silenced.mockRestore();
  });

  test('that shows what closes at an instant is not served from then on, not even while it is renewed', async () => {
    const { request } = aFramework();
    const closesAt = Date.now() + 30;
    await request('/a', async () => {
      markEnd(new Date(closesAt));
      return page('whole');
    });
    expect((await request('/a', rendering('never'))).html).toContain('whole');
    await vi.waitUntil(() => Date.now() > closesAt, { interval: 5 });
    expect((await request('/a', rendering('preview'))).html).toContain('preview');
  });

  test('that marks itself gone or missing is so for those who come later, too', async () => {
    const { request } = aFramework();
    const marked = (mark: () => void) => async () => {
      mark();
      return page('nothing here');
    };
    for (const [path, mark, status] of [
      ['/gone', markGone, 410],
      ['/none', markMissing, 404],
    ] as const) {
      expect((await request(path, marked(mark))).status).toBe(status);
      expect((await request(path, marked(mark))).status).toBe(status);
    }
    expect(siteStore().sizes()).toMatchObject({ pages: { entries: 0 }, errors: { entries: 2 } });
  });

  test('that shows drafts is never kept', async () => {
    const { request } = aFramework();
    await request('/a', rendering('draft'), { ...someMarks(), draft: true });
    expect((await request('/a', rendering('published'))).html).toContain('published');
  });

  test('asks browsers and proxies to ask again each time', async () => {
    const { request } = aFramework();
    const { headers } = await request('/a', rendering('one'));
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate');
  });
});

describe('data', () => {
  const fetched = (body: string) => ({
    kind: 'FETCH',
    data: { headers: {}, body, status: 200, url: '' },
    revalidate: 60,
  });
  const reading = { kind: 'FETCH', tags: ['article:1'], softTags: [] };
  const writing = { fetchCache: true, tags: ['article:1'] };

  test('that was asked for before a publish is not kept', async () => {
    const { data } = aFramework();
    const slow = data();
    expect(await slow.get('key', reading)).toBeNull();
    await clearTags(['article:1']);
    await slow.set('key', fetched('old'), writing);
    expect(await data().get('key', reading)).toBeNull();
  });

  test('that a page with drafts was made of is never kept', async () => {
    const { data } = aFramework();
    const marks = { ...someMarks(), draft: true };
    await withRequestMarks(marks, () => data().set('key', fetched('draft'), writing));
    expect(await data().get('key', reading)).toBeNull();
  });

  test('whose time is over is asked for again by a page that is being made, but not while the lake fails', async () => {
    const { data } = aFramework();
    await data().set('key', { ...fetched('old'), revalidate: -1 }, writing);
    const pageContext = {
      kind: 'APP_PAGE',
      route: { kind: 'APP_PAGE', sourceRoute: '/x' },
      isFallback: false,
    };
    const making = data();
    await making.get('/page', pageContext);
    expect(await making.get('key', reading)).toBeNull();
    noteLakeFailure();
    expect((await making.get('key', reading))?.value.data.body).toBe('old');
  });
});
