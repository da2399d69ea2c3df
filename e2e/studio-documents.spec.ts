import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

test('discarded changes are gone, and the published article stands', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'discarded-changes');
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.headline.fill('A headline that nobody will read');
    await expect
      .poll(async () => (await lake.getDocument(`drafts.${story.id}`))?.headline)
      .toBe('A headline that nobody will read');
    await studio.choose('Discard changes');
    await studio.dialog.getByRole('button', { name: 'Discard changes' }).click();
    await expect(studio.headline).toHaveValue(story.headline);
    await expect.poll(() => lake.getDocument(`drafts.${story.id}`)).toBeUndefined();
    expect(await lake.getDocument(story.id)).toMatchObject({ headline: story.headline });
  } finally {
    await story.remove();
  }
});

test('a duplicate is a draft of its own with the same words', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'duplicated');
  let copy = '';
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.choose('Duplicate');
    const copies = () =>
      lake.fetch<string[]>('*[_type == "article" && headline == $headline && _id != $id]._id', {
        id: story.id,
        headline: story.headline,
      });
    await expect.poll(copies).toEqual([expect.stringMatching(/^drafts\./)]);
    [copy = ''] = await copies();
    await expect(studio.page).toHaveURL(new RegExp(copy.replace('drafts.', '')));
    await studio.headline.fill('The copy goes its own way');
    await expect.poll(async () => (await lake.getDocument(copy))?.headline).toBe('The copy goes its own way');
    expect(await lake.getDocument(story.id)).toMatchObject({ headline: story.headline });
  } finally {
    await story.remove(...(copy === '' ? [] : [copy]));
  }
});

test.describe('a document to which others refer', () => {
  test.use({
    expectedRefusals: /^409 POST \S+\/data\/actions\//,
    expectedConsole: /status of 409 \(Conflict\) \(\S+\/data\/actions\//,
  });

  test('is not deleted, and Studio names those that do', async ({ openStudio, lake }) => {
    const desk = 'person-a-desk-for-a-test';
    const person = { _type: 'reference', _ref: desk };
    await lake.createOrReplace({
      _id: desk,
      _type: 'person',
      name: 'A desk for a test',
      slug: { current: desk },
    });
    const story = await writeStory(lake, 'that-refers', {
      bylines: [{ _key: 'a', _type: 'byline', person }],
    });
    try {
      const studio = await openStudio();
      await studio.open('person', desk);
      await studio.choose('Delete');
      await expect(studio.dialog.getByRole('link', { name: story.headline })).toBeVisible();
      await studio.dialog.getByRole('button', { name: 'Delete anyway' }).click();
      await expect(studio.page.getByText('there are other documents that refers to it')).toBeVisible();
      expect(await lake.getDocument(desk)).toBeDefined();
    } finally {
      await story.remove();
      await lake.delete({ query: '*[_id == $desk]', params: { desk } });
    }
  });
});

test('an older version is found in the history and brought back', async ({ openStudio, lake }) => {
  const story = await writeStory(lake, 'brought-back');
  const draftId = `drafts.${story.id}`;
  const publish = async (headline: string) => {
    const patch = { set: { headline } };
    await lake.action([
      { actionType: 'sanity.action.document.edit', draftId, publishedId: story.id, patch },
      { actionType: 'sanity.action.document.edit', draftId, publishedId: story.id, patch },
    ]);
    await lake.action({ actionType: 'sanity.action.document.publish', draftId, publishedId: story.id });
  };
  try {
    await publish('The headline of the morning');
    await publish('The headline of the evening');
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.openHistory();
    await studio
      .revision(/Published/)
      .nth(1)
      .click();
    await expect(studio.headline).toHaveValue('The headline of the morning');
    await studio.page.getByRole('button', { name: 'Revert to revision' }).click();
    await studio.page.getByRole('button', { name: 'Confirm' }).click();
    await expect
      .poll(async () => (await lake.getDocument(draftId))?.headline)
      .toBe('The headline of the morning');
    expect(await lake.getDocument(story.id)).toMatchObject({ headline: 'The headline of the evening' });
  } finally {
    await story.remove();
  }
});
