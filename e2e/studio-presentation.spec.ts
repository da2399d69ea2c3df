import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage } from './pages/article-page.ts';
import { ofPresentation, Presentation } from './pages/presentation.ts';
import { Studio } from './pages/studio.ts';

const slug = 'a-story-beside-its-page';
const id = `article-${slug}`;
const path = `/articles/${slug}`;
const published = 'What readers have read since morning';

test.use({ expectedConsole: ofPresentation });

test.beforeEach(({ lake }) => writeStory(lake, slug, { headline: published }));
test.afterEach(
  async ({ lake }) => void (await lake.transaction().delete(`drafts.${id}`).delete(id).commit()),
);

test('an editor types beside the page and sees it change, clicks a headline and is in its field, and leaves', async ({
  page,
  editorPassword,
  freshReader,
}) => {
  test.setTimeout(240_000);
  await new Studio(page).signIn(editorPassword);
  const studio = new Presentation(page);
  await studio.open(path);
  await expect(studio.draftBar).toBeVisible({ timeout: 60_000 });
  await expect(studio.headlineInFrame).toContainText(published);
  await expect(page).toHaveURL(new RegExp(`/presentation/article/${id}`));
  await expect(page.getByText('Used on 3 pages')).toBeVisible({ timeout: 20_000 });

  const typed = 'What an editor has typed just now';
  await studio.headlineField.fill(typed);
  await expect(studio.headlineInFrame).toContainText(typed, { timeout: 20_000 });

  const reader = new ArticlePage(await freshReader());
  await reader.open(path);
  await expect(reader.headline).toHaveText(published);
  const shown = await page.request.get(path);
  expect(await shown.text()).toContain(typed);
  expect(shown.headers()['cache-control']).toBe('private, no-store');

  await studio.standfirstField.click();
  await studio.headlineInFrame.click();
  await expect(studio.headlineField).toBeFocused({ timeout: 20_000 });

  await studio.leaveDrafts.click();
  await expect(page).toHaveURL(path);
  await expect(new ArticlePage(page).headline).toHaveText(published);
  expect(await (await page.request.get(path)).text()).not.toContain(typed);
});

test('a draft that is only begun says what its page still needs, instead of failing', async ({
  page,
  lake,
  editorPassword,
}) => {
  test.setTimeout(180_000);
  await lake.createOrReplace({
    ...{ _id: `drafts.${id}`, _type: 'article', language: 'en', headline: 'A story that is only begun' },
    slug: { _type: 'slug', current: slug },
  });
  await new Studio(page).signIn(editorPassword);
  const studio = new Presentation(page);
  await studio.open(path);
  await expect(studio.headlineInFrame).toHaveText('This draft cannot be shown yet', { timeout: 60_000 });
  await expect(studio.frame.getByRole('main').getByRole('listitem')).toHaveText(['standfirst', 'section']);
});

test('nobody sees a draft without having come from Studio, whatever cookie they carry', async ({
  lake,
  request,
}) => {
  const typed = 'What nobody may see before it is published';
  await lake.createOrReplace({
    ...{ _id: `drafts.${id}`, _type: 'article', language: 'en', headline: typed, standfirst: 'Not out yet.' },
    slug: { _type: 'slug', current: slug },
    section: { _type: 'reference', _ref: 'section-community' },
  });
  const end = Date.now() + 3_600_000;
  for (const cookie of [
    'draft=1',
    `draft=${end}.${'A'.repeat(43)}`,
    '__Host-draft=1',
    '__prerender_bypass=1',
  ]) {
    const answer = await request.get(path, { headers: { cookie } });
    expect(answer.status()).toBe(200);
    const text = await answer.text();
    expect(text).toContain(published);
    expect(text).not.toContain(typed);
    expect(text).not.toContain('Drafts are shown');
  }
  const opened = await request.get(
    `/api/draft?sanity-preview-secret=guessed&sanity-preview-pathname=${path}`,
  );
  expect(opened.status()).toBe(401);
  expect(opened.headers()['set-cookie']).toBeUndefined();
  const left = await request.post('/api/draft/leave', { form: { path: '//example.org/' }, maxRedirects: 0 });
  expect([left.status(), left.headers().location]).toEqual([303, '/']);
});
