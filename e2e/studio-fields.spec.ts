import { paragraph, writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

test('every kind of block that an editor puts into a text arrives in the lake as typed', async ({
  openStudio,
  lake,
}) => {
  test.setTimeout(180_000);
  const story = await writeStory(lake, 'all-blocks');
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.caretAfter('The tide was out.');

    const quote = await studio.insertBlock('pullQuote');
    await quote.getByLabel('Words').fill('Nobody owns the tide.');
    await quote.getByLabel('Who said it').fill('A fisher');
    await studio.closeDialog();

    const facts = await studio.insertBlock('factBox');
    await facts.getByRole('textbox', { name: 'Title' }).fill('The tide in numbers');
    const factText = facts.locator('[contenteditable=true]');
    await factText.click();
    await studio.page.keyboard.type('Twice a day.');
    await studio.closeDialog();

    const embed = await studio.insertBlock('embed');
    await embed.getByRole('textbox', { name: 'Address' }).fill('https://example.org/map');
    await embed.getByLabel('What it is').fill('A map of the bay');
    await studio.closeDialog();

    const related = await studio.insertBlock('relatedLink');
    await related.getByRole('combobox').fill('Bees Without a Sting');
    await studio.page.getByRole('option', { name: 'Bees Without a Sting' }).first().click();
    await studio.closeDialog();

    const note = await studio.insertBlock('correctionNote');
    await note.getByLabel('What was wrong and what is right').fill('It was Tuesday, not Monday.');
    await studio.closeDialog();

    await studio.insertBlock('paywallBreak');
    await studio.closeDialog();

    const body = async () => (await lake.getDocument(`drafts.${story.id}`))?.body;
    await expect.poll(body, { timeout: 20_000 }).toMatchObject([
      paragraph('first', 'The tide was out.'),
      { _type: 'pullQuote', text: 'Nobody owns the tide.', attribution: 'A fisher' },
      {
        ...{ _type: 'factBox', title: 'The tide in numbers' },
        body: [{ _type: 'block', children: [{ text: 'Twice a day.' }] }],
      },
      { _type: 'embed', url: 'https://example.org/map', title: 'A map of the bay' },
      { _type: 'relatedLink', article: { _ref: 'article-bees-without-a-sting' } },
      { _type: 'correctionNote', text: 'It was Tuesday, not Monday.' },
      { _type: 'paywallBreak' },
    ]);
  } finally {
    await story.remove();
  }
});
