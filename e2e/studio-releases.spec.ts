import type { Lake } from './fixtures/lake.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { expect, test } from './fixtures/studio.ts';

type Release = { _id: string; name: string; state: string; publishAt?: string };

const releasesOf = (lake: Lake, id: string) =>
  lake.fetch<Release[]>(
    '*[_type == "system.release" && count(*[_id == "versions." + ^.name + "." + $id]) > 0]',
    { id },
  );

/** A release is put away before it can be deleted. */
async function removeRelease(lake: Lake, { name, state }: Release): Promise<void> {
  if (state === 'scheduled') await lake.releases.unschedule({ releaseId: name });
  if (state !== 'published') await lake.releases.archive({ releaseId: name });
  await lake.releases.delete({ releaseId: name });
}

test('a draft scheduled in Studio waits in the lake for its time, and already knows its earlier address', async ({
  openStudio,
  lake,
}) => {
  const story = await writeStory(lake, 'to-be-scheduled');
  try {
    const studio = await openStudio();
    await studio.open('article', story.id);
    await studio.slug.fill('to-be-scheduled-elsewhere');
    await studio.choose('Schedule publish');
    const when = studio.dialog.getByRole('textbox');
    await when.fill('Mar 1, 2999 08:30');
    await when.press('Enter');
    await studio.dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
    await expect(studio.page.getByRole('button', { name: 'Pause to edit' })).toBeVisible();
    await expect(studio.headline).not.toBeEditable();

    const [release] = await releasesOf(lake, story.id);
    expect(release).toMatchObject({ state: 'scheduled' });
    expect(new Date(release?.publishAt ?? '').getUTCFullYear()).toBe(2999);
    expect(await lake.getDocument(`versions.${release?.name}.${story.id}`)).toMatchObject({
      slug: { current: 'to-be-scheduled-elsewhere' },
      previousSlugs: ['to-be-scheduled'],
    });
    expect(await lake.getDocument(story.id)).toMatchObject({ slug: { current: 'to-be-scheduled' } });
  } finally {
    for (const release of await releasesOf(lake, story.id)) await removeRelease(lake, release);
    await story.remove();
  }
});

test('a release that an editor runs publishes its article, and the old address leads to the new one', async ({
  openStudio,
  lake,
  request,
}) => {
  const story = await writeStory(lake, 'in-a-release');
  const releaseId = `r${Date.now().toString(36)}`;
  const slug = { _type: 'slug', current: 'in-a-release-elsewhere' };
  await lake.releases.create({ releaseId, metadata: { title: 'One story', releaseType: 'asap' } });
  await lake.createVersion({ releaseId, publishedId: story.id, baseId: story.id });
  await lake.patch(`versions.${releaseId}.${story.id}`).set({ slug }).commit();
  try {
    const studio = await openStudio();
    await studio.page.goto(`/studio/releases/${releaseId}`);
    await studio.page.getByRole('button', { name: 'Run release' }).click();
    await studio.dialog.getByRole('button', { name: 'Run release' }).click();
    await expect(studio.page.getByText('This release is published successfully.')).toBeVisible();
    expect(await lake.getDocument(story.id)).toMatchObject({ slug, previousSlugs: ['in-a-release'] });
    const old = () => request.get('/articles/in-a-release', { maxRedirects: 0 });
    await expect.poll(async () => (await old()).headers().location).toBe('/articles/in-a-release-elsewhere');
  } finally {
    await lake.releases.delete({ releaseId });
    await story.remove();
  }
});
