import { paragraph, writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';
import type { Studio } from './pages/studio.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.repeat(2);
const digits = '0123456789'.repeat(4);

/** Both keyboards at once, one a little faster than the other, so that their letters fall between each other. */
const typeTogether = (editor: Studio, maria: Studio) =>
  Promise.all([
    editor.page.keyboard.type(letters, { delay: 70 }),
    maria.page.keyboard.type(digits, { delay: 90 }),
  ]);

test('two editors write one article at once: each sees the other, and no keystroke is lost', async ({
  openStudio,
  lake,
}) => {
  test.setTimeout(120_000);
  const story = await writeStory(lake, 'two-editors', {
    body: [paragraph('upper', 'The upper paragraph:'), paragraph('lower', 'The lower paragraph:')],
  });
  const draft = () => lake.getDocument(`drafts.${story.id}`);
  try {
    const editor = await openStudio();
    const maria = await openStudio('maria');
    for (const studio of [editor, maria]) await studio.open('article', story.id);

    await editor.headline.click();
    await expect(maria.presenceOf('Editor')).toBeVisible();

    // In two fields at the same time.
    await editor.headline.press('End');
    await maria.standfirst.press('ControlOrMeta+End');
    await Promise.all([
      editor.headline.pressSequentially(' and a half', { delay: 40 }),
      maria.standfirst.pressSequentially(' In the evening.', { delay: 40 }),
    ]);
    const headline = `${story.headline} and a half`;
    const standfirst = /when the test is over\. In the evening\.$/;
    await expect(maria.headline).toHaveValue(headline);
    await expect(editor.standfirst).toHaveValue(standfirst);

    // In one field, one after the other.
    await maria.headline.press('End');
    await maria.headline.pressSequentially(', says Maria', { delay: 20 });
    await expect(editor.headline).toHaveValue(`${headline}, says Maria`);
    await editor.headline.press('End');
    await editor.headline.pressSequentially('; so be it', { delay: 20 });
    await expect(maria.headline).toHaveValue(`${headline}, says Maria; so be it`);

    // In two paragraphs of one text at the same time.
    const upper = ' one two three four five six seven.';
    const lower = ' uno dos tres cuatro cinco seis siete.';
    await editor.caretAfter('The upper paragraph:');
    await maria.caretAfter('The lower paragraph:');
    await Promise.all([
      editor.page.keyboard.type(upper, { delay: 40 }),
      maria.page.keyboard.type(lower, { delay: 40 }),
    ]);
    for (const studio of [editor, maria]) {
      await expect(studio.body).toContainText(`The upper paragraph:${upper}`);
      await expect(studio.body).toContainText(`The lower paragraph:${lower}`);
    }
    await expect.poll(draft).toMatchObject({
      headline: `${headline}, says Maria; so be it`,
      standfirst: expect.stringMatching(standfirst),
      body: [
        paragraph('upper', `The upper paragraph:${upper}`),
        paragraph('lower', `The lower paragraph:${lower}`),
      ],
    });
  } finally {
    await story.remove();
  }
});

test('two editors type into the same field and the same paragraph at once, and every keystroke is there', async ({
  openStudio,
  lake,
}) => {
  test.setTimeout(120_000);
  const headline = 'the tide was out';
  const story = await writeStory(lake, 'two-keyboards', { headline, body: [paragraph('only', headline)] });
  const draft = () => lake.getDocument(`drafts.${story.id}`);
  try {
    const editor = await openStudio();
    const maria = await openStudio('maria');
    for (const studio of [editor, maria]) await studio.open('article', story.id);

    await editor.headline.press('End');
    await maria.headline.press('Home');
    await typeTogether(editor, maria);
    const merged = `${digits}${headline}${letters}`;
    await expect.poll(draft).toMatchObject({ headline: merged });
    for (const studio of [editor, maria]) await expect(studio.headline).toHaveValue(merged);

    await editor.caretAfter(headline);
    await maria.caretAfter(headline);
    await maria.page.keyboard.press('Home');
    await typeTogether(editor, maria);
    await expect.poll(draft).toMatchObject({ headline: merged, body: [paragraph('only', merged)] });
    for (const studio of [editor, maria]) await expect.poll(() => studio.bodyText()).toContain(merged);
  } finally {
    await story.remove();
  }
});
