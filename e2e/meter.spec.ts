import type { APIRequestContext, Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { lastWordsOf } from './fixtures/gated-sentence.ts';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
import { closedArticles, trustArticle, Wall } from './pages/wall.ts';

test.use({ expectedConsole: statusNotice(400, 403) });

const usedUp = /You have used this month’s free articles \(3 of 3\)\. The next ones come on \w+ 1\./;

async function continueReading(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await new Wall(page).continueReading.click();
  await expect(page).toHaveURL(`${path}#read-on-from`);
}

const press = (request: APIRequestContext, slug: string, headers: Record<string, string> = {}) =>
  request.post('/api/continue-reading', { data: { article: slug, language: 'en' }, headers });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a reader spends the month’s free articles, one press each, until none is left', async ({
      page,
      lake,
    }) => {
      const { trust, sandbar, canal, train } = closedArticles;
      await continueReading(page, trust);
      const { gated, region, continueReading: button } = new Wall(page);
      await expect(gated).toContainText(await lastWordsOf(lake, trustArticle.id));
      await expect(gated).toContainText('2 of 3 free articles left this month');
      // At the paragraph where the preview ended, not at the top of the page.
      await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
      await expect(gated.locator('p:visible').first()).toBeInViewport();
      // The same article again is free.
      await page.goto(trust);
      await expect(gated).toContainText('2 of 3 free articles left this month');

      // Looking costs nothing.
      await page.goto(sandbar);
      await expect(region).toContainText('2 of 3 free articles left this month');
      await continueReading(page, sandbar);
      await continueReading(page, canal);
      await expect(gated).toContainText('0 of 3 free articles left this month');
      await page.goto(train);
      await expect(region).toContainText(usedUp);
      await expect(button).toHaveCount(0);
      await page.goto(trust);
      await expect(gated).toContainText(await lastWordsOf(lake, trustArticle.id));
    });
  });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a browser that keeps no cookies is told why the article stays closed, and led back to it', async ({
      page,
      playwright,
      baseURL,
    }) => {
      const heading = page.getByRole('heading', { level: 1 });
      // What a browser that keeps no cookies makes of the answer; the page's own request would keep them.
      const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
      await page.route('**/api/continue-reading', async (route) => {
        const answer = await request.fetch(route.request(), { maxRedirects: 0 });
        const { 'set-cookie': _, ...headers } = answer.headers();
        await route.fulfill({ status: answer.status(), headers });
      });
      await page.goto(trustArticle.path);
      const shown = page.waitForResponse((response) => response.url().includes('/continue?'));
      await new Wall(page).continueReading.click();
      expect((await shown).status()).toBe(400);
      await expect(heading).toHaveText('Your browser has not kept our cookie');
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
      await page.getByRole('link', { name: 'Back to the article' }).click();
      await expect(page).toHaveURL(`${trustArticle.path}#wall`);
      await expect(new Wall(page).region).toContainText('3 of 3 free articles left this month');
      await request.dispose();
    });
  });
}

test('the way on from a free article leads to what is open, and knows no other', async ({ request }) => {
  const to = (path: string) => request.get(path, { maxRedirects: 0 });
  const open = await to(`/continue?article=${borderArticle.split('/').at(-1)}`);
  expect([open.status(), open.headers().location]).toEqual([307, `${borderArticle}#read-on-from`]);
  for (const nowhere of [
    '/continue',
    '/continue?article=never-was',
    '/continue?article=//elsewhere.example',
  ]) {
    expect((await to(nowhere)).status()).toBe(404);
  }
  const spanish = await to('/es/continue?article=never-was');
  expect(spanish.status()).toBe(404);
});

test('who has read an article with a free one reads its translation for nothing', async ({ page, lake }) => {
  const [english, spanish] = [
    { id: 'article-a-river-nobody-sees', path: '/articles/a-river-nobody-sees' },
    { id: 'article-es-un-rio-que-nadie-ve', path: '/es/articles/un-rio-que-nadie-ve' },
  ];
  const { region, gated } = new Wall(page);
  const isClosed = async (path: string) => {
    await page.goto(path);
    return (await region.count()) > 0;
  };
  const before = await lake.getDocument<{ access: Record<string, unknown> }>(english.id);
  try {
    for (const { id, path } of [english, spanish]) {
      await lake.patch(id).set({ 'access.level': 'subscribers' }).commit();
      await expect.poll(() => isClosed(path)).toBe(true);
    }
    await continueReading(page, english.path);
    await expect(gated).toContainText('2 of 3 free articles left this month');
    await page.goto(spanish.path);
    await expect(region).toHaveCount(0);
    await expect(gated).toContainText(await lastWordsOf(lake, spanish.id));
    await expect(gated).toContainText('Te quedan 2 de 3');
  } finally {
    for (const { id } of [english, spanish]) await lake.patch(id).set({ access: before?.access }).commit();
  }
});

test('the answer to a program says what is left, and 403 when nothing is', async ({
  playwright,
  baseURL,
}) => {
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const slugs = Object.values(closedArticles).map((path) => path.split('/').at(-1) ?? '');
  const left: unknown[] = [];
  for (const slug of slugs.slice(0, 3)) left.push((await (await press(request, slug)).json()).left);
  expect(left).toEqual([2, 1, 0]);
  const again = await press(request, slugs[0] ?? '');
  expect(await again.json()).toMatchObject({ result: 'open', left: 0, total: 3 });
  expect(again.headers()['set-cookie']).toBeUndefined();
  const refused = await press(request, slugs[3] ?? '');
  expect(refused.status()).toBe(403);
  expect((await refused.json()).message).toMatch(usedUp);
  const byForm = await request.post('/api/continue-reading', {
    form: { article: slugs[3] ?? '', language: 'en' },
    maxRedirects: 0,
  });
  expect([byForm.status(), byForm.headers().location]).toEqual([303, `${closedArticles.train}#wall`]);
  await request.dispose();
});

test('an open article costs nothing, and sets no cookie', async ({ request }) => {
  const answer = await press(request, borderArticle.split('/').at(-1) ?? '');
  expect(await answer.json()).toMatchObject({ result: 'open', left: 3 });
  expect(answer.headers()['set-cookie']).toBeUndefined();
});

test('only this site’s own forms spend, only by POST, and only on articles that are there', async ({
  request,
}) => {
  const slug = 'foreign-buyers-and-the-bank-trust';
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  expect((await press(request, slug, foreign)).status()).toBe(403);
  expect((await request.get('/api/continue-reading')).status()).toBe(405);
  expect((await press(request, 'never-was')).status()).toBe(404);
  expect((await press(request, 'ferry-timetable-winter')).status()).toBe(404);
  expect((await request.post('/api/continue-reading', { data: { article: slug } })).status()).toBe(400);
  expect((await request.post('/api/continue-reading', { data: 'x' })).status()).toBe(415);
});

test('the cookie is the server’s alone, names no article, and opens nothing once changed', async ({
  playwright,
  baseURL,
  lake,
}) => {
  const words = await lastWordsOf(lake, trustArticle.id);
  const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const answer = await press(request, 'foreign-buyers-and-the-bank-trust');
  const set = answer.headers()['set-cookie'] ?? '';
  expect(set).toMatch(/^meter=[\w.-]+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/);
  expect(set).not.toContain('foreign');
  expect(answer.headers()['cache-control']).toBe('no-store');
  const [, value = ''] = /^meter=([^;]+)/.exec(set) ?? [];
  const fresh = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const read = async (meter: string) =>
    (await fresh.get(trustArticle.path, { headers: { cookie: `meter=${meter}` } })).text();
  expect(await read(value)).toContain(words);
  const swapped = value.at(-2) === 'A' ? 'B' : 'A';
  const changed = `${value.slice(0, -2)}${swapped}${value.at(-1)}`;
  for (const forged of [changed, value.replace(/\d{4}-\d{2}/, '2020-01'), `${value}${'A'.repeat(4000)}`]) {
    expect(await read(forged)).not.toContain(words);
  }
  await request.dispose();
  await fresh.dispose();
});

test('an editor who sets 0 takes the button away', async ({ page, lake }) => {
  const before = await lake.getDocument<{ meter: Record<string, unknown> }>('siteSettings');
  const wall = new Wall(page);
  const hasButton = async () => {
    await page.goto(trustArticle.path);
    return (await wall.continueReading.count()) > 0;
  };
  expect(await hasButton()).toBe(true);
  try {
    await lake.patch('siteSettings').set({ 'meter.freeArticles': 0 }).commit();
    await expect.poll(hasButton).toBe(false);
    await expect(wall.region).not.toContainText('free articles');
    const answer = await press(page.request, 'foreign-buyers-and-the-bank-trust');
    expect(answer.status()).toBe(403);
  } finally {
    await lake.patch('siteSettings').set({ meter: before?.meter }).commit();
  }
  await expect.poll(hasButton).toBe(true);
});
