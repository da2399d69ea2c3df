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

test('what an editor types, chooses and creates in the fields of an article arrives in the lake', async ({
  openStudio,
  lake,
}) => {
  test.setTimeout(180_000);
  const story = await writeStory(lake, 'all-fields');
  const draft = () => lake.getDocument(`drafts.${story.id}`);
  const topics = '*[_type == "topic" && title.en == "A topic made on the way"]';
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.page.getByLabel('Analysis', { exact: true }).click();
    await studio.field('dateline.text').getByRole('textbox').fill('Mexico City');
    await studio.chooseReference(studio.field('dateline'), 'Tulum');
    await studio.uploadHero('Yellow fish above a reef');
    await studio.page.getByRole('button', { name: 'Open image edit dialog' }).first().click();
    await expect(studio.dialog.getByText('Adjust the circle')).toBeVisible();
    await studio.closeDialog();

    await studio.openGroup('Times and corrections');
    await studio.field('updatedAt').getByRole('textbox').fill('2026-03-01 08:30');
    await studio.field('updatedAt').getByRole('textbox').press('Tab');
    await studio.field('corrections').getByRole('button', { name: 'Add item' }).click();
    await studio.dialog.getByLabel('What was wrong and what is right').fill('It was Tuesday.');
    await studio.closeDialog();

    await studio.openGroup('Access');
    await studio.page.getByLabel('Subscribers: always asks').click();
    await studio.openGroup('Search and sharing');
    await studio.page.getByLabel('Keep out of search engines').click();
    await studio.openGroup('Flags and notes');
    await studio.page.getByLabel('Note among editors').fill('Call the harbour again.');

    await studio.openGroup('Section and topics');
    await studio.field('topics').getByRole('button', { name: 'Add item' }).click();
    await studio.field('topics').getByRole('combobox').waitFor();
    await studio.field('topics').getByRole('button', { name: 'Create' }).click();
    // Studio has one timer for all documents and sends what waits of the one that was edited last: the next one must
    // not come in between. The item is there a moment before it refers to something; only the reference is the last edit.
    await expect
      .poll(async () => (await draft())?.topics, { timeout: 20_000 })
      .toMatchObject([{ _ref: expect.any(String) }]);
    await studio.field('title.en').getByRole('textbox').fill('A topic made on the way');

    await expect
      .poll(async () => (await lake.fetch<string[]>(`${topics}._id`)).length, { timeout: 20_000 })
      .toBe(1);
    const [topic] = await lake.fetch<string[]>(`${topics}._id`);
    await expect.poll(draft, { timeout: 20_000 }).toMatchObject({
      kind: 'analysis',
      dateline: { text: 'Mexico City', place: { _type: 'reference' } },
      hero: { alt: 'Yellow fish above a reef', image: { asset: { _type: 'reference' } } },
      updatedAt: expect.stringMatching(/^2026-03-01T/),
      corrections: [{ _type: 'correction', text: 'It was Tuesday.' }],
      access: { level: 'subscribers' },
      seo: { noindex: true },
      editorNote: 'Call the harbour again.',
      topics: [{ _ref: topic?.replace('drafts.', '') }],
    });
  } finally {
    await story.remove();
    await lake.delete({ query: topics });
  }
});
