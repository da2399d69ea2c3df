import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { lastWordsOf } from './fixtures/gated-sentence.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect, test } from './fixtures/test.ts';
import { closedArticles, trustArticle, Wall } from './pages/wall.ts';

test.use({ expectedConsole: statusNotice(404, 410, 429) });

const { path, id } = trustArticle;
const slug = path.split('/').at(-1) ?? '';

/** Presses the button under the article and reads the link off the page that follows. */
async function giveLink(page: Page, article: string = path): Promise<string> {
  await page.goto(article);
  await new Wall(page).give.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your link is ready');
  return page.getByLabel('The link to send').inputValue();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a subscriber gives an article: whoever has the link reads it whole, until it is taken back', async ({
      page,
      freshReader,
      lake,
      inbox,
      freshAddress,
    }) => {
      const words = await lastWordsOf(lake, id);
      await page.goto(path);
      await subscribeHere(page, inbox, freshAddress);
      const link = await giveLink(page);
      expect(await giveLink(page)).toBe(link);

      const friend = await freshReader({ javaScriptEnabled });
      await friend.goto(link);
      await expect(friend).toHaveURL(new RegExp(`${path}$`));
      const wall = new Wall(friend);
      await expect(wall.gated).toContainText(words);
      await expect(friend.getByText('A subscriber has given you this article.')).toBeVisible();
      await expect(friend.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
      await expect(wall.give).toHaveCount(0);
      const answer = await friend.goto(path);
      expect(answer?.headers()['cache-control']).toContain('private');
      await friend.goto(closedArticles.sandbar);
      await expect(wall.region).toBeVisible();

      await page.goto('/gifts');
      await page.getByRole('button', { name: 'Take it back' }).click();
      await expect(page.getByRole('status')).toHaveText('Taken back. The link opens nothing any more.');
      await friend.goto(path);
      await expect(wall.region).toBeVisible();
      const ended = await friend.goto(link);
      expect(ended?.status()).toBe(410);
      await expect(friend.getByRole('heading')).toHaveText('This gift has ended');
    });
  });
}

test('a program gets the link, and 429 with the day it may come again when the month is spent', async ({
  page,
  lake,
  inbox,
  freshAddress,
}) => {
  await page.goto(path);
  await subscribeHere(page, inbox, freshAddress);
  const give = (article: string) => page.request.post('/api/gift', { data: { article, language: 'en' } });
  const before = await lake.getDocument<{ gift: Record<string, unknown> }>('siteSettings');
  try {
    await lake.patch('siteSettings').set({ 'gift.perMonth': 1, 'gift.lifetimeDays': 9 }).commit();
    // Once the page says the one, the other has come, too: a gift too early would be one for good.
    await expect.poll(async () => (await page.request.get(path)).text()).toContain('for 9 days.');
    const given = await give(slug);
    expect((await given.json()).url).toMatch(/\/gift\/[\w-]{43}$/);
    const limited = await give('how-a-sandbar-became-cancun');
    expect(limited.status()).toBe(429);
    expect(Number(limited.headers()['retry-after'])).toBeGreaterThan(0);
    expect((await limited.json()).message).toMatch(
      /^The limit is 1 a month\. The next ones can be given from \w+ 1\./,
    );
    const page429 = page.waitForResponse((response) => response.url().includes('result=limited'));
    await page.goto(closedArticles.sandbar);
    await new Wall(page).give.click();
    expect((await page429).status()).toBe(429);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('You have given all of this month');
  } finally {
    await lake.patch('siteSettings').set({ gift: before?.gift }).commit();
  }
});

test('scanners that open a link spend nothing, and no answer to it is kept, indexed or told to other hosts', async ({
  page,
  request,
  inbox,
  freshAddress,
}) => {
  await page.goto(path);
  await subscribeHere(page, inbox, freshAddress);
  const link = await giveLink(page);
  for (let look = 0; look < 3; look += 1) {
    for (const method of ['HEAD', 'GET']) {
      const answer = await request.fetch(link, { method, maxRedirects: 0 });
      expect([answer.status(), answer.headers().location]).toEqual([303, path]);
      expect(answer.headers()['cache-control']).toBe('private, no-store');
      expect(answer.headers()['x-robots-tag']).toContain('noindex');
      expect(answer.headers()['referrer-policy']).toBe('same-origin');
      expect(answer.headers()['set-cookie']).toMatch(
        /^gift=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/,
      );
    }
  }
});

test('a gift taken back on the account page is said there, and so is one that is somebody else’s', async ({
  page,
  inbox,
  freshAddress,
}) => {
  await page.goto(path);
  await subscribeHere(page, inbox, freshAddress);
  await giveLink(page);
  await page.goto('/account');
  const gifts = page.getByRole('region', { name: 'Gift links' });
  await gifts.getByRole('button', { name: 'Take it back' }).click();
  await expect(page).toHaveURL('/account?gift=revoked#gifts');
  await expect(gifts.getByRole('status')).toHaveText('Taken back. The link opens nothing any more.');
  await expect(gifts.getByRole('button')).toHaveCount(0);
  const form = { id: crypto.randomUUID(), language: 'en', page: 'account' };
  const answer = await page.request.post('/api/gift/revoke', { form });
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain('There is no such gift of yours.');
  const elsewhere = { ...form, page: 'https://elsewhere.example/' };
  const unlisted = await page.request.post('/api/gift/revoke', { form: elsewhere, maxRedirects: 0 });
  expect(unlisted.headers().location).toBe('/gifts?result=unknown');
});

test('a link that was never given is 404 in the reader’s language', async ({ page, request }) => {
  const answer = await page.goto(`/gift/${'A'.repeat(43)}`);
  expect(answer?.status()).toBe(404);
  expect(answer?.headers()['set-cookie']).toBeUndefined();
  await expect(page.getByRole('heading')).toHaveText('This gift is not one of ours');
  const spanish = await request.get('/gift/x', { headers: { 'accept-language': 'es-MX,es;q=0.9' } });
  expect([spanish.status(), await spanish.text()]).toEqual([
    404,
    expect.stringContaining('Este regalo no es nuestro'),
  ]);
});

test('only subscribers give, only from this site, and only what is closed and may be given', async ({
  page,
  request,
  inbox,
  lake,
  freshAddress,
}) => {
  const give = (data: object, headers: Record<string, string> = {}) =>
    page.request.post('/api/gift', { data: { language: 'en', ...data }, headers });
  expect((await request.post('/api/gift', { data: { article: slug, language: 'en' } })).status()).toBe(401);
  const byForm = await request.post('/api/gift', {
    form: { article: slug, language: 'en' },
    maxRedirects: 0,
  });
  expect([byForm.status(), byForm.headers().location]).toEqual([
    303,
    `/sign-in?source=${encodeURIComponent(path)}`,
  ]);
  expect((await request.post('/api/gift/revoke', { data: { id: crypto.randomUUID() } })).status()).toBe(401);
  await page.goto(path);
  await subscribeHere(page, inbox, freshAddress);
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
  expect((await give({ article: slug }, foreign)).status()).toBe(403);
  expect((await page.request.get('/api/gift')).status()).toBe(405);
  expect((await give({ article: 'never-was' })).status()).toBe(404);
  expect((await give({ article: 'us-presses-mexico-for-border-security-results' })).status()).toBe(409);
  const slow = 'article-slow-road-to-mahahual';
  try {
    await lake.patch(slow).set({ 'access.giftable': false }).commit();
    await expect.poll(async () => (await give({ article: 'slow-road-to-mahahual' })).status()).toBe(403);
    await page.goto('/articles/slow-road-to-mahahual');
    await expect(new Wall(page).give).toHaveCount(0);
  } finally {
    await lake.patch(slow).set({ 'access.giftable': true }).commit();
  }
});
