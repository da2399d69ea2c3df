import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { lastWordsOf } from './fixtures/gated-sentence.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
import { trustArticle } from './pages/wall.ts';

const countOf = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });
const asked = (q: string) => `/search?${new URLSearchParams({ q, language: 'all' })}`;
const phrase = (words: string) => asked(`"${words.replace(/^\S*\s|\s\S*$/g, '')}"`);

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a reader searches from any page, narrows it down, and opens what was found', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search');
    await page.getByLabel('Search the paper').fill('border security');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(countOf(page)).toContainText('for “border security”');
    const story = page.getByRole('article').filter({ hasText: 'U.S. Presses Mexico' });
    await expect(story.locator('mark').first()).toBeVisible();
    await page.getByText('Narrow it down').click();
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Travel' });
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(page).toHaveURL(/section=section-travel/);
    await expect(page.getByLabel('Section', { exact: true })).toBeVisible();
    await expect(story).toHaveCount(0);
    await page.getByLabel('Section', { exact: true }).selectOption({ label: 'Politics' });
    await page.getByLabel('Order', { exact: true }).selectOption({ label: 'Newest first' });
    await page.getByRole('button', { name: 'Search' }).click();
    await story.getByRole('link').first().click();
    await expect(page).toHaveURL(borderArticle);
  });

  test('Spanish is found without its accents, and an empty answer says what to do', async ({ page }) => {
    await page.goto('/es/search?q=mexico+seguridad');
    await expect(page.locator('mark').filter({ hasText: 'México' }).first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buscar');
    await page.goto('/search?q=xyzzyplugh');
    await expect(countOf(page)).toHaveText('Nothing found for “xyzzyplugh”');
    await expect(page.getByRole('main')).toContainText('Try fewer or other words');
    await expect(page.getByRole('article')).toHaveCount(0);
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  });

  test('whatever is typed comes back as text', async ({ page }) => {
    const typed = '"><script>document.title = "owned"</script>';
    await page.goto(asked(typed));
    await expect(page.getByLabel('Search the paper')).toHaveValue(typed);
    await expect(countOf(page)).toContainText('<script>');
  });
});

test('the last words of a subscribers’ article find it for a subscriber, and nothing for anybody else', async ({
  page,
  lake,
  inbox,
  freshAddress,
}) => {
  const path = phrase(await lastWordsOf(lake, trustArticle.id));
  await page.goto(path);
  await expect(countOf(page)).toContainText('Nothing found');
  await page.goto(trustArticle.path);
  await subscribeHere(page, inbox, freshAddress);
  await page.goto(path);
  await expect(page.getByRole('article')).toHaveCount(1);
  await expect(page.getByRole('article').getByRole('link')).toHaveAttribute('href', trustArticle.path);
  const answer = await page.request.get(path);
  expect(answer.headers()['cache-control']).toMatch(/private.*no-store/);
});

test('what an editor publishes, holds and withdraws is found, and not found, within seconds', async ({
  page,
  lake,
}) => {
  const _id = 'article-of-the-search-spec';
  const finds = async () =>
    (await (await page.request.get(asked('Kinkajou'))).text()).includes('/articles/kinkajou');
  await lake.create({
    ...{ _id, _type: 'article', language: 'en', kind: 'news', headline: 'A kinkajou in the market' },
    ...{ standfirst: 'Written for a test.', body: [], publishedAt: '2026-01-01T12:00:00Z' },
    slug: { _type: 'slug', current: 'kinkajou' },
    section: { _type: 'reference', _ref: 'section-community' },
  });
  try {
    await expect.poll(finds).toBe(true);
    for (const flag of ['legalHold', 'withdrawn']) {
      await lake
        .patch(_id)
        .set({ flags: { [flag]: true } })
        .commit();
      await expect.poll(finds, flag).toBe(false);
      await lake.patch(_id).set({ flags: {} }).commit();
      await expect.poll(finds).toBe(true);
    }
  } finally {
    await lake.delete(_id);
  }
  await expect.poll(finds).toBe(false);
});

test.describe('too many questions', () => {
  test.use({ expectedConsole: statusNotice(429) });

  test('a program that asks without end is told to wait, and people elsewhere are not', async ({ page }) => {
    const from = (network: string) => ({ headers: { 'x-forwarded-for': network } });
    const statuses = new Set<number>();
    for (let count = 0; count < 110; count += 1)
      statuses.add((await page.request.get('/search?q=ferry', from('198.51.100.7'))).status());
    expect([...statuses].sort()).toEqual([200, 429]);
    const refused = await page.request.get('/search?q=ferry', from('198.51.100.7'));
    expect(Number(refused.headers()['retry-after'])).toBeGreaterThan(0);
  });
});
