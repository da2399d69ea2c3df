import { instantList, openTool, ownList, test } from './fixtures/newsletter-desk.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { expect } from './fixtures/studio.ts';

const address = '/api/staff/newsletter';
const editorsAddress = 'editor@localhost.localdomain';
const arrives = { timeout: 45_000 };

test('an editor names a list that sends at once and publishes: its reader gets it once, and the tool says so', async ({
  openStudio,
  page,
  inbox,
  lake,
  rows,
}) => {
  test.setTimeout(240_000);
  const reader = await rows.addReader(instantList.id);
  const slug = `mailed-${Date.now().toString(36)}`;
  const headline = `Turtles come back to the beach of Xcacel ${slug}`;
  const story = await writeStory(lake, slug, {
    ...{ _id: `drafts.article-${slug}`, headline },
    ...{ publishedAt: undefined, firstPublishedAt: undefined },
  });
  const studio = await openStudio();
  await studio.open('article', `article-${slug}`);
  await studio.openGroup('Newsletter');
  const lists = studio.field('newsletter.lists');
  await lists.getByRole('button', { name: 'Add item' }).click();
  await studio.chooseReference(lists, instantList.title);
  await studio.publishNow();

  const mail = await inbox.mailTo(reader, headline);
  const link = new RegExp(`https?://\\S+/articles/${slug}\\S*`).exec(mail.text)?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(page.getByText('The tide was out.')).toBeVisible();

  const articleId = `article-${slug}`;
  const mailed = await rows.mailsAbout(articleId);
  expect(mailed).toBeGreaterThan(0);
  await studio.openGroup('Content');
  await studio.standfirst.fill('Published again, because a word was wrong; nobody is mailed for that.');
  await studio.publishNow();
  await expect
    .poll(async () => (await page.request.get(`/articles/${slug}`)).text())
    .toContain('Published again');

  const tool = await openTool(studio.page);
  const result = tool.results.getByRole('article').filter({ hasText: headline });
  await tool.lookUntil(() => expect(result.getByText(/^Sent .+, to \d+ readers?\.$/)).toBeVisible());
  await expect(result.getByRole('cell').first()).toHaveText(`${mailed}`);
  expect(await rows.mailsAbout(articleId)).toBe(mailed);
  expect(await inbox.countTo(reader)).toBe(1);
  await story.remove();
});

test('an editor looks at a coming digest, tries it, holds it, and sends it now by typing its list’s title', async ({
  openStudio,
  inbox,
  planned,
  request,
}) => {
  test.setTimeout(240_000);
  const { headline, reader } = planned;
  const { page } = await openStudio();
  const answered = page.waitForResponse((response) => response.url().endsWith(address));
  const tool = await openTool(page);
  const answer = await answered;
  expect(answer.headers()['cache-control']).toBe('private, no-store');
  expect(await answer.text()).not.toContain('@');
  await expect(tool.coming.getByText(/^Goes out .+, 07:00, Cancun time, to 1 reader\.$/)).toBeVisible();
  await expect(tool.coming.getByRole('link', { name: headline })).toBeVisible();

  await tool.coming.getByRole('button', { name: 'Look at it' }).click();
  const mail = tool.dialog.frameLocator('iframe');
  await expect(mail.getByText(headline)).toBeVisible();
  await expect(mail.locator('html')).toHaveAttribute('lang', 'en');
  await tool.dialog.getByLabel('Who sees it').selectOption('What everybody may see, in Spanish');
  await expect(mail.locator('html')).toHaveAttribute('lang', 'es');
  await tool.dialog.getByRole('button', { name: 'Show as plain text' }).click();
  await expect(tool.dialog.locator('pre')).toContainText(headline);
  const before = await inbox.countTo(editorsAddress);
  await tool.dialog.getByRole('button', { name: 'Send a test to me' }).click();
  await expect(tool.dialog.getByRole('status')).toHaveText('The test is on its way to your own address.');
  const tried = await inbox.nextMailTo(editorsAddress, before);
  expect(tried.subject).toMatch(/^\[Test\] /);
  const leave = /https?:\/\/\S+\/unsubscribe\?\S+/.exec(tried.text)?.[0] ?? '';
  expect((await request.get(leave)).status()).toBe(404);
  expect(await inbox.countTo(reader)).toBe(0);
  await tool.dialog.getByRole('button', { name: 'Close dialog' }).click();

  await tool.coming.getByRole('button', { name: 'Hold' }).click();
  await tool.dialog.getByRole('button', { name: 'Hold' }).click();
  await expect(tool.coming.getByText(/^Held \(by an editor\)\. It was to go out /)).toBeVisible();
  await expect(tool.status).toContainText('it is held.');
  await tool.coming.getByRole('button', { name: 'Release' }).click();
  await tool.dialog.getByRole('button', { name: 'Release' }).click();
  await expect(tool.coming.getByText(/^Goes out /)).toBeVisible();

  await tool.coming.getByRole('button', { name: 'Send now' }).click();
  const send = tool.dialog.getByRole('button', { name: 'Send now' });
  await tool.dialog.getByLabel(/^Type/).fill('The morning paper');
  await expect(send).toBeDisabled();
  await tool.dialog.getByLabel(/^Type/).fill(ownList.title);
  await send.click();
  expect((await inbox.mailTo(reader)).text).toContain(headline);
  const result = tool.results.getByRole('article', { name: ownList.title });
  await tool.lookUntil(() => expect(result.getByText(/^Sent .+, to 1 reader\.$/)).toBeVisible());
  await expect(result.getByRole('cell')).toHaveText(['1', '0', '0', '0', '0', '0', '0']);
});

test('what was missed is cancelled, and what is uncertain is decided, by a person and without an address', async ({
  openStudio,
  planned,
  rows,
}) => {
  const digest = { kind: 'digest' as const, listId: ownList.id, articleIds: [] };
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await rows.addEdition({ ...digest, state: 'missed', dueAt: anHourAgo });
  const sent = await rows.addEdition({ ...digest, state: 'sent', dueAt: new Date(Date.now() - 7_200_000) });
  await rows.addMail(sent, planned.reader, 'uncertain');
  const { page } = await openStudio();
  const tool = await openTool(page);

  const missed = tool.coming.filter({ hasText: 'Missed' });
  await expect(tool.status).toContainText('1 edition waits for a decision.');
  await missed.getByRole('button', { name: 'Cancel' }).click();
  await tool.dialog.getByRole('button', { name: 'Cancel this edition' }).click();
  await expect(tool.results.getByText(/^Cancelled \(by an editor\)/)).toBeVisible();
  await expect(missed).toHaveCount(0);

  await tool.results.getByRole('button', { name: 'Decide the uncertain' }).click();
  await expect(tool.dialog.getByLabel(/^l•••@e•••\.com, handed over /)).toBeChecked();
  await expect(page.getByText(planned.reader)).toHaveCount(0);
  await tool.dialog.getByRole('button', { name: 'Count as sent' }).click();
  await expect(tool.status).toContainText('1 mail counted as sent.');
  expect(await rows.statesOf(sent)).toEqual(['sent']);
  await expect(tool.results.getByRole('button', { name: 'Decide the uncertain' })).toHaveCount(0);
});

test('the tool follows an edition on its way by itself, pauses it and lets it go on', async ({
  openStudio,
  planned,
  rows,
}) => {
  test.setTimeout(120_000);
  const digest = { kind: 'digest' as const, listId: ownList.id, articleIds: [] };
  const editionId = await rows.addEdition({ ...digest, state: 'sending', dueAt: new Date() });
  const second = await rows.addReader(ownList.id);
  for (const reader of [planned.reader, second]) await rows.addMail(editionId, reader, 'queued');
  const { page } = await openStudio();
  const tool = await openTool(page);
  const sending = page.getByRole('region', { name: 'On its way' });
  const bar = sending.getByRole('progressbar', { name: ownList.title });
  await expect(sending.getByText('0 of 2 sent, 2 waiting.')).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', '0');
  await rows.markSent(editionId, second);
  await expect(sending.getByText(/^1 of 2 sent, 1 waiting; .+ left\.$/)).toBeVisible();
  await expect(bar).toHaveAttribute('aria-valuenow', '50');
  await expect(tool.status).toHaveText(`${ownList.title}: 50 percent done.`);

  await sending.getByRole('button', { name: 'Pause' }).click();
  await tool.dialog.getByRole('button', { name: 'Pause' }).click();
  await expect(sending.getByText(/^Paused \(by an editor\)\. 1 of 2 sent, 1 waiting/)).toBeVisible();
  await sending.getByRole('button', { name: 'Go on' }).click();
  await tool.dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(sending.getByRole('button', { name: 'Pause' })).toBeVisible();

  await rows.markSent(editionId, planned.reader);
  // Nobody presses anything: the planner finds it finished, and the page hears of it.
  const result = tool.results.getByRole('article', { name: ownList.title });
  await expect(result.getByText(/^Sent .+, to 2 readers\.$/)).toBeVisible(arrives);
  await expect(bar).toHaveCount(0);
});
