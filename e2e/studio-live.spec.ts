import { expect, test } from './fixtures/studio.ts';
import { StudioForm } from './pages/studio-form.ts';

test.setTimeout(120_000);
test.use({ actionTimeout: 20_000 });

test('live coverage opens from a link, and it and its update arrive in the lake as typed', async ({
  openStudio,
  lake,
}) => {
  const mark = Date.now().toString(36);
  const [coverage, update] = [`liveCoverage-${mark}`, `liveUpdate-${mark}`];
  const draft = (id: string) => lake.getDocument(`drafts.${id}`);
  const studio = await openStudio();
  const form = new StudioForm(studio);
  try {
    await studio.begin('liveCoverage', coverage);
    await form.choose('language', 'Spanish');
    await form.write({ headline: 'The storm comes ashore' });
    await form.generateSlug();
    await form.write({ standfirst: 'What we know, as it happens, from the first hour to the last.' });
    await form.refer('Section', 'Environment');
    await form.choose('state', 'Archived');
    await form.choose('order', 'Oldest first');
    await expect
      .poll(() => draft(coverage), { timeout: 20_000 })
      .toMatchObject({
        ...{ _type: 'liveCoverage', language: 'es', headline: 'The storm comes ashore' },
        ...{ slug: { current: 'the-storm-comes-ashore' }, section: { _ref: 'section-environment' } },
        ...{ standfirst: expect.stringContaining('as it happens'), state: 'archived', order: 'oldest' },
      });

    await studio.begin('liveUpdate', update);
    await form.refer('Live coverage', 'The storm comes ashore');
    await form.write({ headline: 'The harbour is closed' });
    await studio.body.click();
    await studio.page.keyboard.type('No boat leaves.');
    await form.write({ publishedAt: '2999-03-01 08:30' });
    await form.tick('Key moment');
    await form.tick('Pinned to the top');
    await expect
      .poll(() => draft(update), { timeout: 20_000 })
      .toMatchObject({
        ...{ _type: 'liveUpdate', coverage: { _ref: coverage }, headline: 'The harbour is closed' },
        body: [{ children: [{ text: 'No boat leaves.' }] }],
        ...{ publishedAt: expect.stringMatching(/^2999-03-01T/), keyMoment: true, pinned: true },
      });
  } finally {
    await studio.page.close();
    await lake.transaction().delete(`drafts.${update}`).delete(`drafts.${coverage}`).commit();
  }
});
