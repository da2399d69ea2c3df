import type { Locator } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { writeLongSection, writeMovedStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { FrontPage } from './pages/front-page.ts';
import { ListPage } from './pages/list-page.ts';

const spanishArticle = '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza';

test('the front page ranks the news: lead, three seconds, a river for each section, the latest by time', async ({
  page,
}) => {
  const front = new FrontPage(page);
  await page.goto('/');
  await expect(front.ranked).toHaveCount(4);
  await expect(front.ranked.first()).toHaveAttribute('href', borderArticle);
  const size = (headline: Locator) =>
    headline.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const [lead, second, river] = [front.ranked.first(), front.ranked.nth(1), front.rivers.first()];
  expect(await size(lead)).toBeGreaterThan(await size(second));
  expect(await size(second)).toBeGreaterThan(await size(river.getByRole('heading', { level: 3 }).nth(1)));

  expect(await front.rivers.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    ...['Politics', 'Environment', 'Travel', 'Culture', 'Business', 'Community'],
  ]);
  for (const named of await front.rivers.all())
    expect(await named.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(1);
  const times = await front.latest
    .locator('time')
    .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
  expect(times.length).toBeGreaterThan(5);
  expect(times).toEqual([...times].sort().reverse());
});

test('a section goes on over pages with addresses of their own, and ends at its last', async ({
  page,
  request,
  lake,
}) => {
  const section = await writeLongSection(lake, 41);
  const path = `/sections/${section.slug}`;
  try {
    await expect.poll(async () => (await request.get(`${path}/page/3`)).status()).toBe(200);
    const parts = new ListPage(page);
    await page.goto(path);
    await expect(parts.stories).toHaveCount(20);
    await parts.pageLink('Older stories').click();
    await expect(page).toHaveURL(`${path}/page/2`);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`${path}/page/2$`));
    await expect(parts.stories).toHaveCount(20);
    await parts.pageLink('Page 3').click();
    await expect(page).toHaveURL(`${path}/page/3`);
    await expect(page.getByText('Page 3 of 3')).toBeVisible();
    await expect(parts.stories).toHaveText(/Story 1$/);
    await parts.pageLink('Page 1').click();
    await expect(page).toHaveURL(path);
    for (const none of ['0', '1', '01', '4', '1e1', 'last'])
      expect((await request.get(`${path}/page/${none}`)).status(), none).toBe(404);
  } finally {
    await section.remove();
  }
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

test('in Spanish the furniture is Spanish, and leads to Spanish pages only', async ({ page }) => {
  await page.goto('/es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  const front = new FrontPage(page);
  await expect(front.ranked.first()).toHaveAttribute('href', spanishArticle);
  await expect(front.latest).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Secciones' }).first()).toContainText('Medio ambiente');
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Quiénes somos' })).toHaveAttribute(
    'href',
    '/es/pages/about',
  );
  const links = await page
    .locator('a[href^="/"]:not([hreflang=en])')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(links.filter((href) => !/^\/es(\/|$)/.test(href ?? ''))).toEqual([]);
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
  expect(await moved('/en')).toEqual([308, '/']);
});

test('a story that got another address is found at its old ones', async ({ request, lake }) => {
  const old = ['moved-story-first', 'moved-story-second'];
  const story = await writeMovedStory(lake, 'moved-story', old);
  try {
    for (const slug of old) {
      const ask = () => request.get(`/articles/${slug}`, { maxRedirects: 0 });
      await expect.poll(async () => (await ask()).status()).toBe(308);
      expect((await ask()).headers().location).toBe('/articles/moved-story');
    }
  } finally {
    await story.remove();
  }
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

  test('a story that is not there in Spanish leads to the English one', async ({ page }) => {
    const answer = await page.goto('/es/articles/three-islands-three-ferries');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('link', { name: 'Leerla en inglés' })).toHaveAttribute(
      'href',
      '/articles/three-islands-three-ferries',
    );
  });

  test('a withdrawn article is a true 410, also from the cache', async ({ page, request }) => {
    const answer = await page.goto('/articles/ferry-timetable-winter');
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await request.get('/articles/ferry-timetable-winter')).status()).toBe(410);
  });
});

test.describe('whatever a reader opens', () => {
  test.use({ expectedConsole: statusNotice(404, 410) });

  test('no page asks another host, and no reader gets code of Studio', async ({ page, baseURL }) => {
    const hosts = new Set<string>();
    const scripts = new Map<string, Promise<string>>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    page.on('response', (answer) => {
      if (answer.request().resourceType() === 'script') scripts.set(answer.url(), answer.text());
    });
    for (const path of [
      ...['/', '/es', borderArticle, '/sections/politics', '/pages/about', '/subscribe'],
      ...['/articles/nothing-of-the-kind', '/articles/ferry-timetable-winter'],
    ]) {
      // Their scripts have to be read before the next page forgets them.
      await page.goto(path, { waitUntil: 'load' });
      await Promise.all(scripts.values());
    }
    expect([...hosts]).toEqual([new URL(baseURL ?? '').origin]);
    const shipped = (await Promise.all(scripts.values())).join('\n');
    expect(shipped).toContain('data-subscribe-form');
    for (const mark of ['sanity.io', 'styled-components', '@sanity/', 'groq', 'sanity-studio'])
      expect(shipped).not.toContain(mark);
  });
});
