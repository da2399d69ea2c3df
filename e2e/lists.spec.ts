import { statusNotice } from './fixtures/console-guard.ts';
import { writeStories } from './fixtures/many-stories.ts';
import { expect, test } from './fixtures/test.ts';
import { ListPage } from './pages/list-page.ts';

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('topics, places, people and months go on over pages with addresses of their own, and end at their last', async ({
    page,
    request,
    lake,
  }) => {
    const stories = await writeStories(lake, 41);
    try {
      for (const [path, name] of Object.entries(stories.lists)) {
        await expect
          .poll(async () => (await request.get(`${path}/page/3`)).status(), { message: path })
          .toBe(200);
        const list = new ListPage(page);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
        await expect(list.stories).toHaveCount(20);
        await list.pageLink('Older stories').click();
        await expect(page).toHaveURL(`${path}/page/2`);
        await expect(page.locator('link[rel=canonical]')).toHaveAttribute(
          'href',
          new RegExp(`${path}/page/2$`),
        );
        await list.pageLink('Page 3').click();
        await expect(page.getByText('Page 3 of 3')).toBeVisible();
        await expect(list.stories).toHaveText(/Story 1$/);
        await list.pageLink('Page 1').click();
        await expect(page).toHaveURL(path);
        for (const none of ['0', '1', '01', '4', '1e1', 'last'])
          expect((await request.get(`${path}/page/${none}`)).status(), `${path} ${none}`).toBe(404);
      }
    } finally {
      await stories.remove();
    }
  });

  test('a reader goes from the foot of the page into the archive, to a year, a month and a story, and changes the language', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
    await page.getByRole('link', { name: '2026', exact: true }).click();
    await expect(page).toHaveURL('/archive/2026');
    await page.getByRole('link', { name: 'January 2026' }).click();
    await expect(page).toHaveURL('/archive/2026/01');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('January 2026');
    await expect(
      page.getByRole('link', { name: 'U.S. Presses Mexico for Border Security Results' }),
    ).toBeVisible();
    await page.goto('/es/archive');
    await page.getByRole('link', { name: 'enero de 2026' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enero de 2026');
  });
});

test('a person’s page says who they are; one who writes elsewhere is found there', async ({ page, lake }) => {
  await page.goto('/people/environment-desk');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Environment desk');
  await expect(page.getByText('Reef, forest, water and weather', { exact: true })).toBeVisible();
  const id = 'person-environment-desk';
  await lake
    .patch(id)
    .set({ sameAs: ['https://social.example/@reef'] })
    .commit();
  try {
    await expect
      .poll(async () => (await page.request.get('/people/environment-desk')).text())
      .toContain('https://social.example/@reef');
  } finally {
    await lake.patch(id).unset(['sameAs']).commit();
  }
});

test.describe('what is not there', () => {
  test.use({ expectedConsole: statusNotice(404) });

  test('an unknown topic, place, person, month or year is a 404 in both languages; a topic without stories says so', async ({
    page,
    lake,
  }) => {
    for (const prefix of ['', '/es'])
      for (const path of [
        ...['/topics/nothing', '/places/nothing', '/people/nothing', '/topics/environment-desk'],
        ...['/archive/2026/13', '/archive/2026/1', '/archive/1999', '/archive/1999/12', '/archive/x'],
      ])
        expect((await page.request.get(prefix + path)).status(), prefix + path).toBe(404);
    const topic = { _type: 'topic', _id: 'topic-quiet', slug: { _type: 'slug', current: 'quiet' } };
    await lake.createOrReplace({ ...topic, title: { en: 'Quiet', es: 'Silencio' } });
    try {
      await expect.poll(async () => (await page.request.get('/topics/quiet')).status()).toBe(200);
      await page.goto('/topics/quiet');
      await expect(page.getByText('Nothing has been published on this topic yet.')).toBeVisible();
    } finally {
      await lake.delete('topic-quiet');
    }
  });
});
