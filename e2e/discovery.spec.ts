import type { APIRequestContext } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
import { closedArticles } from './pages/wall.ts';
import { htmlFaults } from './validators/html-faults.ts';
import { jsonLdFaults, jsonLdOf } from './validators/json-ld-faults.ts';

const spanishArticle = '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza';
const found = [
  ...['/', '/es', borderArticle, spanishArticle, '/articles/foreign-buyers-and-the-bank-trust'],
  ...['/sections/environment', '/es/sections/environment', '/pages/about', '/es/pages/privacy'],
  ...['/events', '/es/events'],
];
const notFound = ['/articles/nothing-of-the-kind', '/es/no-such-page', '/articles/ferry-timetable-winter'];
const forms = [
  '/subscribe',
  '/sign-in',
  '/es/sign-in?result=invalid',
  '/confirm?token=x',
  '/unsubscribe?token=x',
  '/lite',
];

async function htmlOf(request: APIRequestContext, paths: string[]): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const path of paths) pages.set(path, await (await request.get(path)).text());
  return pages;
}

test('every type of page is HTML without a fault', async ({ request }) => {
  const pages = await htmlOf(request, [...found, ...notFound, ...forms, `${borderArticle}/lite`]);
  expect(await htmlFaults(pages)).toEqual([]);
});

test('what pages say of themselves to search engines is in schema.org’s vocabulary', async ({ request }) => {
  const pages = await htmlOf(request, found);
  const all = new Map([...pages].map(([path, html]) => [path, jsonLdOf(html)]));
  expect(jsonLdFaults(all)).toEqual([]);
  const typesAt = (path: string) =>
    all.get(path)?.map((one) => Object.entries(one).find(([key]) => key === '@type')?.[1]);
  expect(typesAt('/')).toEqual(['WebSite', 'NewsMediaOrganization']);
  expect(typesAt(borderArticle)).toEqual(['NewsArticle', 'BreadcrumbList']);
  expect(typesAt('/es/sections/environment')).toEqual(['CollectionPage', 'BreadcrumbList']);
});

test('the vocabulary’s judge sees a wrong type, property and value', () => {
  const context = { '@context': 'https://schema.org' };
  const wrong = [
    { ...context, '@type': 'NewsArtikel' },
    { ...context, '@type': 'NewsArticle', headlin: 'x' },
    { ...context, '@type': 'NewsArticle', headline: { '@type': 'Person', name: 'x' } },
    { ...context, '@type': 'NewsArticle', author: { '@type': 'Person', nme: 'x' } },
  ];
  const right = { ...context, '@type': 'NewsArticle', headline: 'x' };
  const faults = jsonLdFaults(new Map([...wrong, right].map((one, place) => [`/${place}`, [one]])));
  const judged = faults.flatMap((fault) => /^\/\d/.exec(fault)?.[0] ?? []);
  expect([...new Set(judged)]).toEqual(['/0', '/1', '/2', '/3']);
});

const attribute = (html: string, tag: RegExp) =>
  [...html.matchAll(tag)].map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** The framework writes the front page's address without its slash. */
const addresses = (html: string, tag: RegExp) => attribute(html, tag).map((url) => new URL(url).href);
const alternates = /<link rel="alternate" hreflang="e[ns]" href="([^"]*)"/gi;

test('each page names itself, and its translation names it back', async ({ request, stack }) => {
  for (const [path, html] of await htmlOf(request, found)) {
    const own = new URL(path, stack.siteUrl).href;
    expect(addresses(html, /<link rel="canonical" href="([^"]*)"/g), path).toEqual([own]);
    for (const other of addresses(html, alternates).filter((url) => url !== own)) {
      const answer = await request.get(other);
      expect(answer.status(), other).toBe(200);
      expect(addresses(await answer.text(), alternates), `${other} names ${path}`).toContain(own);
    }
    expect(
      attribute(html, /<meta property="og:(?:title|url|type|site_name)" content="([^"]+)"/g).length,
      path,
    ).toBe(4);
  }
});

test('an article is shared with a card of its own, and the card goes where the article goes', async ({
  request,
  lake,
  stack,
}) => {
  const size = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.headers()['content-type']).toBe('image/jpeg');
    return (await answer.body()).subarray(0, 3).toString('hex');
  };
  for (const path of [borderArticle, spanishArticle, closedArticles.trust]) {
    const html = await (await request.get(path)).text();
    const [image] = attribute(html, /<meta property="og:image" content="([^"]*)"/g);
    expect(image).toBe(`${stack.siteUrl}${path}/opengraph-image`);
    expect(await size(`${path}/opengraph-image`)).toBe('ffd8ff');
  }
  const story = await writeStory(lake, 'card-of-a-story');
  const card = '/articles/card-of-a-story/opengraph-image';
  const status = async () => (await request.get(card)).status();
  try {
    await expect.poll(status).toBe(200);
    const before = await (await request.get(card)).body();
    await lake.patch(story.id).set({ headline: 'Another headline altogether' }).commit();
    await expect.poll(async () => (await (await request.get(card)).body()).equals(before)).toBe(false);
    await lake
      .patch(story.id)
      .set({ flags: { legalHold: true } })
      .commit();
    await expect.poll(status).toBe(404);
    await lake
      .patch(story.id)
      .set({ flags: { withdrawn: true } })
      .commit();
    await expect.poll(status).toBe(410);
  } finally {
    await story.remove();
  }
  await expect.poll(status).toBe(404);
});

test('every type of answer wears the headers that keep a reader safe', async ({ request }) => {
  const files = [
    '/robots.txt',
    '/sitemap.xml',
    '/studio',
    '/mark.svg',
    '/api/health/live',
    `${borderArticle}/opengraph-image`,
  ];
  for (const path of [...found, ...notFound, ...forms, ...files]) {
    const headers = (await request.get(path)).headers();
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toMatch(/^(?:strict-origin-when-cross-origin|same-origin)$/);
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin-allow-popups');
    expect(headers['permissions-policy'], path).toContain('geolocation=()');
    expect(headers['content-security-policy'], path).toMatch(/default-src '(?:none|self)'/);
  }
});

test.describe('a page that is not there', () => {
  test.use({ expectedConsole: statusNotice(404) });

  test('offers a search in the page’s language', async ({ page }) => {
    await page.goto('/es/no-such-page');
    const search = page.getByRole('search');
    await search.getByLabel('Busca en el periódico').fill('arrecife');
    const [asked] = await Promise.all([
      page.waitForRequest(/\/es\/search/),
      search.getByRole('button', { name: 'Buscar' }).click(),
    ]);
    expect(new URL(asked.url()).search).toBe('?q=arrecife');
  });
});
