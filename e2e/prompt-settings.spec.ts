import { expect, test } from './fixtures/test.ts';
import { ArticlePage } from './pages/article-page.ts';

const minute = 60_000;
const settingsId = 'siteSettings';

type Settings = { prompt: Record<string, unknown> };

const rules: [string, Record<string, unknown>][] = [
  ['switched off', { enabled: false }],
  [
    'told to leave the section alone',
    { excludedSections: [{ _type: 'reference', _ref: 'section-politics', _key: 'politics' }] },
  ],
  ['told to let two other articles be read first', { minArticlesRead: 2 }],
];

for (const [rule, change] of rules) {
  test(`an editor’s setting reaches the reader: ${rule}, the prompt stays away`, async ({ page, lake }) => {
    const before = await lake.getDocument<Settings>(settingsId);
    if (!before) throw new Error('The dataset has no settings');
    const article = new ArticlePage(page);
    const isAsked = async () => {
      await page.evaluate(() => localStorage.clear());
      await article.open();
      await article.isAwake();
      await page.clock.fastForward(minute + 1000);
      await article.prompt.waitFor({ timeout: 1500 }).catch(() => undefined);
      return article.prompt.isVisible();
    };
    await page.clock.install();
    await article.open();
    try {
      await lake
        .patch(settingsId)
        .set({ prompt: { ...before.prompt, ...change } })
        .commit();
      await expect.poll(isAsked).toBe(false);
    } finally {
      await lake.patch(settingsId).set({ prompt: before.prompt }).commit();
    }
    await expect.poll(isAsked).toBe(true);
  });
}
