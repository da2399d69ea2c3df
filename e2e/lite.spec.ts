import AxeBuilder from '@axe-core/playwright';
import { statusNotice } from './fixtures/console-guard.ts';
import { expect, test } from './fixtures/test.ts';
import { borderArticle } from './pages/article-page.ts';
import { closedArticles, Wall } from './pages/wall.ts';

const mostBytes = 15_000;
const fixedSentence =
  'the United States made clear that gradual progress in addressing security challenges at the border is unacceptable';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('an article and the front page come in one request of under 15 KB, as they are sent and as they are read', async ({
    page,
  }) => {
    for (const path of [`${borderArticle}/lite`, '/lite', '/es/lite']) {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      const answer = await page.goto(path);
      page.removeAllListeners('request');
      expect(answer?.status(), path).toBe(200);
      expect((await answer?.body())?.length, path).toBeLessThan(mostBytes);
      expect(asked, path).toEqual([path]);
    }
  });

  test('the whole text of an open article stands there, and each version leads to the other', async ({
    page,
  }) => {
    await page.goto(borderArticle);
    await page.getByRole('link', { name: 'Lite version' }).click();
    await expect(page).toHaveURL(`${borderArticle}/lite`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'U.S. Presses Mexico for Border Security Results',
    );
    await expect(page.getByRole('main')).toContainText(fixedSentence);
    await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
      'href',
      new RegExp(`${borderArticle}$`),
    );
    await page.goto(`${closedArticles.train}/lite`);
    await expect(page.getByText('Analysis')).toBeVisible();
    await page.getByRole('link', { name: 'All headlines' }).click();
    await expect(page).toHaveURL('/lite');
    await page.getByRole('link', { name: 'U.S. Presses Mexico' }).first().click();
    await page.getByRole('link', { name: 'Full version' }).first().click();
    await expect(page).toHaveURL(borderArticle);
  });
});

test('what only subscribers may read is not in it, but for whoever opened it as a free article', async ({
  page,
}) => {
  const wall = new Wall(page);
  const lite = `${closedArticles.sandbar}/lite`;
  const closed = await page.request.get(lite);
  await page.goto(closedArticles.sandbar);
  await wall.continueReading.click();
  await expect(wall.gated).toBeVisible();
  const gated = (await wall.gated.locator('p').last().textContent()) ?? '';
  expect(gated.length).toBeGreaterThan(40);
  const text = (html: string) => html.replace(/<[^>]+>/g, '');
  expect(text(await closed.text())).not.toContain(gated);
  expect(closed.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
  const open = await page.request.get(lite);
  expect(open.headers()['cache-control']).toBe('private, no-store');
  await page.goto(lite);
  await expect(page.getByRole('main')).toContainText(gated);
});

test.describe('with answers that are no pages', () => {
  test.use({ expectedConsole: statusNotice(404, 410) });

  test('unknown, withdrawn and moved articles answer as their full pages do', async ({ page, lake }) => {
    expect((await page.request.get('/articles/nothing-of-the-kind/lite')).status()).toBe(404);
    expect((await page.request.get('/articles/ferry-timetable-winter/lite')).status()).toBe(410);
    const id = 'redirect-of-the-lite-edition';
    await lake.create({
      _id: id,
      _type: 'redirect',
      from: '/articles/moved-lite',
      to: borderArticle,
      match: 'exact',
    });
    try {
      await expect
        .poll(async () => (await page.request.get('/articles/moved-lite/lite')).url())
        .toMatch(new RegExp(`${borderArticle}/lite$`));
    } finally {
      await lake.delete(id);
    }
  });
});

test('axe finds no fault in the lite edition, in both schemes and at 320 px', async ({ page }) => {
  for (const path of ['/lite', `/es/lite`, `${borderArticle}/lite`, `${closedArticles.sandbar}/lite`]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: colorScheme === 'dark' ? 320 : 1280, height: 800 });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id }) => id),
        `${path} ${colorScheme}`,
      ).toEqual([]);
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room, path).toBeLessThanOrEqual(0);
    }
  }
});
