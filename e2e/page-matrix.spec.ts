import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { everyCombination, fewCombinations, missingPairs } from './fixtures/every-pair.ts';
import { expect, test } from './fixtures/test.ts';
import { sitePages } from './pages/site-pages.ts';

const table = {
  page: Object.keys(sitePages),
  language: ['en', 'es'],
  width: ['320', '768', '1280'],
  scheme: ['light', 'dark'],
  scripts: ['with scripts', 'without scripts'],
};
const combinations = process.env.E2E_LONG ? everyCombination(table) : fewCombinations(table);

test.use({ expectedConsole: statusNotice(404, 410) });

test('the combinations that are tried hold every pair of page, language, width, scheme and scripts', () => {
  expect(missingPairs(table, combinations)).toEqual([]);
  expect(combinations.length).toBeLessThanOrEqual(everyCombination(table).length);
});

async function expectWhole(page: Page, path: string, language: string, status: number): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), 'status').toBe(status);
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  expect((await page.title()).length, 'title').toBeGreaterThan(3);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(room, 'wider than the window').toBeLessThanOrEqual(0);
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    'ids that stand twice',
  ).toEqual([]);
  const namelessPictures = await page.locator('img:not([alt])').count();
  expect(namelessPictures, 'pictures without alt').toBe(0);
}

for (const { page: name = '', language = '', width, scheme, scripts } of combinations) {
  const address = sitePages[name];
  if (!address) continue;
  // In Spanish there is no withdrawn article in the demonstration dataset.
  const status = name === 'withdrawn' && language === 'es' ? 404 : (address.status ?? 200);
  test(`${name}, ${language}, ${width} px, ${scheme}, ${scripts}: whole, named, and no wider than its window`, async ({
    freshReader,
  }) => {
    const page = await freshReader({
      javaScriptEnabled: scripts === 'with scripts',
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      viewport: { width: Number(width), height: 800 },
    });
    await expectWhole(page, language === 'es' ? address.es : address.en, language, status);
  });
}
