import { statusNotice } from './fixtures/console-guard.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';

const spanishArticle = '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza';

test('the front page ranks the news: a lead, its seconds, a river per section, the latest', async ({
  page,
}) => {
  await page.goto('/');
  const text = page.getByRole('main');
  await expect(text.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(text.locator(`a[href="${borderArticle}"]`).first()).toBeVisible();
  for (const section of ['Politics', 'Environment', 'Travel', 'Culture', 'Business', 'Community', 'Opinion'])
    await expect(
      page.getByRole('navigation', { name: 'Sections' }).first().getByRole('link', { name: section }),
    ).toBeVisible();
  await expect(text.getByRole('heading', { name: 'Latest' })).toBeVisible();
  const headlines = await text.getByRole('article').getByRole('heading').allTextContents();
  expect(new Set(headlines).size).toBe(headlines.length);
});

test('a section is a first page with its own address, and nothing beyond its last page', async ({
  page,
  request,
}) => {
  await page.goto('/');
  await page
    .getByRole('navigation', { name: 'Sections' })
    .first()
    .getByRole('link', { name: 'Environment' })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Environment');
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /\/sections\/environment$/);
  expect((await request.get('/sections/environment/page/99')).status()).toBe(404);
  expect((await request.get('/sections/environment/page/1')).status()).toBe(404);
});

test('the paper says who it is and what it keeps, in both languages', async ({ page }) => {
  for (const path of ['/pages/about', '/pages/privacy', '/es/pages/about', '/es/pages/privacy']) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a reader changes the language of an article and comes back', async ({ page }) => {
  await page.goto(borderArticle);
  await expect(page.locator('link[rel=alternate][hreflang=es]')).toHaveAttribute(
    'href',
    new RegExp(`${spanishArticle}$`),
  );
  await page.getByRole('banner').getByRole('link', { name: 'Español' }).click();
  await expect(page).toHaveURL(new RegExp(`${spanishArticle}$`));
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await page.getByRole('banner').getByRole('link', { name: 'English' }).click();
  await expect(new ArticlePage(page).headline).toHaveText('U.S. Presses Mexico for Border Security Results');
});

test('the first stop of the keyboard leads past the head', async ({ page }) => {
  await page.goto(borderArticle);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

test('old addresses lead to the new ones, and English has no prefix', async ({ request }) => {
  const moved = async (path: string) => {
    const answer = await request.get(path, { maxRedirects: 0 });
    return [answer.status(), new URL(answer.headers().location ?? '', 'http://localhost').pathname];
  };
  expect(await moved('/about-us')).toEqual([308, '/pages/about']);
  expect(await moved(`/en${borderArticle}`)).toEqual([308, borderArticle]);
});

test.describe('pages that are not there', () => {
  test.use({ expectedConsole: statusNotice(404, 410) });

  for (const path of [
    '/articles/nothing-of-the-kind',
    '/es/articles/nada',
    '/sections/nothing',
    '/pages/nothing',
    '/fr',
    '/fr/articles/x',
  ])
    test(`${path} is a true 404 that leads on`, async ({ page }) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    });

  test('a withdrawn article is a true 410, also from the cache', async ({ page, request }) => {
    const answer = await page.goto('/articles/ferry-timetable-winter');
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await request.get('/articles/ferry-timetable-winter')).status()).toBe(410);
  });
});

test('no page asks another host, and no reader gets code of Studio', async ({ page, baseURL }) => {
  const hosts = new Set<string>();
  const scripts: Promise<string>[] = [];
  page.on('request', (request) => hosts.add(new URL(request.url()).origin));
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.push(answer.text());
  });
  for (const path of ['/', borderArticle, '/sections/politics', '/pages/about']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
  }
  expect([...hosts]).toEqual([new URL(baseURL ?? '').origin]);
  const shipped = (await Promise.all(scripts)).join('\n');
  expect(shipped.length).toBeGreaterThan(0);
  for (const mark of ['sanity.io', 'styled-components', '@sanity/']) expect(shipped).not.toContain(mark);
});
