import { paragraph, writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';
import { StudioText } from './pages/studio-text.ts';

const open = { access: { level: 'public' } };

test('pictures in the text, a gallery and a table are published as typed, and readers see them', async ({
  openStudio,
  lake,
  page,
}) => {
  test.setTimeout(180_000);
  const story = await writeStory(lake, 'pictures-and-a-table', open);
  const pictures = ['A reef', 'The same reef', 'The reef again'].map((alt) => ({
    ...{ alt, caption: `${alt}, in the morning.`, credit: 'Photograph: the desk' },
  }));
  const [alone, ...hung] = pictures;
  const rows = [
    ['Day', 'High water'],
    ['Monday', '07:12'],
  ];
  try {
    const studio = await openStudio();
    const text = new StudioText(studio);
    await studio.open('article', story.id);
    await studio.caretAfter('The tide was out.');

    await studio.insertBlock('figure');
    if (alone) await text.fillPicture(alone);
    await studio.closeDialog();

    await studio.insertBlock('gallery');
    for (const picture of hung) {
      await text.addItem();
      await text.fillPicture(picture);
      await text.backTo('Gallery');
    }
    await studio.closeDialog();

    const table = await studio.insertBlock('table');
    await table.getByLabel('What the table shows').fill('The tides of the week');
    for (const cells of rows) {
      await text.addItem();
      await text.fillRow(cells);
      await text.backTo('The tides of the week');
    }
    await studio.closeDialog();
    await studio.publishNow();

    const body = async () => (await lake.getDocument(story.id))?.body;
    const image = { asset: { _type: 'reference', _ref: expect.stringMatching(/^image-/) } };
    const figure = (words: object) => ({ _type: 'figure', image, ...words });
    await expect.poll(body, { timeout: 20_000 }).toMatchObject([
      paragraph('first', 'The tide was out.'),
      figure(alone ?? {}),
      { _type: 'gallery', figures: hung.map(figure) },
      {
        ...{ _type: 'table', caption: 'The tides of the week', headerRow: true },
        rows: rows.map((cells) => ({ _type: 'tableRow', cells })),
      },
    ]);

    const article = page.getByRole('main').getByRole('article').first();
    await expect
      .poll(async () => {
        await page.goto('/articles/pictures-and-a-table');
        return article.getByRole('table').count();
      })
      .toBe(1);
    for (const { alt, caption, credit } of pictures) {
      const shown = article.getByRole('figure').filter({ hasText: caption });
      await expect(shown.getByText(credit)).toBeVisible();
      const img = shown.getByRole('img', { name: alt, exact: true });
      await img.scrollIntoViewIfNeeded();
      await expect.poll(() => img.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBeGreaterThan(0);
    }
    await expect(article.getByRole('list').getByRole('figure')).toHaveCount(2);
    const read = article.getByRole('table', { name: 'The tides of the week' });
    await expect(read.getByRole('columnheader')).toHaveText(rows[0] ?? []);
    await expect(read.getByRole('cell')).toHaveText(rows[1] ?? []);
  } finally {
    await story.remove();
  }
});

test('marks, links, headings and lists are published as typed, and a link that would run a script is not', async ({
  openStudio,
  lake,
  page,
}) => {
  test.setTimeout(180_000);
  const story = await writeStory(lake, 'marks-and-links', open);
  try {
    const studio = await openStudio();
    const text = new StudioText(studio);
    const { keyboard } = studio.page;
    await studio.open('article', story.id);
    await studio.caretAfter('The tide was out.');
    await text.newParagraph('Nobody ');
    await text.typeMarked('at all', 'b');
    await keyboard.type(' owns ');
    await text.typeMarked('the water', 'i');

    await text.newParagraph('Map');
    await text.linkWord('Link');
    const address = text.annotation.getByLabel('Address');
    const fault = text.annotation.getByTestId('input-validation-icon-error');
    await address.fill('javascript:alert(1)');
    await expect(fault).toBeVisible();
    await expect(studio.publish).toBeDisabled();
    await address.fill('https://example.org/map');
    await expect(fault).toBeHidden();
    await text.leaveLink();

    await text.newParagraph('Bees');
    await text.linkWord('Link to an article');
    await studio.chooseReference(text.annotation, 'Bees Without a Sting');
    await text.leaveLink();

    await text.newParagraph('A boat');
    await text.press('Bullets');
    await studio.caretAfter('The tide was out.');
    await text.newParagraph('What remains');
    await text.chooseStyle('h2');
    await studio.publishNow();

    const body = async () => (await lake.getDocument(story.id))?.body;
    const marks = [expect.any(String)];
    await expect.poll(body, { timeout: 20_000 }).toMatchObject([
      paragraph('first', 'The tide was out.'),
      { _type: 'block', style: 'h2', children: [{ text: 'What remains' }] },
      {
        ...{ _type: 'block', style: 'normal' },
        children: [
          { text: 'Nobody ', marks: [] },
          { text: 'at all', marks: ['strong'] },
          { text: ' owns ', marks: [] },
          { text: 'the water', marks: ['em'] },
        ],
      },
      {
        children: [{ text: 'Map', marks }],
        markDefs: [{ _type: 'link', href: 'https://example.org/map' }],
      },
      {
        children: [{ text: 'Bees', marks }],
        markDefs: [{ _type: 'articleLink', article: { _ref: 'article-bees-without-a-sting' } }],
      },
      { _type: 'block', listItem: 'bullet', level: 1, children: [{ text: 'A boat' }] },
    ]);

    const article = page.getByRole('main').getByRole('article').first();
    await expect
      .poll(async () => {
        await page.goto('/articles/marks-and-links');
        return article.getByRole('heading', { name: 'What remains', level: 2 }).count();
      })
      .toBe(1);
    const written = article.locator('[data-article-body]');
    await expect(written.getByRole('strong')).toHaveText('at all');
    await expect(written.getByRole('emphasis')).toHaveText('the water');
    await expect(written.getByRole('link', { name: 'Map' })).toHaveAttribute(
      'href',
      'https://example.org/map',
    );
    await expect(written.getByRole('listitem')).toHaveText('A boat');
    await written.getByRole('link', { name: 'Bees' }).click();
    await expect(page).toHaveURL('/articles/bees-without-a-sting');
  } finally {
    await story.remove();
  }
});
