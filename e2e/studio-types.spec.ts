import type { Lake } from './fixtures/lake.ts';
import { expect, test } from './fixtures/studio.ts';
import { StudioForm } from './pages/studio-form.ts';

test.setTimeout(120_000);

const mark = `typed-${Date.now().toString(36)}`;
const reference = (_ref: string | undefined) => ({ _type: 'reference', _ref });

/** What the lake keeps of a document that nobody has published. */
async function draftIs(lake: Lake, id: string, fields: Record<string, unknown>): Promise<void> {
  await expect.poll(() => lake.getDocument(`drafts.${id}`), { timeout: 20_000 }).toMatchObject(fields);
}

test('a person, a section, a topic and a place are typed in and arrive in the lake', async ({
  openStudio,
  lake,
}) => {
  const ids = ['person', 'section', 'topic', 'place'].map((type) => `${type}-${mark}`);
  const studio = await openStudio();
  const form = new StudioForm(studio);
  try {
    await studio.begin('person', `person-${mark}`);
    await form.write({ name: 'Ana Pech' });
    await form.generateSlug();
    await form.choose('kind', 'A desk');
    await form.write({
      ...{ 'role.en': 'Reporter', 'role.es': 'Reportera', 'bio.en': 'Writes.', 'bio.es': 'Escribe.' },
    });
    await studio.field('sameAs').getByRole('button', { name: 'Add item' }).click();
    await form.write({ sameAs: 'https://example.org/ana' });
    await draftIs(lake, `person-${mark}`, {
      ...{ _type: 'person', name: 'Ana Pech', slug: { current: 'ana-pech' }, kind: 'desk' },
      ...{ role: { en: 'Reporter', es: 'Reportera' }, bio: { en: 'Writes.', es: 'Escribe.' } },
      sameAs: ['https://example.org/ana'],
    });

    for (const type of ['section', 'topic', 'place']) {
      await studio.begin(type, `${type}-${mark}`);
      await form.write({ 'title.en': `The ${mark} Bay`, 'title.es': 'La bahía' });
      await form.generateSlug();
      await form.write({ 'description.en': 'Water.', 'description.es': 'Agua.' });
      if (type === 'section') await form.write({ order: '42' });
      await draftIs(lake, `${type}-${mark}`, {
        ...{ _type: type, slug: { current: `the-${mark}-bay` } },
        ...{ title: { en: `The ${mark} Bay`, es: 'La bahía' }, description: { en: 'Water.', es: 'Agua.' } },
        ...(type === 'section' ? { order: 42 } : {}),
      });
    }
  } finally {
    await studio.page.close();
    await lake.delete({ query: '*[_id in $ids]', params: { ids: ids.map((id) => `drafts.${id}`) } });
  }
});

test('a redirect, an event, a newsletter list and a page are typed in and arrive in the lake', async ({
  openStudio,
  lake,
}) => {
  const ids = ['redirect', 'event', 'newsletterList', 'page'].map((type) => `${type}-${mark}`);
  const studio = await openStudio();
  const form = new StudioForm(studio);
  try {
    await studio.begin('redirect', `redirect-${mark}`);
    await form.write({ from: `/${mark}`, to: '//example.org' });
    await expect(studio.field('to').getByTestId('input-validation-icon-error')).toBeVisible();
    await form.write({ to: '/sections/environment' });
    await form.choose('match', 'Everything under it');
    await form.tick('For good');
    await draftIs(lake, `redirect-${mark}`, {
      ...{ _type: 'redirect', from: `/${mark}`, to: '/sections/environment' },
      ...{ match: 'prefix', permanent: false },
    });

    await studio.begin('event', `event-${mark}`);
    await form.write({ 'title.en': 'Whale week', 'title.es': 'Semana de la ballena' });
    await form.generateSlug();
    await form.write({ start: '2999-03-01 08:30', end: '2999-03-02 08:30' });
    await form.refer('Where', 'Tulum');
    await form.write({ 'description.en': 'Whales.', 'description.es': 'Ballenas.' });
    await draftIs(lake, `event-${mark}`, {
      ...{ _type: 'event', title: { en: 'Whale week', es: 'Semana de la ballena' } },
      ...{ slug: { current: 'whale-week' }, place: reference('place-tulum') },
      ...{ start: expect.stringMatching(/^2999-03-01T/), end: expect.stringMatching(/^2999-03-02T/) },
      description: { en: 'Whales.', es: 'Ballenas.' },
    });

    await studio.begin('newsletterList', `newsletterList-${mark}`);
    await form.write({ 'title.en': 'The Sea', 'title.es': 'El mar' });
    await form.generateSlug();
    await form.choose('language', 'Spanish');
    await form.select('cadence', 'Weekly');
    await form.write({ hour: '7' });
    await form.select('weekday', 'Friday');
    await form.write({ timeZone: 'Mars/Olympus' });
    await expect(studio.field('timeZone').getByTestId('input-validation-icon-error')).toBeVisible();
    await form.write({ timeZone: 'America/Merida' });
    await form.addReference('sections', 'Environment');
    await draftIs(lake, `newsletterList-${mark}`, {
      ...{ _type: 'newsletterList', title: { en: 'The Sea', es: 'El mar' }, slug: { current: 'the-sea' } },
      ...{ language: 'es', cadence: 'weekly', hour: 7, weekday: 'friday', timeZone: 'America/Merida' },
      sections: [reference('section-environment')],
    });

    await studio.begin('page', `page-${mark}`);
    await form.choose('language', 'Spanish');
    await form.write({ title: 'Quiénes somos' });
    await form.generateSlug();
    await form.write({ standfirst: 'Una redacción.' });
    await studio.body.click();
    await studio.page.keyboard.type('Escribimos del mar.');
    await draftIs(lake, `page-${mark}`, {
      ...{ _type: 'page', language: 'es', title: 'Quiénes somos', slug: { current: 'quienes-somos' } },
      ...{ standfirst: 'Una redacción.', body: [{ children: [{ text: 'Escribimos del mar.' }] }] },
    });
  } finally {
    await studio.page.close();
    await lake.delete({ query: '*[_id in $ids]', params: { ids: ids.map((id) => `drafts.${id}`) } });
  }
});
