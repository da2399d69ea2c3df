import type { APIRequestContext } from 'playwright/test';
import { openLake } from './fixtures/lake.ts';
import { MovedClock } from './fixtures/moved-clock.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';
import { addressesOf, listsThatName, relations, type Surface } from './surfaces/surfaces.ts';

const hour = 3_600_000;

/** The newest of all, so that every list has it on top, and near enough to be related to the one that is looked at. */
const newest = (publishedAt = new Date()) => ({
  publishedAt: publishedAt.toISOString(),
  firstPublishedAt: publishedAt.toISOString(),
  ...relations,
});

/** Which lists name the story now. */
async function naming(request: APIRequestContext, lists: Surface[], words: string, origin = '') {
  const texts = await Promise.all(
    lists.map(async ({ name, path }) => ({ name, text: await (await request.get(origin + path)).text() })),
  );
  return texts.filter(({ text }) => text.includes(words)).map(({ name }) => name);
}

async function statuses(request: APIRequestContext, addresses: Surface[], origin = '') {
  const answers = await Promise.all(
    addresses.map(async ({ name, path }) => `${name} ${(await request.get(origin + path)).status()}`),
  );
  return answers;
}

const all = (surfaces: Surface[], status: number) => surfaces.map(({ name }) => `${name} ${status}`);
const names = (surfaces: Surface[]) => surfaces.map(({ name }) => name);

test('a legal hold takes an article out of every surface within seconds, and it may return; withdrawn is gone for good', async ({
  request,
  lake,
}) => {
  const slug = 'a-story-on-every-surface';
  const story = await writeStory(lake, slug, newest());
  const addresses = addressesOf(slug);
  const shownEverywhere = async () => {
    await expect.poll(() => naming(request, listsThatName, slug)).toEqual(names(listsThatName));
    expect(await statuses(request, addresses)).toEqual(all(addresses, 200));
  };
  const shownNowhere = async (status: number) => {
    await expect.poll(() => statuses(request, addresses)).toEqual(all(addresses, status));
    expect(await naming(request, listsThatName, slug)).toEqual([]);
  };
  try {
    await shownEverywhere();
    await lake
      .patch(story.id)
      .set({ flags: { legalHold: true } })
      .commit();
    await shownNowhere(404);
    await lake.patch(story.id).unset(['flags']).commit();
    await shownEverywhere();
    await lake
      .patch(story.id)
      .set({ flags: { withdrawn: true } })
      .commit();
    await shownNowhere(410);
  } finally {
    await story.remove();
  }
});

test('an embargo is honoured by every surface at its instant, kept pages too', async ({ playwright }) => {
  test.setTimeout(300_000);
  const plan = await planStack();
  const clock = new MovedClock(plan);
  await clock.setAhead(0);
  const stack = startStack(plan, clock.under);
  const request = await playwright.request.newContext();
  try {
    await stack.ready;
    const lake = await openLake(plan);
    const slug = 'a-story-that-waits';
    const addresses = addressesOf(slug);
    const embargoUntil = new Date(Date.now() + 1.5 * hour);
    await writeStory(lake, slug, {
      ...newest(embargoUntil),
      embargoUntil: embargoUntil.toISOString(),
    });
    const clockOf = async () => Date.parse((await request.get(plan.siteUrl)).headers().date ?? '');
    const move = async (hours: number) => {
      await clock.setAhead(hours);
      await expect.poll(clockOf).toBeGreaterThan(Date.now() + hours * hour - 60_000);
    };
    // A minute before the instant every page is made and kept, with minutes of its lifetime left.
    await move(1.47);
    for (let time = 0; time < 2; time += 1) {
      expect(await statuses(request, addresses, plan.siteUrl)).toEqual(all(addresses, 404));
      expect(await naming(request, listsThatName, slug, plan.siteUrl)).toEqual([]);
    }
    await move(1.51);
    expect(await naming(request, listsThatName, slug, plan.siteUrl)).toEqual(names(listsThatName));
    expect(await statuses(request, addresses, plan.siteUrl)).toEqual(all(addresses, 200));
  } finally {
    await request.dispose();
    await stack.stop();
    await removeStack(plan);
  }
});
