import { paragraph, writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/test.ts';
import { ofPresentation, Presentation } from './pages/presentation.ts';
import { Studio } from './pages/studio.ts';

const slug = 'a-story-with-everything-on-its-page';

test.use({ expectedConsole: ofPresentation });

test('whatever an article shows of its document leads to the field it is written in', async ({
  page,
  lake,
  editorPassword,
}) => {
  test.setTimeout(240_000);
  const image = await lake.fetch('*[_type == "article" && defined(hero.image.asset)][0].hero.image');
  const row = { _type: 'tableRow', cells: ['Boats at the pier', 'Twelve'] };
  const story = await writeStory(lake, slug, {
    hero: { _type: 'figure', image, alt: 'A pier at low tide', caption: 'The pier this morning' },
    body: [
      paragraph('first', 'The tide was out.'),
      { _type: 'table', _key: 'boats', rows: [{ ...row, _key: 'a' }] },
      // As it is just after an editor has put it in.
      { _type: 'pullQuote', _key: 'begun' },
    ],
    corrections: [{ _key: 'a', _type: 'correction', text: 'It was not high water.', date: '2026-01-02' }],
  });
  // With a draft of it: what is published may not lack the words of a quote.
  await lake.createOrReplace({
    ...(await lake.getDocument(story.id)),
    ...{ _type: 'article', _id: `drafts.${story.id}` },
  });

  await new Studio(page).signIn(editorPassword);
  const studio = new Presentation(page);
  await studio.open(`/articles/${slug}`);
  const { frame } = studio;
  await expect(page.getByText('Used on 3 pages')).toBeVisible({ timeout: 60_000 });
  const texts = frame.getByRole('article').first();
  for (const [shown, field] of [
    [texts.getByRole('img'), 'hero.alt'],
    [texts.getByText('The pier this morning'), 'hero.caption'],
    [texts.getByText('Written for a test'), 'standfirst'],
    [texts.getByText('Environment desk'), 'person-environment-desk/name'],
    [texts.getByText('The tide was out.'), 'body[_key=="first"].children[_key=="first-1"].text'],
    [texts.getByText('Twelve'), 'body[_key=="boats"].rows[_key=="a"].cells[1]'],
    [texts.getByText('It was not high water.'), 'corrections[_key=="a"].text'],
    [texts.getByRole('link', { name: 'Environment' }).first(), 'section-environment/title.en'],
    [frame.getByRole('region', { name: 'Related stories' }).getByRole('link').first(), '/headline'],
  ] as const) {
    await studio.click(shown);
    await expect.poll(() => decodeURIComponent(page.url()), { timeout: 20_000 }).toContain(field);
  }
  await studio.open('/');
  await expect(studio.draftBar).toBeVisible({ timeout: 60_000 });
  // A card's link covers the card, but not the fields of its other texts.
  const standfirst = frame.getByRole('main').getByRole('article').first().getByRole('paragraph').first();
  await expect(async () => {
    // What lies over the page to be clicked comes a moment after the page.
    await studio.click(standfirst);
    await expect.poll(() => page.url(), { timeout: 5000 }).toContain('/standfirst?');
  }).toPass({ timeout: 60_000 });
  await story.remove();
});
