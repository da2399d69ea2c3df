import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

test('a query of an editor’s own is answered', async ({ openStudio }) => {
  const { page } = await openStudio();
  await page.goto('/studio/vision');
  // The editor of queries is one of those that only look like a text field.
  const query = page.locator('.cm-content').first();
  await query.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText('*[_type == "section" && slug.current == "environment"].title.es');
  await page.getByRole('button', { name: 'Fetch' }).click();
  await expect(
    page
      .getByRole('region')
      .filter({ hasText: /^Result/ })
      .getByText('Medio ambiente'),
  ).toBeVisible();
});

test('search finds an article by a word of its headline, and opens it', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'found-by-search', { headline: 'The axolotl that nobody expected' });
  try {
    const studio = await openStudio();
    await studio.page.goto('/studio');
    await studio.page.getByRole('button', { name: 'Open search' }).click();
    await studio.page.getByPlaceholder('Search', { exact: true }).fill('axolotl');
    await studio.page.getByRole('option', { name: story.headline }).getByRole('link').click();
    await expect(studio.headline).toHaveValue(story.headline);
  } finally {
    await story.remove();
  }
});
