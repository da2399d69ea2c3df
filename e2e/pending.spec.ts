import type { Page } from 'playwright/test';
import { lastWordsOf } from './fixtures/gated-sentence.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { trustArticle, Wall } from './pages/wall.ts';

const { path, id } = trustArticle;

async function leaveAddressAtTheWall(page: Page, address: string): Promise<Wall> {
  const wall = new Wall(page);
  await page.goto(path);
  await wall.form.getByLabel('E-mail address').fill(address);
  await wall.form.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText(/Check your inbox/).first()).toBeVisible();
  const answer = await page.goto(path);
  expect(answer?.headers()['cache-control']).toContain('no-store');
  return wall;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('while an address is not confirmed the wall says where the message went, and every way on from there', async ({
      page,
      lake,
      freshAddress,
    }) => {
      const wall = await leaveAddressAtTheWall(page, freshAddress);
      await expect(wall.region).toHaveAccessibleName('Confirm your address to read on');
      await expect(wall.region).toContainText(`We have sent a message to ${freshAddress}.`);
      await expect(wall.region).toContainText(/sent again in \d+ s/);
      await expect(wall.region).toContainText('Confirmed on another device?');
      await expect(wall.signIn).toHaveAttribute('href', `/sign-in?source=${encodeURIComponent(path)}`);
      await expect(wall.continueReading).toBeVisible();
      expect(await page.content()).not.toContain(await lastWordsOf(lake, id));
    });

    test('a mistyped address is changed there', async ({ page, inbox, freshAddress }) => {
      const wall = await leaveAddressAtTheWall(page, `wrong-${freshAddress}`);
      await wall.region.getByText('Use another address').click();
      await wall.form.getByLabel('E-mail address').fill(freshAddress);
      await wall.form.getByRole('button', { name: 'Subscribe' }).click();
      await inbox.mailTo(freshAddress, 'Confirm your subscription');
      await page.goto(path);
      await expect(wall.region).toContainText(`We have sent a message to ${freshAddress}.`);
    });
  });
}

test('only this browser learns the address: everybody else has the public page', async ({
  page,
  request,
  freshAddress,
}) => {
  await leaveAddressAtTheWall(page, freshAddress);
  const others = await request.get(path);
  expect(others.headers()['cache-control']).toBe('public, max-age=0, must-revalidate');
  expect(await others.text()).not.toContain(freshAddress);
});

test('who waits for a message is not asked to subscribe on open articles', async ({ page, freshAddress }) => {
  await leaveAddressAtTheWall(page, freshAddress);
  // The page remembers the sign-up for a day; that the address waits is what must count.
  await page.evaluate(() => localStorage.removeItem('prompt'));
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open(borderArticle);
  await article.isAwake();
  await page.clock.fastForward('01:05');
  await page.mouse.wheel(0, 100_000);
  await page.clock.fastForward('00:05');
  await expect(article.prompt).toHaveCount(0);
});
