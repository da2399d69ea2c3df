import type { Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';

async function isNotAsked(page: Page, path = borderArticle): Promise<void> {
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open(path);
  await page.clock.fastForward('02:00');
  await page.mouse.wheel(0, 100_000);
  await page.clock.fastForward('00:05');
  await expect(article.prompt).toHaveCount(0);
}

test('whoever waits for the confirmation’s mail is not asked again, whatever the page remembers', async ({
  page,
  freshAddress,
}) => {
  // By a form without scripts: nothing but the cookie says so.
  const answer = await page.request.post('/api/subscribe', { form: { email: freshAddress, language: 'en' } });
  expect(answer.ok()).toBe(true);
  await isNotAsked(page);
  await isNotAsked(page, '/articles/us-presses-mexico-for-border-security-results?x=1');
});

test('a sign-up does not make a known subscriber less known', async ({
  page,
  context,
  baseURL,
  freshAddress,
}) => {
  const until = Date.now() / 1000 + 300 * 86_400;
  await context.addCookies([{ name: 'hint', value: 'known', url: baseURL ?? '', expires: until }]);
  await page.request.post('/api/subscribe', { data: { email: freshAddress } });
  const hint = (await context.cookies()).find(({ name }) => name === 'hint');
  expect(hint?.expires).toBeCloseTo(until, -2);
});

test('a confirmation silences a tab that was open before', async ({ page, context, inbox, freshAddress }) => {
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open();
  await article.isAwake();
  await context.request.post('/api/subscribe', { data: { email: freshAddress } });
  const other = await context.newPage();
  await other.goto((await inbox.mailTo(freshAddress)).link);
  await other.getByRole('button', { name: 'Confirm my subscription' }).click();
  await other.waitForURL('/subscribe/thanks');
  await page.clock.fastForward('05:00');
  await expect(article.prompt).toHaveCount(0);
});
