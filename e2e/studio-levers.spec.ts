import type { Locator, Page } from 'playwright/test';
import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

/** By the handle, in steps: a jump is no drag. */
async function dragOnto(page: Page, handle: Locator, target: Locator): Promise<void> {
  await handle.scrollIntoViewIfNeeded();
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error('There is nothing to drag');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2 - 10, { steps: 5 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2 - 5, { steps: 15 });
  await page.mouse.up();
}

test('what an editor drags to the top of the front page and publishes stands there for readers', async ({
  openStudio,
  lake,
  request,
}) => {
  test.setTimeout(180_000);
  const before = await lake.getDocument('frontPage-es');
  const orderOf = async () => {
    const draft = await lake.getDocument('drafts.frontPage-es');
    return draft?.seconds.map((one: { _key: string }) => one._key);
  };
  const keys: string[] = before?.seconds.map((one: { _key: string }) => one._key);
  const [first, second, third] = keys;
  const studio = await openStudio();
  try {
    await studio.open('frontPage', 'frontPage-es');
    const handles = studio.field('seconds').locator('[data-ui=DragHandleButton]');
    await handles.nth(1).waitFor();
    await dragOnto(studio.page, handles.nth(1), handles.nth(0));
    await expect.poll(orderOf, { timeout: 20_000 }).toEqual([second, first, third]);

    await studio.publishNow();
    const secondsOf = async () => {
      const text = await (await request.get('/es')).text();
      // The newest are listed further down, too: the first place of each is its rank.
      return keys.toSorted((a, b) => placeOf(text, a) - placeOf(text, b));
    };
    await expect.poll(secondsOf, { timeout: 20_000 }).toEqual([second, first, third]);
  } finally {
    await studio.page.close();
    if (before) await lake.transaction().delete('drafts.frontPage-es').createOrReplace(before).commit();
  }
});

const placeOf = (text: string, key: string) => text.indexOf(`/es/articles/${key.replace(/^es-/, '')}`);

test('an editor sees the search result and the shared link while they type', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'seen-in-search');
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.openGroup('Search and sharing');
    const found = studio.page.getByRole('region', { name: 'In search results' });
    const shared = studio.page.getByRole('region', { name: 'When shared' });
    await expect(found).toContainText(`${story.headline} | Riviera Maya News & Events`);
    await expect(found).toContainText('articles › seen-in-search');
    await studio.field('seo.title').getByRole('textbox').fill('The tide, in short');
    await studio.field('seo.description').getByRole('textbox').fill('Said for those who search.');
    await expect(found).toContainText('The tide, in short | Riviera Maya News & Events');
    await expect(shared).toContainText('The tide, in short');
    await expect(shared).toContainText('Said for those who search.');
    await studio.page.getByLabel('Keep out of search engines').click();
    await expect(found).toContainText('Nowhere');
  } finally {
    await story.remove();
  }
});

test('a redirect that would lead in a circle cannot be published', async ({ openStudio, lake }) => {
  const redirect = (_id: string, from: string, to: string) => ({
    ...{ _id, _type: 'redirect', from, to, match: 'exact', permanent: true },
  });
  await lake
    .transaction()
    .createOrReplace(redirect('redirect-there', '/there', '/back'))
    .createOrReplace(redirect('drafts.redirect-back', '/back', '/there'))
    .commit();
  try {
    const studio = await openStudio();
    await studio.open('redirect', 'redirect-back');
    const fault = studio.field('to').getByTestId('input-validation-icon-error');
    await fault.hover();
    await expect(studio.page.getByText('This leads in a circle: /back → /there → /back.')).toBeVisible();
    await expect(studio.publish).toBeDisabled();
  } finally {
    await lake.transaction().delete('redirect-there').delete('drafts.redirect-back').commit();
  }
});
