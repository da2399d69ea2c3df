import { parseFeed } from '@rowanmanning/feed-parser';
import { request } from 'playwright';
import { expect, test } from './fixtures/test.ts';

const formats = [
  ['feed.xml', 'application/rss+xml'],
  ['atom.xml', 'application/atom+xml'],
  ['feed.json', 'application/feed+json'],
] as const;

const pages = ['', '/es', '/sections/environment', '/es/sections/environment', '/people/environment-desk'];

for (const [file, type] of formats) {
  test(`${file} is there for the site, a section and a person, in both languages, and answers 304`, async ({
    request: asking,
  }) => {
    for (const page of pages) {
      const url = `${page}/${file}`;
      const first = await asking.get(url);
      expect(first.status(), url).toBe(200);
      expect(first.headers()['content-type'], url).toBe(`${type}; charset=utf-8`);
      expect(first.headers()['cache-control'], url).toBe('public, max-age=0, must-revalidate');
      const { etag = '' } = first.headers();
      expect(etag, url).not.toBe('');
      const again = await asking.get(url, { headers: { 'if-none-match': etag } });
      expect(again.status(), url).toBe(304);
      expect(await again.body()).toHaveLength(0);
      const other = await asking.get(url, { headers: { 'if-none-match': '"another"' } });
      expect(other.status(), url).toBe(200);
    }
  });
}

test('a feed reader finds the feed of a page by the page, and in it the page’s articles', async ({
  page,
  request: asking,
}) => {
  for (const path of ['/', '/es', '/sections/environment']) {
    await page.goto(path);
    const links = page.locator('link[rel="alternate"][type="application/rss+xml"]');
    const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    expect(hrefs.length, path).toBeGreaterThan(0);
    const own = hrefs.at(-1) ?? '';
    const feed = parseFeed(await (await asking.get(own)).text());
    expect(feed.self, path).toBe(own);
    expect(feed.items.length, path).toBeGreaterThan(0);
    for (const item of feed.items.slice(0, 3)) {
      expect((await asking.get(item.url ?? '')).status(), item.url ?? '').toBe(200);
    }
  }
});

test('an article is in the feed the moment it is published, as it reads now, and gone when held or kept from search', async ({
  lake,
  request: asking,
}) => {
  const slug = `feed-${Date.now().toString(36)}`;
  const id = `article-${slug}`;
  const feed = async () => (await asking.get('/sections/environment/feed.xml')).text();
  await feed();
  const span = (text: string) => ({ _type: 'span', _key: 's', text, marks: [] });
  const article = {
    ...{ _id: id, _type: 'article', language: 'en', kind: 'news', headline: `Fresh ${slug}`, standfirst: '' },
    slug: { _type: 'slug', current: slug },
    section: { _type: 'reference', _ref: 'section-environment' },
    bylines: [
      { _key: 'a', _type: 'byline', person: { _type: 'reference', _ref: 'person-environment-desk' } },
    ],
    publishedAt: new Date().toISOString(),
    firstPublishedAt: new Date().toISOString(),
    body: [{ _type: 'block', _key: 'b', style: 'normal', markDefs: [], children: [span('The first text.')] }],
  };
  await lake.createOrReplace(article);
  try {
    await expect.poll(feed).toContain('The first text.');
    await lake
      .patch(id)
      .set({ body: [{ ...article.body[0], children: [span('Another text.')] }] })
      .commit();
    await expect.poll(feed).toContain('Another text.');
    expect(await feed()).not.toContain('The first text.');
    await lake
      .patch(id)
      .set({ flags: { legalHold: true } })
      .commit();
    await expect.poll(feed).not.toContain(slug);
    await lake
      .patch(id)
      .set({ flags: { legalHold: false } })
      .commit();
    await expect.poll(feed).toContain(slug);
    await lake
      .patch(id)
      .set({ seo: { noindex: true } })
      .commit();
    await expect.poll(feed).not.toContain(slug);
  } finally {
    await lake.delete(id);
  }
});

test('there is no feed of what is not there, and an editor’s cookie changes nothing', async ({ baseURL }) => {
  const asking = await request.newContext({ ...(baseURL ? { baseURL } : {}), maxRedirects: 0 });
  for (const path of ['/sections/no-such/feed.xml', '/sections/environment/rss.xml', '/feeds/feed.xml']) {
    expect((await asking.get(path)).status(), path).toBe(404);
  }
  for (const cookie of ['draft=x', 'session=x; meter=y']) {
    const answer = await asking.get('/sections/environment/feed.xml', { headers: { cookie } });
    expect(answer.status(), cookie).toBe(200);
    expect(answer.headers()['content-type']).toContain('rss');
  }
  await asking.dispose();
});
