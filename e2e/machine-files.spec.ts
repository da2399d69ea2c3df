import type { APIRequestContext } from 'playwright/test';
import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/test.ts';
import { readMap } from './validators/sitemap-rules.ts';

async function mapAt(request: APIRequestContext, path: string, siteUrl: string) {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/xml');
  const map = readMap(await answer.text(), siteUrl);
  expect(map.faults, path).toEqual([]);
  return map.urls;
}

test('every file of the index keeps to the protocol, and what it names is there', async ({
  request,
  stack,
}) => {
  const index = await mapAt(request, '/sitemap.xml', stack.siteUrl);
  expect(index.map((url) => new URL(url).pathname)).toEqual([
    ...['/sitemap/pages.xml', '/sitemap/en-1.xml', '/sitemap/es-1.xml'],
  ]);
  const named = await Promise.all(index.map((url) => mapAt(request, url, stack.siteUrl)));
  expect(named.flat().length).toBeGreaterThan(80);
  const sample = named.flatMap((urls) => urls.filter((_, place) => place % 9 === 0));
  for (const url of sample) expect((await request.get(url)).status(), url).toBe(200);
  for (const none of [
    '/sitemap/en-2.xml',
    '/sitemap/en-0.xml',
    '/sitemap/fr-1.xml',
    '/for-programs/sitemap.xml',
  ])
    expect((await request.get(none)).status(), none).toBe(404);
});

test('a new story is in the news sitemap at once; one that is hidden, withdrawn or embargoed is not', async ({
  request,
  lake,
  stack,
}) => {
  const publishedAt = new Date().toISOString();
  const times = { publishedAt, firstPublishedAt: publishedAt };
  const mapped = () => mapAt(request, '/news-sitemap.xml', stack.siteUrl);
  const flags = (name: string) => ({ flags: { [name]: true } });
  const story = await writeStory(lake, 'news-in-map', times);
  const others = await Promise.all([
    writeStory(lake, 'hidden-from-map', { ...times, ...flags('hideFromNewsSitemap') }),
    writeStory(lake, 'withdrawn-from-map', { ...times, ...flags('withdrawn') }),
    writeStory(lake, 'held-from-map', { ...times, ...flags('legalHold') }),
    writeStory(lake, 'not-yet-in-map', { ...times, embargoUntil: '2099-01-01T00:00:00Z' }),
    writeStory(lake, 'unsought-in-map', { ...times, seo: { noindex: true } }),
  ]);
  try {
    const own = `${stack.siteUrl}/articles/news-in-map`;
    await expect.poll(mapped).toContain(own);
    const written = (urls: string[]) => urls.filter((url) => /-map$/.test(url)).toSorted();
    const hidden = own.replace('news-in', 'hidden-from');
    expect(written(await mapped())).toEqual([own]);
    expect(written(await mapAt(request, '/sitemap/en-1.xml', stack.siteUrl))).toEqual([hidden, own]);
    await lake.patch(story.id).set(flags('legalHold')).commit();
    await expect.poll(mapped).not.toContain(own);
  } finally {
    for (const one of [story, ...others]) await one.remove();
  }
});

test('robots.txt says what the settings say, from the moment at which they are published', async ({
  request,
  lake,
}) => {
  const robots = async () => (await request.get('/robots.txt')).text();
  expect(await robots()).toContain('User-agent: GPTBot');
  await lake
    .patch('siteSettings')
    .set({ crawlers: { allowTraining: true, refused: ['Example-Bot'] } })
    .commit();
  try {
    await expect.poll(robots).toContain('User-agent: Example-Bot');
    expect(await robots()).not.toContain('GPTBot');
  } finally {
    await lake.patch('siteSettings').unset(['crawlers']).commit();
  }
});

test('security.txt has a contact and has not run out; every icon of the manifest is a picture of its size', async ({
  request,
}) => {
  const answer = await request.get('/.well-known/security.txt');
  expect(answer.headers()['content-type']).toBe('text/plain; charset=utf-8');
  const lines = new Map(
    (await answer.text())
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/, 2) as [string, string]),
  );
  expect(lines.get('Contact')).toMatch(/^mailto:\S+@\S+$/);
  const end = Date.parse(lines.get('Expires') ?? '');
  expect(end).toBeGreaterThan(Date.now());
  expect(end).toBeLessThan(Date.now() + 366 * 86_400_000);
  const manifest = await (await request.get('/manifest.webmanifest')).json();
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(src);
    expect(icon.status(), src).toBe(200);
    if (sizes === 'any') continue;
    const bytes = await icon.body();
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, src).toBe(sizes);
  }
});
