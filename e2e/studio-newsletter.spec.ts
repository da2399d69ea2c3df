import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import {
  instantList,
  openNewsletterRows,
  ownList,
  ownListDocument,
  tokenOf,
} from './fixtures/newsletter-desk.ts';
import { secretOf } from './fixtures/newsletter-reader.ts';
import { writeStory } from './fixtures/newsroom.ts';
import { onlyReads } from './fixtures/stack.ts';
import { test as base, expect } from './fixtures/studio.ts';

const address = '/api/staff/newsletter';
const editorsAddress = 'editor@localhost.localdomain';
const arrives = { timeout: 45_000 };
const nobody = '00000000-0000-4000-8000-000000000000';

type Rows = Awaited<ReturnType<typeof openNewsletterRows>>;
type Planned = { editionId: string; headline: string; reader: string };

const test = base.extend<{ rows: Rows; planned: Planned }>({
  rows: async ({ stack }, use) => {
    const rows = await openNewsletterRows(stack);
    await use(rows);
    await rows.close(ownList.id);
  },
  /** A list of its own with a reader, a story, and the edition that the planner has made of them. */
  planned: async ({ lake, rows }, use) => {
    const at = new Date(Date.now() - 60_000).toISOString();
    const slug = `planned-${Date.now().toString(36)}`;
    const headline = 'Herons nest in the mangroves of Chunyaxché';
    const story = await writeStory(lake, slug, { headline, publishedAt: at, firstPublishedAt: at });
    const reader = await rows.addReader(ownList.id);
    await lake.createOrReplace(ownListDocument);
    await expect.poll(() => rows.plannedOf(ownList.id), arrives).toBeTruthy();
    const editionId = (await rows.plannedOf(ownList.id)) ?? '';
    await use({ editionId, headline, reader });
    await story.remove(ownList.id);
  },
});

async function openTool(page: Page) {
  await page.goto('/studio/newsletter');
  await expect(page.getByRole('region', { name: 'Coming' })).toBeVisible();
  const results = page.getByRole('region', { name: /^Results/ });
  return {
    coming: page.getByRole('region', { name: 'Coming' }).getByRole('article', { name: ownList.title }),
    results,
    status: page.getByRole('status').first(),
    dialog: page.getByRole('dialog'),
    /** Whatever comes by itself, sooner or later. */
    lookUntil: (holds: () => Promise<void>) =>
      expect(async () => {
        await page.getByRole('button', { name: 'Look again' }).click();
        await holds();
      }).toPass(arrives),
  };
}

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
  await expect(result.getByRole('cell')).toHaveText(['1', '0', '0', '0', '0', '0']);
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
  await rows.addUncertain(sent, planned.reader);
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

test('fifty who send the same edition at once send it once', async ({ openStudio, inbox, planned, rows }) => {
  const { editionId, reader } = planned;
  const { page } = await openStudio();
  await openTool(page);
  const token = await tokenOf(page);
  const url = new URL(`${address}/${editionId}`, page.url());
  const press = (typed: string) =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'send-now', typed }),
    });
  expect((await press('Another list')).status).toBe(422);
  expect(await rows.statesOf(editionId)).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press(ownList.title)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
  await inbox.mailTo(reader);
  await expect.poll(() => rows.statesOf(editionId), arrives).toEqual(['sent']);
  expect(await inbox.countTo(reader)).toBe(1);
});

test('the door opens to editors only, and says the truth about what is asked', async ({
  openStudio,
  planned,
  request,
  stack,
}) => {
  const one = `${address}/${planned.editionId}`;
  const doors = [address, `${one}/preview?language=en&access=full`, `${one}/uncertain`];
  const posts = [one, `${one}/uncertain`, `${address}/corrections`];
  for (const headers of [{}, { authorization: 'Bearer forged' }]) {
    for (const door of doors) expect((await request.get(door, { headers })).status(), door).toBe(401);
    for (const door of posts)
      expect((await request.post(door, { headers, data: {} })).status(), door).toBe(401);
  }

  const headers = { authorization: `Bearer ${await secretOf(stack, 'lake-write-token')}` };
  const post = async (path: string, data: object) => (await request.post(path, { headers, data })).status();
  expect(await post(one, { action: 'burn' })).toBe(422);
  expect(await post(`${address}/${nobody}`, { action: 'hold' })).toBe(404);
  expect(await post(`${address}/not-an-id`, { action: 'hold' })).toBe(404);
  expect(await post(one, { action: 'release' })).toBe(409);
  expect(await post(one, { action: 'resume' })).toBe(409);
  // A program has no address that a test could go to.
  expect(await post(one, { action: 'test', language: 'en', access: 'full' })).toBe(409);
  expect((await request.post(one, { headers, form: { action: 'hold' } })).status()).toBe(415);
  expect((await request.get(`${one}/preview?language=fr&access=full`, { headers })).status()).toBe(400);
  const correction = { articleId: 'none', listId: ownList.id, correctionDate: '2026-01-01' };
  expect(await post(`${address}/corrections`, correction)).toBe(404);

  const only = await openStudio(onlyReads);
  await only.page.goto('/studio');
  const reads = { authorization: `Bearer ${await tokenOf(only.page)}` };
  for (const door of doors) expect((await request.get(door, { headers: reads })).status(), door).toBe(403);
  expect((await request.post(one, { headers: reads, data: { action: 'hold' } })).status()).toBe(403);
});

test.describe('for an account that may only read', () => {
  test.use({ expectedConsole: statusNotice(403) });

  test('the newsletter is refused, in a sentence', async ({ openStudio }) => {
    const { page } = await openStudio(onlyReads);
    await page.goto('/studio/newsletter');
    const said = page.getByRole('status').filter({ hasText: 'for editors and administrators' });
    await expect(said).toBeVisible();
  });
});
