import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';
import { seedPicture } from './pages/studio.ts';
import { StudioForm } from './pages/studio-form.ts';

test.setTimeout(120_000);
test.use({ actionTimeout: 20_000 });

test('what an editor sets beside the text arrives in the lake: who gets it, where it belongs, when, and what is held', async ({
  openStudio,
  lake,
}) => {
  const story = await writeStory(lake, 'beside-the-text');
  try {
    const studio = await openStudio();
    const form = new StudioForm(studio);
    await studio.open('article', story.id);
    await form.write({ bylineText: 'A staff report' });
    await studio.field('bylines').getByText('Environment desk').click();
    await studio.dialog.getByLabel('Role in this article').fill('Photographs');
    await studio.closeDialog();

    await studio.openGroup('Section and topics');
    await form.addReference('places', 'Tulum');
    await form.addReference('relatedPinned', 'Bees Without a Sting');
    await form.tick('Keep this out of related articles');

    await studio.openGroup('Times and corrections');
    await form.write({ embargoUntil: '2999-03-01 08:30' });
    await studio.field('corrections').getByRole('button', { name: 'Add item' }).click();
    await studio.dialog.getByLabel('What was wrong and what is right').fill('It could be misread.');
    await studio.dialog.getByRole('combobox').selectOption('Clarification: it could be misread');
    await studio.closeDialog();

    await studio.openGroup('Access');
    await form.tick('Subscribers may give it away');

    await studio.openGroup('Newsletter');
    await form.tick('Goes out by mail');
    await form.addReference('newsletter.lists', 'The morning paper, in English');
    await form.write({ 'newsletter.subject': 'Read this first' });

    await studio.openGroup('Search and sharing');
    await form.write({ 'seo.title': 'For the results', 'seo.description': 'What the results say.' });
    await studio.field('seo').locator('input[type=file]').first().setInputFiles(seedPicture);

    await studio.openGroup('Flags and notes');
    for (const flag of ['Sensitive', 'Legal hold', 'Withdrawn', 'Hide from the news sitemap']) {
      await form.tick(flag);
    }
    await expect
      .poll(() => lake.getDocument(`drafts.${story.id}`), { timeout: 30_000 })
      .toMatchObject({
        ...{ bylineText: 'A staff report', bylines: [{ role: 'Photographs' }] },
        ...{ places: [{ _ref: 'place-tulum' }], relatedPinned: [{ _ref: 'article-bees-without-a-sting' }] },
        ...{ excludeFromRelated: true, embargoUntil: expect.stringMatching(/^2999-03-01T/) },
        corrections: [
          { kind: 'clarification', text: 'It could be misread.', date: expect.stringMatching(/Z$/) },
        ],
        access: { giftable: expect.any(Boolean) },
        newsletter: {
          ...{ send: true, subject: 'Read this first' },
          lists: [{ _ref: 'newsletterList-daily-en' }],
        },
        seo: {
          ...{ title: 'For the results', description: 'What the results say.' },
          image: { asset: { _type: 'reference' } },
        },
        flags: { sensitive: true, legalHold: true, withdrawn: true, hideFromNewsSitemap: true },
      });
  } finally {
    await story.remove();
  }
});

test('a Spanish article is tied to its English original', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'un-cuento', { language: 'es' });
  try {
    const studio = await openStudio();
    const form = new StudioForm(studio);
    await studio.open('article', story.id);
    await form.refer('Translation of', 'Bees Without a Sting');
    await expect
      .poll(async () => (await lake.getDocument(`drafts.${story.id}`))?.translationOf, { timeout: 20_000 })
      .toMatchObject({ _ref: 'article-bees-without-a-sting' });
  } finally {
    await story.remove();
  }
});

test('the front page and the settings of the paper are drafts before they are anything else', async ({
  openStudio,
  lake,
}) => {
  const [frontPage, settings] = ['drafts.frontPage-es', 'drafts.siteSettings'];
  const studio = await openStudio();
  const form = new StudioForm(studio);
  try {
    await studio.open('frontPage', 'frontPage-es');
    await form.write({ 'breaking.text': 'El puerto está cerrado' });
    await form.addReference('sections', 'Opinion');
    await expect
      .poll(() => lake.getDocument(frontPage), { timeout: 20_000 })
      .toMatchObject({ breaking: { text: 'El puerto está cerrado' } });

    await studio.open('siteSettings', 'siteSettings');
    await form.write({
      ...{ 'tagline.en': 'News of the coast', 'address.es': 'Calle 1', contactEmail: 'desk@example.org' },
      timeZone: 'America/Merida',
    });
    await studio.openGroup('Form and prompt');
    await form.write({ 'subscribeForm.heading.en': 'More of {name}', 'prompt.delaySeconds': '30' });
    await form.addReference('prompt.excludedSections', 'Opinion');
    await studio.openGroup('Wall and archive');
    await form.write({ 'wall.previewParagraphs': '2', 'meter.freeArticles': '1', 'archiveRule.days': '90' });
    await studio.openGroup('Mail');
    await form.write({ 'mail.fromName': 'The coast' });
    await expect
      .poll(() => lake.getDocument(settings), { timeout: 20_000 })
      .toMatchObject({
        ...{ tagline: { en: 'News of the coast' }, address: { es: 'Calle 1' }, timeZone: 'America/Merida' },
        ...{ contactEmail: 'desk@example.org', subscribeForm: { heading: { en: 'More of {name}' } } },
        prompt: { delaySeconds: 30, excludedSections: [{ _ref: 'section-opinion' }] },
        ...{ wall: { previewParagraphs: 2 }, meter: { freeArticles: 1 }, archiveRule: { days: 90 } },
        mail: { fromName: 'The coast' },
      });
  } finally {
    await studio.page.close();
    await lake.transaction().delete(frontPage).delete(settings).commit();
  }
});
