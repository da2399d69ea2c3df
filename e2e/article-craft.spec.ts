import { expect, test } from './fixtures/test.ts';

/** It has one of each kind of block. */
const reserve = '/articles/where-the-sky-is-born';

test('a gallery opens large, is turned by keyboard, and gives the focus back', async ({ page }) => {
  await page.goto(reserve);
  const opener = page.getByRole('link', { name: /^Enlarge: Arching red mangrove roots/ });
  const dialog = page.getByRole('dialog', { name: 'Pictures' });
  // A press before the scripts are there leads to the picture itself, as it does without them.
  await expect(async () => {
    if (!page.url().endsWith(reserve)) await page.goBack();
    await opener.press('Enter');
    await expect(dialog).toBeVisible();
  }).toPass();
  await expect(dialog.getByRole('img')).toHaveAttribute('alt', /^Arching red mangrove roots/);
  await expect(dialog).toContainText('2 of 3');
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('Beyond the bays: the reef.');
  await page.keyboard.press('ArrowRight');
  await expect(dialog).toContainText('1 of 3');
  await page.keyboard.press('End');
  await expect(dialog).toContainText('3 of 3');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test('a map of another host is asked for by a press, not before, and its frame is allowed then', async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  await page.route(
    (url) => url.origin !== new URL(baseURL ?? '').origin,
    (route) => {
      foreign.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: '<p>The map</p>' });
    },
  );
  const answer = await page.goto(reserve, { waitUntil: 'networkidle' });
  expect(answer?.headers()['content-security-policy']).toContain(
    'frame-src https://www.openstreetmap.org/export/embed.html;',
  );
  expect(foreign).toEqual([]);
  await page.getByRole('link', { name: 'Show the map' }).click();
  const frame = page.locator('iframe[title="Sian Ka’an on the map"]');
  await expect(frame.contentFrame().getByText('The map')).toBeVisible();
  await expect(frame).toHaveAttribute('sandbox', /^(?!.*top-navigation)/);
  expect(new URL(foreign[0] ?? '').pathname).toBe('/export/embed.html');
});

test('an article without an embed may frame nothing', async ({ request }) => {
  const answer = await request.get('/articles/us-presses-mexico-for-border-security-results');
  expect(answer.headers()['content-security-policy']).not.toContain('frame-src');
});

test('where the platform has no sheet, the address is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(reserve, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Share link' }).click();
  await expect(page.getByRole('button', { name: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`${reserve}$`));
});

test('an article leads to its subjects', async ({ page }) => {
  await page.goto(reserve);
  const article = page.getByRole('main').getByRole('article').first();
  await expect(article).toContainText('min read');
  await expect(article.getByRole('link', { name: 'Sian Ka’an', exact: true })).toHaveAttribute(
    'href',
    '/places/sian-kaan',
  );
});

test('an old article says how old it is, and one with a correction says so beside its dates', async ({
  page,
}) => {
  await page.goto('/articles/hanal-pixan-the-table-for-the-souls');
  await expect(page.getByText('This article is more than a year old.')).toBeVisible();
  await page.goto('/articles/consulates-and-whom-to-call');
  await page.getByRole('link', { name: /^Corrected/ }).click();
  await expect(page.getByRole('region', { name: 'Corrections' })).toBeInViewport();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('pictures and maps are links to what they show, and no button stands there for nothing', async ({
    page,
  }) => {
    await page.goto(reserve);
    await expect(page.getByRole('link', { name: 'Show the map' })).toHaveAttribute(
      'href',
      'https://www.openstreetmap.org/#map=10/19.60/-87.60',
    );
    await expect(page.getByRole('button', { name: 'Share link' })).toBeHidden();
    await page.getByRole('link', { name: /^Enlarge: Corals/ }).click();
    await expect(page).toHaveURL(/\/images\/.*w=1600/);
  });
});
