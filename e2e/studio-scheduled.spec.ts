import { MovedClock } from './fixtures/moved-clock.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { planStack, removeStack, startStack } from './fixtures/stack.ts';
import { test as base, expect } from './fixtures/studio.ts';

/** A stack of its own, because nobody else's clock may be moved. */
const test = base.extend<{ clock: MovedClock }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright tells a fixture's needs by this pattern
  stack: async ({}, use) => use(await planStack()),
  clock: async ({ stack }, use) => {
    const clock = new MovedClock(stack);
    await clock.setAhead(0);
    const running = startStack(stack, clock.under);
    try {
      await running.ready;
      await use(clock);
    } finally {
      await running.stop();
      await removeStack(stack);
    }
  },
});

// Of what is published, Studio also asks for a revision that it makes up for the making of the draft.
test.use({
  expectedRefusals: /^404 GET \S+\/data\/history\/\S+\?revision=publishCreation--/,
  expectedConsole:
    /status of 404 \(Not Found\) \(\S+\?revision=publishCreation--|^Error fetching document at revision/,
});

const hour = 3_600_000;

/** As an editor writes it into Studio's field: Mar 1, 2999 08:30. */
function written(date: Date): string {
  const day = date.toLocaleString('en-US', { month: 'short', day: 'numeric', year: 'numeric' });
  return `${day} ${date.toLocaleString('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

test('an article that an editor has scheduled is published by the clock at its time, for readers and in Studio', async ({
  clock,
  stack,
  lake,
  openStudio,
}) => {
  test.setTimeout(240_000);
  const story = await writeStory(lake, 'at-its-time', { _id: 'drafts.article-at-its-time' });
  const address = `${stack.siteUrl}/articles/at-its-time`;
  expect((await fetch(address)).status).toBe(404);

  const studio = await openStudio();
  await studio.open('article', story.id);
  await studio.choose('Schedule publish');
  const when = studio.dialog.getByRole('textbox');
  await when.fill(written(new Date(Date.now() + 2 * hour)));
  await when.press('Enter');
  await studio.dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(studio.page.getByRole('button', { name: 'Pause to edit' })).toBeVisible();

  await clock.setAhead(1);
  const ahead = async () => Date.parse((await fetch(stack.lakeUrl)).headers.get('date') ?? '') - Date.now();
  await expect.poll(ahead).toBeGreaterThan(0.9 * hour);
  // Any change of a release makes the lake look at what is due.
  await lake.releases.create({ releaseId: 'another' });
  expect(await lake.getDocument(story.id)).toBeUndefined();
  expect((await fetch(address)).status).toBe(404);

  await clock.setAhead(2.05);
  await expect.poll(() => lake.getDocument(story.id), { timeout: 30_000 }).toBeDefined();
  await expect.poll(async () => (await fetch(address)).status).toBe(200);
  expect(await (await fetch(address)).text()).toContain(story.headline);
  await studio.open('article', story.id);
  await studio.page.getByRole('button', { name: 'Published', exact: true }).click();
  await expect(studio.page.getByTestId('pane-footer-document-status')).toContainText('Last published');
  await expect(studio.headline).toHaveValue(story.headline);
});
