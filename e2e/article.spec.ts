import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { expectWholeBorderArticle } from './pages/border-article.ts';

test('a reader gets the border article with every fixed text', async ({ page }) => {
  const answer = await page.goto(borderArticle);
  expect(answer?.status()).toBe(200);
  await expectWholeBorderArticle(page);
});

test('after the body come the form and then at least three related stories, never the article itself', async ({
  page,
}) => {
  await page.goto(borderArticle);
  const { inlineForm, related, headline } = new ArticlePage(page);
  const cards = related.getByRole('article');
  expect(await cards.count()).toBeGreaterThanOrEqual(3);
  const links = await related
    .getByRole('heading')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links).not.toContain(borderArticle);
  expect(new Set(links).size).toBe(links.length);
  const isBefore = (await inlineForm.boundingBox())?.y ?? 0;
  expect(isBefore).toBeLessThan((await related.boundingBox())?.y ?? 0);

  const first = cards.first();
  await expect(first.locator('img')).toBeVisible();
  await expect(first.locator('time')).toBeVisible();
  const title = (await first.getByRole('heading').textContent()) ?? '';
  // By keyboard, because the prompt comes at half of the article, but never while something has the focus.
  await first.getByRole('heading').getByRole('link').press('Enter');
  await expect(headline).toHaveText(title);
});

test('the hero picture comes from the site, in a modern format, and moves nothing when it arrives', async ({
  page,
  baseURL,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(borderArticle);
  const hero = page.getByRole('img', { name: /^U\.S\. and Mexican flags/ });
  await expect
    .poll(() => hero.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
  const source = await hero.evaluate((image: HTMLImageElement) => image.currentSrc);
  const type = (
    await page.request.get(source, { headers: { accept: 'image/avif,image/webp,*/*' } })
  ).headers()['content-type'];
  expect(type).toMatch(/^image\/(avif|webp)$/);
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(list.getEntries().reduce((sum, entry) => sum + (Reflect.get(entry, 'value') ?? 0), 0));
        }).observe({ type: 'layout-shift', buffered: true });
        requestIdleCallback(() => resolve(0), { timeout: 2000 });
      }),
  );
  expect(shift).toBe(0);
  expect(requests.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('data:'))).toEqual([]);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole page is there, and no prompt', async ({ page }) => {
    await page.goto(borderArticle);
    await expectWholeBorderArticle(page);
    const { prompt, related } = new ArticlePage(page);
    await expect(related.getByRole('article').first()).toBeVisible();
    await expect(prompt).toHaveCount(0);
  });
});

test('a withdrawn article answers 410 and says so; unpublished it is merely unknown', async ({
  lake,
  page,
  request,
}) => {
  const slug = 'a-story-to-take-back';
  const path = `/articles/${slug}`;
  const { body, section } = await lake.fetch(
    '*[_id == "article-us-presses-mexico-for-border-security-results"][0]{ body, section }',
  );
  const now = new Date().toISOString();
  await lake.createOrReplace({
    ...{
      _id: `article-${slug}`,
      _type: 'article',
      language: 'en',
      headline: 'A story to take back',
      kind: 'news',
    },
    ...{
      slug: { _type: 'slug', current: slug },
      standfirst: 'It will not stay.',
      section,
      body,
      firstPublishedAt: now,
      publishedAt: now,
    },
  });
  const statusOf = async () => (await request.get(path)).status();
  await expect.poll(statusOf).toBe(200);
  await lake
    .patch(`article-${slug}`)
    .set({ flags: { withdrawn: true } })
    .commit();
  await expect.poll(statusOf).toBe(410);
  await page.setExtraHTTPHeaders({});
  await lake.delete(`article-${slug}`);
  await expect.poll(statusOf).toBe(404);
});
