import { MovedClock } from './fixtures/moved-clock.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { expectWholeBorderArticle } from './pages/border-article.ts';
import { Wall } from './pages/wall.ts';

test('ten years on the border article is still whole, while ordinary ones have gone into the archive', async ({
  freshReader,
}) => {
  test.setTimeout(240_000);
  const plan = await planStack();
  // The real programs under another clock: site, lake, worker and database are all ten years ahead.
  const clock = new MovedClock(plan);
  await clock.setAhead(3653 * 24);
  const stack = startStack(plan, clock.under);
  try {
    await stack.ready;
    const page = await freshReader({ baseURL: plan.siteUrl });
    const answer = await page.goto(borderArticle);
    const yearsAhead = new Date(answer?.headers().date ?? 0).getFullYear() - new Date().getFullYear();
    expect(yearsAhead).toBe(10);
    await expectWholeBorderArticle(page);

    await page.goto('/articles/where-the-sargassum-comes-from');
    await expect(page.getByRole('heading', { name: 'This article is for subscribers' })).toBeVisible();
    expect(await new ArticlePage(page).paragraphs.count()).toBeLessThan(6);

    // A new month begins with nothing spent, though the browser, whose clock stands still, sends its old cookie.
    const wall = new Wall(page);
    await wall.continueReading.click();
    await expect(wall.gated).toContainText('2 of 3 free articles left this month');
    await clock.setAhead((3653 + 31) * 24);
    const left = async () => {
      await page.goto('/articles/where-the-sargassum-comes-from');
      return wall.region.getByText('3 of 3 free articles left this month').count();
    };
    await expect.poll(left).toBe(1);
  } finally {
    await stack.stop();
    await removeStack(plan);
  }
});
