import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { expect, test } from './fixtures/test.ts';

const pages = {
  front: '/',
  'Spanish front': '/es',
  article: '/articles/us-presses-mexico-for-border-security-results',
  'Spanish article': '/es/articles/ee-uu-exige-a-mexico-resultados-en-seguridad-fronteriza',
  section: '/sections/environment',
  page: '/pages/about',
  subscribe: '/subscribe',
  confirm: '/confirm?token=none',
  'not found': '/articles/nothing-of-the-kind',
};

async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

test.use({ expectedConsole: statusNotice(400, 404, 410) });

for (const [name, path] of Object.entries(pages)) {
  test(`the ${name} page has no fault that axe can find, also at 320 px, and never scrolls sideways`, async ({
    page,
  }) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      expect(await faultsOf(page), `${width} px`).toEqual([]);
      const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(room, `${width} px: wider than the window`).toBeLessThanOrEqual(0);
    }
  });
}

test('the front page and the article keep their contrast in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of [pages.front, pages.article]) {
    await page.goto(path);
    expect(await faultsOf(page), path).toEqual([]);
  }
});
