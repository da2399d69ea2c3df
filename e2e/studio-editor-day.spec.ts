import { anyOf, beforeSignIn, ofStudioItself } from './fixtures/console-guard.ts';
import { expect, test } from './fixtures/test.ts';
import { Studio } from './pages/studio.ts';

test.use({ expectedConsole: anyOf(ofStudioItself, beforeSignIn) });

test('an editor writes an article with a picture, publishes, changes, unpublishes and deletes it, and readers see each', async ({
  page,
  editorPassword,
  request,
}) => {
  test.setTimeout(300_000);
  const studio = new Studio(page);
  const headline = `A morning at the reef ${Date.now().toString(36)}`;
  await studio.signIn(editorPassword);
  await studio.newArticle();
  await studio.headline.fill(headline);
  await studio.standfirst.fill(
    'What lives in the first metre of water, and how to look at it without touching it.',
  );
  await page.getByRole('button', { name: 'Generate' }).click();
  await expect(studio.slug).toHaveValue(/a-morning-at-the-reef/);
  const path = `/articles/${await studio.slug.inputValue()}`;
  expect((await request.get(path)).status()).toBe(404);

  await studio.chooseSection('Environment');
  await studio.chooseByline('Environment desk');
  await studio.uploadHero('Yellow fish above a reef in sunlight');
  await studio.body.click();
  await page.keyboard.type('The reef wakes before the boats do.');
  await studio.publishNow();
  const read = async () => (await request.get(path)).text();
  await expect.poll(read).toContain('The reef wakes before the boats do.');
  await expect.poll(async () => (await request.get('/')).text()).toContain(headline);

  await studio.headline.fill(`${headline}, again`);
  await studio.publishNow();
  await expect.poll(read).toContain(`${headline}, again`);

  await studio.unpublishNow();
  await expect.poll(async () => (await request.get(path)).status()).toBe(404);

  await studio.deleteNow();
  await expect(page.getByText('The document was successfully deleted')).toBeVisible();
});

test('two tabs of Studio on one article both go on saving', async ({ freshReader, editorPassword, lake }) => {
  test.setTimeout(240_000);
  const first = new Studio(await freshReader());
  await first.signIn(editorPassword);
  const second = new Studio(await first.page.context().newPage());
  const path = '/studio/structure/articles;in-en;article-the-canal-at-muyil';
  const headlineOfDraft = async () => (await lake.getDocument('drafts.article-the-canal-at-muyil'))?.headline;
  try {
    for (const studio of [first, second]) await studio.page.goto(path);
    for (const [round, studio] of [first, second, first, second].entries()) {
      const headline = `The Canal at Muyil, edition ${round}`;
      await studio.headline.fill(headline);
      await expect.poll(headlineOfDraft, { timeout: 20_000 }).toBe(headline);
      const other = studio === first ? second : first;
      await expect(other.headline).toHaveValue(headline, { timeout: 20_000 });
    }
  } finally {
    await lake.delete('drafts.article-the-canal-at-muyil').catch(() => undefined);
  }
});
