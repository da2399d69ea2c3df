import type { APIRequestContext } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

async function open(request: APIRequestContext, slug: string, times: number, headers = {}) {
  for (let time = 0; time < times; time += 1) {
    const answer = await request.get(`/articles/${slug}`, { headers: { 'user-agent': browser, ...headers } });
    expect(answer.status(), slug).toBe(200);
  }
}

test('what readers open most comes first, from the cache or not; robots, reloads and prefetches move nothing', async ({
  page,
  playwright,
  baseURL,
  lake,
}) => {
  const slugs = await lake.fetch<string[]>(
    `*[_type == "article" && language == "en" && flags.withdrawn != true && flags.legalHold != true
      && !defined(embargoUntil)] | order(publishedAt asc)[0...3].slug.current`,
  );
  const [most = '', less = '', robots = ''] = slugs;
  const reader = await playwright.request.newContext({ baseURL: baseURL ?? '' });
  await open(reader, most, 6);
  await open(reader, less, 4);
  await open(reader, robots, 9, { 'user-agent': 'Mozilla/5.0 (compatible; bingbot/2.0)' });
  await open(reader, robots, 9, { 'cache-control': 'max-age=0' });
  await open(reader, robots, 9, { 'sec-purpose': 'prefetch' });
  await reader.dispose();
  const id = await lake.fetch<string>('*[_type == "article" && slug.current == $most][0]._id', { most });
  const listed = async () => {
    // Any change of an article makes the list anew.
    await lake
      .patch(id)
      .set({ editorNote: `Seen ${Date.now()}` })
      .commit();
    await page.goto('/most-read');
    const links = page.getByRole('main').getByRole('article').getByRole('link');
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    const rank = (slug: string) => paths.indexOf(`/articles/${slug}`);
    return { isCounted: rank(most) >= 0 && rank(most) < rank(less), isFooled: rank(robots) >= 0 };
  };
  try {
    await expect.poll(listed, { timeout: 60_000 }).toEqual({ isCounted: true, isFooled: false });
  } finally {
    await lake.patch(id).unset(['editorNote']).commit();
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader finds the most read from the foot of the page, in both languages', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Most read' }).click();
    await expect(page).toHaveURL('/most-read');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Most read');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Español' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lo más leído');
  });
});
