import type { BrowserContext, Page } from 'playwright/test';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';

/** An article open in a tab whose time the test can move on. */
async function openArticle(page: Page, path = borderArticle): Promise<ArticlePage> {
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open(path);
  await article.isAwake();
  return article;
}

const minute = 60_000;

const waitAMinute = (article: ArticlePage) => article.page.clock.fastForward(minute + 1000);

async function isNotAsked(article: ArticlePage): Promise<void> {
  await waitAMinute(article);
  await article.page.mouse.wheel(0, 100_000);
  await article.page.clock.fastForward(5000);
  await expect(article.prompt).toHaveCount(0);
}

/**
 * Two tabs on one article, the first with its prompt open. All pages of a browser context share one clock, and a
 * headless browser shows them all: the second is opened late, so that its own minute is not over yet.
 */
async function openTwoTabs(page: Page, context: BrowserContext): Promise<[ArticlePage, ArticlePage]> {
  const first = await openArticle(page);
  await page.clock.fastForward(minute - 1000);
  const second = new ArticlePage(await context.newPage());
  await second.open();
  await second.isAwake();
  await page.clock.fastForward(2000);
  await expect(first.prompt).toBeVisible();
  return [first, second];
}

const remembered = (context: BrowserContext, memory: object) =>
  context.addInitScript((value) => {
    if (localStorage.getItem('prompt') === null) localStorage.setItem('prompt', value);
  }, JSON.stringify(memory));

test('after a minute the prompt comes with its fixed words, focus on its heading', async ({ page }) => {
  const article = await openArticle(page);
  await page.clock.fastForward(minute / 2);
  await expect(article.prompt).toHaveCount(0);
  await page.clock.fastForward(minute / 2);
  await expect(article.prompt).toBeVisible();
  await expect(article.prompt).toHaveAccessibleName('Discover more from Riviera Maya News & Events');
  await expect(article.prompt).toContainText(
    'Subscribe now to keep reading and get access to the full archive.',
  );
  await expect(article.prompt.getByRole('heading')).toBeFocused();
  for (let press = 0; press < 8; press += 1) {
    await page.keyboard.press('Tab');
    // Past its last control the focus goes to the browser's own, never to the page behind.
    expect(await page.evaluate(() => document.activeElement?.matches('body, dialog, dialog *') ?? true)).toBe(
      true,
    );
  }
});

test('half way down the article it comes without waiting', async ({ page }) => {
  const article = await openArticle(page);
  const body = page.locator('[data-article-body]');
  const half = await body.evaluate((element) => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2 - window.innerHeight / 2;
  });
  await page.evaluate((y) => window.scrollTo(0, y), half - 100);
  await page.clock.fastForward(1500);
  await expect(article.prompt).toHaveCount(0);
  await page.evaluate((y) => window.scrollTo(0, y), half + 20);
  await page.clock.fastForward(1500);
  await expect(article.prompt).toBeVisible();
});

const ways: [string, (article: ArticlePage) => Promise<void>][] = [
  ['Escape', ({ page }) => page.keyboard.press('Escape')],
  ['a press beside it', ({ page }) => page.mouse.click(5, 5)],
  ['“Continue reading”', ({ prompt }) => prompt.getByRole('button', { name: 'Continue reading' }).click()],
];

for (const [way, close] of ways) {
  test(`${way} closes it, gives the page back and keeps it away for a day`, async ({ page }) => {
    const article = await openArticle(page);
    await waitAMinute(article);
    await expect(article.prompt).toBeVisible();
    await close(article);
    await expect(article.prompt).toHaveCount(0);
    // The browser gives the focus up a moment after the press that closed it.
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await page.reload();
    await article.isAwake();
    await isNotAsked(article);
    await page.clock.fastForward(25 * 60 * minute);
    await page.reload();
    await article.isAwake();
    await waitAMinute(article);
    await expect(article.prompt).toBeVisible();
  });
}

test('shown in one tab it does not come in another, and reloading does not bring it back', async ({
  page,
  context,
}) => {
  const [first, second] = await openTwoTabs(page, context);
  await isNotAsked(second);
  await page.reload();
  await first.isAwake();
  await isNotAsked(first);
});

test('when another tab notes a dismissal, an open prompt closes', async ({ page, context }) => {
  const [first, second] = await openTwoTabs(page, context);
  await second.page.evaluate(() => {
    localStorage.setItem('prompt', JSON.stringify({ shownAt: Date.now(), dismissals: 2 }));
  });
  await expect(first.prompt).toHaveCount(0);
});

test('opening another article in a second tab leaves an open prompt alone', async ({ page, context }) => {
  const first = await openArticle(page);
  await waitAMinute(first);
  await expect(first.prompt).toBeVisible();
  const other = await context.newPage();
  await other.goto(borderArticle);
  await new ArticlePage(other).isAwake();
  await expect(first.prompt).toBeVisible();
});

test('who is typing is not interrupted, and is asked when they have done', async ({ page }) => {
  const article = await openArticle(page);
  await article.inlineForm.getByLabel('E-mail address').focus();
  await waitAMinute(article);
  await expect(article.prompt).toHaveCount(0);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.clock.fastForward(1500);
  await expect(article.prompt).toBeVisible();
});

test('it waits while another dialog is open', async ({ page }) => {
  const article = await openArticle(page);
  await page.evaluate(() => {
    const other = document.createElement('dialog');
    document.body.append(other);
    other.show();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await waitAMinute(article);
  await expect(article.prompt).toHaveCount(0);
  await page.evaluate(() => document.querySelector('dialog')?.remove());
  await page.clock.fastForward(1500);
  await expect(article.prompt).toBeVisible();
});

test('a confirmed subscriber is not asked', async ({ page, context, baseURL }) => {
  await context.addCookies([{ name: 'hint', value: 'subscriber', url: baseURL ?? '' }]);
  await isNotAsked(await openArticle(page));
});

test('a reader from the newsletter is not asked, now or later', async ({ page }) => {
  await isNotAsked(await openArticle(page, `${borderArticle}?utm_medium=email`));
  await page.goto(borderArticle);
  const article = new ArticlePage(page);
  await article.isAwake();
  await isNotAsked(article);
});

test('after the last dismissal it stays away for good', async ({ page, context }) => {
  await remembered(context, { shownAt: 1, dismissals: 5 });
  await isNotAsked(await openArticle(page));
});

test('who signs up on the page is not asked to on the same day', async ({ page, freshAddress }) => {
  const article = await openArticle(page);
  await article.inlineForm.getByLabel('E-mail address').fill(freshAddress);
  await article.inlineForm.getByRole('button', { name: 'Subscribe' }).click();
  await expect(article.inlineForm.getByRole('status')).toContainText('Check your inbox');
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await isNotAsked(article);
});

test('a browser that refuses storage still remembers the dismissal', async ({ page, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('Storage is switched off', 'SecurityError');
      },
    });
  });
  const article = await openArticle(page);
  await waitAMinute(article);
  await expect(article.prompt).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await article.isAwake();
  await isNotAsked(article);
});

test('a page that comes back from the back-forward cache asks anew, without what was dismissed meanwhile', async ({
  page,
}) => {
  const article = await openArticle(page);
  await page.evaluate(() => {
    localStorage.setItem('prompt', JSON.stringify({ shownAt: Date.now(), dismissals: 1 }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await isNotAsked(article);
});

test('the prompt takes an address like the inline form', async ({ page, inbox, freshAddress }) => {
  const article = await openArticle(page);
  await waitAMinute(article);
  await article.prompt.getByLabel('E-mail address').fill('nobody');
  await article.prompt.getByRole('button', { name: 'Subscribe' }).click();
  await expect(article.prompt.getByRole('status')).toContainText('Enter one e-mail address');
  await article.prompt.getByLabel('E-mail address').fill(freshAddress);
  await article.prompt.getByRole('button', { name: 'Subscribe' }).click();
  await expect(article.prompt.getByRole('status')).toContainText('Check your inbox');
  await inbox.mailTo(freshAddress, 'Confirm your subscription');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('there is no prompt, and the inline form is there', async ({ page }) => {
    const article = new ArticlePage(page);
    await article.open();
    await expect(article.inlineForm).toBeVisible();
    await expect(page.locator('dialog')).toHaveCount(0);
  });
});
