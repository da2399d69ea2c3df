import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { onlyReads, pidOf } from './fixtures/stack.ts';
import { expect, test } from './fixtures/studio.ts';
import { runSubscribers } from './fixtures/subscribers-command.ts';

const address = '/api/staff/subscribers';
const reef = { path: '/articles/the-canal-at-muyil', headline: /Muyil/ };

const answerOf = (page: Page) => page.waitForResponse((response) => response.url().endsWith(address));

test('an editor sees how many readers there are by list, day and article, and not who', async ({
  openStudio,
  stack,
}) => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  const rows = Array.from({ length: 3 }, (_, index) =>
    [
      `counted-${index}@example.com`,
      'confirmed',
      'newsletterList-daily-en',
      reef.path,
      yesterday,
      yesterday,
    ].join(','),
  );
  const file = join(stack.dataDir, 'three-readers.csv');
  await writeFile(file, ['email,state,lists,source,created_at,confirmed_at', ...rows].join('\r\n'));
  expect(await runSubscribers(stack, 'import', file)).toContain('3 added: 3 confirmed');

  const { page } = await openStudio();
  const answered = answerOf(page);
  await page.goto('/studio/subscribers');
  await expect(page.getByRole('heading', { name: 'Subscribers', level: 1 })).toBeVisible();
  const answer = await answered;
  expect(answer.status()).toBe(200);
  expect(answer.headers()['cache-control']).toBe('private, no-store');
  expect(await answer.text()).not.toContain('@');

  const list = page
    .getByRole('region', { name: 'By list' })
    .getByRole('row', { name: /The morning paper, in English/ });
  await expect(list.getByRole('cell')).toHaveText(/^[1-9]\d*$/);
  const article = page.getByRole('region', { name: 'By article' }).getByRole('row', { name: reef.headline });
  await expect(article.getByRole('cell')).toHaveText(['3', '3']);
  const days = page.getByRole('region', { name: 'The last thirty days' });
  await expect(days.getByRole('img', { name: /In 30 days \d+ signed up and \d+ confirmed/ })).toBeVisible();
  await days.getByText('Day by day, in numbers').click();
  await expect(days.getByRole('row')).toHaveCount(31);
  await expect(page.getByText('counted-0')).toHaveCount(0);

  await article.getByRole('link', { name: reef.headline }).click();
  await expect(page).toHaveURL(/\/studio\/structure\/.*article-the-canal-at-muyil/);
});

test('without a token, and with a forged one, there are no numbers', async ({ request }) => {
  for (const authorization of ['', 'Bearer forged', 'Basic ZWRpdG9yOng=', `Bearer ${'x'.repeat(5000)}`]) {
    const answer = await request.get(address, { headers: authorization ? { authorization } : {} });
    expect(answer.status(), authorization.slice(0, 20)).toBe(401);
    expect(answer.headers()['cache-control']).toBe('private, no-store');
    expect(Object.keys(await answer.json())).toEqual(['message']);
  }
});

test.describe('for an account that may only read', () => {
  test.use({ expectedConsole: statusNotice(403) });

  test('the numbers are refused, in a sentence', async ({ openStudio }) => {
    const { page } = await openStudio(onlyReads);
    const answered = answerOf(page);
    await page.goto('/studio/subscribers');
    expect((await answered).status()).toBe(403);
    await expect(
      page.getByRole('status').filter({ hasText: 'for editors and administrators' }),
    ).toBeVisible();
  });
});

test.describe('when the lake is away', () => {
  test.use({ expectedConsole: statusNotice(503) });

  test('the site does not guess who asks: 503, and Studio offers to try again', async ({
    openStudio,
    request,
    stack,
  }) => {
    const { page } = await openStudio();
    const lake = await pidOf(stack, 'lake');
    process.kill(lake, 'SIGSTOP');
    try {
      const answer = await request.get(address, {
        headers: { authorization: 'Bearer asked-for-the-first-time' },
      });
      expect(answer.status()).toBe(503);
      expect(answer.headers()['retry-after']).toBe('10');
    } finally {
      process.kill(lake, 'SIGCONT');
    }
    await page.route(`**${address}`, (route) => route.fulfill({ status: 503 }));
    await page.goto('/studio/subscribers');
    await expect(page.getByRole('status').filter({ hasText: 'cannot be had right now' })).toBeVisible();
    await page.unroute(`**${address}`);
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Now' })).toBeVisible();
    // Neither the focus nor the line that is read out is lost on the way.
    await expect(page.getByRole('button', { name: 'Count again' })).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Counted' })).toBeVisible();
  });
});
