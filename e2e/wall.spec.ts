import { lastWordsOf } from './fixtures/gated-sentence.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect, test } from './fixtures/test.ts';
import { closedArticles, trustArticle, Wall } from './pages/wall.ts';

const { path, id } = trustArticle;
const thePublic = 'public, max-age=0, must-revalidate';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('under a preview stands the wall with every way on, and nothing of the text below it', async ({
      page,
      lake,
    }) => {
      const answer = await page.goto(path);
      expect(answer?.headers()['cache-control']).toBe(thePublic);
      const wall = new Wall(page);
      await expect(wall.region).toHaveAccessibleName('This article is for subscribers');
      await expect(wall.region).toContainText(
        'Subscribe free with your email address to read the rest of it and the full archive.',
      );
      await expect(wall.form.getByLabel('E-mail address')).toBeVisible();
      await expect(wall.region).toContainText('Already a subscriber?');
      await expect(wall.signIn).toHaveAttribute('href', `/sign-in?source=${encodeURIComponent(path)}`);
      await expect(wall.continueReading).toBeVisible();
      await expect(wall.region).toContainText('3 of 3 free articles left this month');
      await expect(page.getByRole('main').locator('form[data-subscribe-form]')).toHaveCount(1);
      expect(await page.content()).not.toContain(await lastWordsOf(lake, id));
    });

    test('who signs up at the wall and confirms gets the whole text', async ({
      page,
      lake,
      inbox,
      freshAddress,
    }) => {
      await page.goto(path);
      const wall = new Wall(page);
      await subscribeHere(page, inbox, freshAddress);
      await expect(page).toHaveURL(`${path}#subscribed`);
      await expect(wall.gated).toContainText(await lastWordsOf(lake, id));
      await expect(wall.region).toHaveCount(0);
      await expect(wall.gated.locator('> p').first()).toBeInViewport();
      await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
      await expect(page.getByText('Thank you. Your subscription is confirmed.')).toBeVisible();
      const again = await page.goto(path);
      expect(again?.headers()['cache-control']).toContain('private');
      expect(again?.headers()['cache-control']).toContain('no-store');
    });
  });
}

test('who confirms in another browser than the one they signed up in begins where the preview ended', async ({
  page,
  freshReader,
  inbox,
  freshAddress,
}) => {
  await page.goto(path);
  const { form } = new Wall(page);
  await form.getByLabel('E-mail address').fill(freshAddress);
  await form.getByRole('button', { name: 'Subscribe' }).click();
  const phone = await freshReader();
  await phone.goto((await inbox.mailTo(freshAddress, 'Confirm your subscription')).link);
  await phone.getByRole('button', { name: 'Confirm my subscription' }).click();
  await phone.waitForURL(/#subscribed$/);
  await expect(new Wall(phone).gated.locator('> *').first()).toBeInViewport();
  await expect(phone.getByRole('heading', { level: 1 })).not.toBeInViewport();
});

test('structured data names the element that stands around what is not free', async ({
  page,
  lake,
  inbox,
  freshAddress,
}) => {
  const data = async () => {
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
    return texts.map((text) => JSON.parse(text)).find((one) => one.headline);
  };
  const expectClosed = async () => {
    const { isAccessibleForFree, hasPart } = await data();
    expect([isAccessibleForFree, hasPart.isAccessibleForFree]).toEqual([false, false]);
    return page.locator(hasPart.cssSelector);
  };
  await page.goto(path);
  await expect((await expectClosed()).getByRole('heading')).toHaveText('This article is for subscribers');
  await subscribeHere(page, inbox, freshAddress);
  const gated = await expectClosed();
  await expect(gated).toHaveCount(1);
  await expect(gated).toContainText(await lastWordsOf(lake, id));
  // What everybody gets is outside.
  const first = await page.locator('[data-article-body] > p').first().textContent();
  expect(await gated.textContent()).not.toContain(first);
  await page.goto('/articles/where-the-sargassum-comes-from');
  expect(await data()).toMatchObject({ isAccessibleForFree: true });
  expect(await data()).not.toHaveProperty('hasPart');
});

test('cookies that say nothing true get the preview, kept for nobody', async ({ request, lake }) => {
  const words = await lastWordsOf(lake, id);
  const public_ = await (await request.get(path)).text();
  expect(public_).not.toContain(words);
  for (const name of [
    'session',
    'meter',
    'gift',
    'pending',
    '__Host-session',
    '__Host-meter',
    '__Host-gift',
  ]) {
    const cookie = `a=b; ${name}=${'A'.repeat(43)}`;
    for (const [address, headers] of [
      [path, { cookie }],
      [`${path}?_rsc`, { cookie, rsc: '1' }],
    ] as const) {
      const answer = await request.get(address, { headers });
      expect(answer.headers()['cache-control'], name).toContain('no-store');
      expect(await answer.text(), name).not.toContain(words);
    }
  }
  expect((await request.get(path, { headers: { cookie: 'not-session=1' } })).headers()['cache-control']).toBe(
    thePublic,
  );
});

test('the level public opens an article at once, and the wall is gone', async ({ page, lake }) => {
  const slow = 'article-slow-road-to-mahahual';
  const address = '/articles/slow-road-to-mahahual';
  const words = await lastWordsOf(lake, slow);
  const read = async () => (await page.request.get(address)).text();
  expect(await read()).not.toContain(words);
  try {
    await lake.patch(slow).set({ 'access.level': 'public' }).commit();
    await expect.poll(read).toContain(words);
    expect(await read()).not.toContain('id="wall"');
  } finally {
    await lake.patch(slow).set({ 'access.level': 'subscribers' }).commit();
  }
  await expect.poll(read).not.toContain(words);
});

test('an article that the archive rule has closed has the same wall', async ({ page }) => {
  await page.goto(closedArticles.canal);
  await expect(new Wall(page).region).toHaveAccessibleName('This article is for subscribers');
});
