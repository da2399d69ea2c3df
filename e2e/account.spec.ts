import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { confirmAddress, signIn } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(401, 404, 422) });

const region = (page: Page, name: string) => page.getByRole('region', { name });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test.beforeEach(async ({ page, inbox, freshAddress }) => {
      await confirmAddress(page, inbox, freshAddress);
      await signIn(page, inbox, freshAddress);
      await expect(page).toHaveURL('/account');
    });

    test('newsletters and language are chosen, and stay chosen', async ({ page, freshAddress }) => {
      await expect(page.getByRole('main')).toContainText(`You are signed in as ${freshAddress}`);
      const lists = region(page, 'Newsletters');
      const spanish = lists.getByRole('group', { name: 'In Spanish' });
      await lists.getByLabel('The Sunday letter, in English').check();
      await spanish.getByLabel('The morning paper, in Spanish').check();
      await lists.getByRole('button', { name: 'Save newsletters' }).click();
      await expect(page).toHaveURL('/account?saved=lists#lists');
      await expect(lists.getByRole('status')).toHaveText('Saved.');
      const language = region(page, 'Language');
      await language.getByLabel('Español').check();
      await language.getByRole('button', { name: 'Save language' }).click();
      await expect(language.getByRole('status')).toHaveText('Saved.');

      await page.goto('/account');
      await expect(lists.getByLabel('The Sunday letter, in English')).toBeChecked();
      await expect(spanish.getByLabel('The morning paper, in Spanish')).toBeChecked();
      await expect(language.getByLabel('Español')).toBeChecked();
      for (const box of await lists.getByRole('checkbox').all()) await box.uncheck();
      await lists.getByRole('button', { name: 'Save newsletters' }).click();
      await expect(lists.getByRole('status')).toHaveText('Saved.');
      await expect(lists.getByRole('checkbox', { checked: true })).toHaveCount(0);
    });

    test('devices are listed and signed out one by one, the others, and all at once', async ({
      page,
      freshReader,
      inbox,
      freshAddress,
    }) => {
      const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
      const others = [await freshReader({ userAgent: agent }), await freshReader({ userAgent: agent })];
      for (const other of others) await signIn(other, inbox, freshAddress);
      await page.reload();
      const devices = region(page, 'Your devices');
      const firefoxes = devices.getByRole('listitem').filter({ hasText: 'Firefox on Linux' });
      await expect(firefoxes).toHaveCount(2);
      await expect(devices.getByRole('listitem').filter({ hasText: 'This device' })).toHaveCount(1);
      await firefoxes.first().getByRole('button').click();
      await expect(page).toHaveURL('/account?saved=sessions#sessions');
      await expect(firefoxes).toHaveCount(1);
      await devices.getByRole('button', { name: 'Sign out all other devices' }).click();
      await expect(firefoxes).toHaveCount(0);
      for (const other of others) {
        await other.goto('/account');
        await expect(other).toHaveURL(/\/sign-in\?source=%2Faccount$/);
      }
      await devices.getByRole('button', { name: 'Sign out: This device' }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      await page.goto('/account');
      await expect(page).toHaveURL(/\/sign-in/);
    });

    test('signing out ends the session for whoever copied its cookie too; the hint stays', async ({
      page,
      playwright,
      baseURL,
    }) => {
      const copied = await page.context().storageState();
      await page.getByRole('button', { name: 'Sign out', exact: true }).click();
      await expect(page.getByText('You are signed out.')).toBeVisible();
      const left = (await page.context().cookies()).map(({ name }) => name);
      expect(left).toContain('hint');
      expect(left).not.toContain('session');
      const thief = await playwright.request.newContext({
        storageState: copied,
        ...(baseURL ? { baseURL } : {}),
      });
      expect((await thief.get('/api/account/data')).status()).toBe(401);
      await thief.dispose();
    });

    test('an account is deleted after a question, and its address may come back', async ({
      page,
      inbox,
      freshAddress,
    }) => {
      await page.getByRole('link', { name: 'Delete my account' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delete your account');
      const box = page.getByLabel('Yes, delete my account.');
      await box.evaluate((input) => input.removeAttribute('required'));
      const answer = page.waitForResponse((response) => response.url().includes('/account/delete?'));
      await page.getByRole('button', { name: 'Delete my account' }).click();
      expect((await answer).status()).toBe(422);
      await expect(page.getByRole('main').getByRole('alert')).toContainText('Tick the box');
      await box.check();
      await page.getByRole('button', { name: 'Delete my account' }).click();
      await expect(page).toHaveURL('/account/deleted');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
      expect((await page.context().cookies()).filter(({ name }) => name !== 'typed')).toEqual([]);

      await signUpAgain(page, freshAddress);
      const mail = await inbox.nextMailTo(freshAddress, 2);
      expect(mail.subject).toContain('Confirm your subscription');
      await page.goto(mail.link);
      await page.getByRole('button', { name: 'Confirm my subscription' }).click();
      await page.goto('/account');
      await expect(page.getByRole('main')).toContainText(freshAddress);
    });
  });
}

async function signUpAgain(page: Page, address: string): Promise<void> {
  await page.goto('/subscribe');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Subscribe' }).click();
}

test('what we hold is one file, without a hash that opens a door', async ({ page, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  await signIn(page, inbox, freshAddress);
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download my data' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^my-data-\d{4}-\d\d-\d\d\.json$/);
  const data = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(data).toMatchObject({
    subscriber: { email: freshAddress, state: 'confirmed', language: 'en' },
    sessions: [{ device: 'Chrome on Linux' }, { device: 'Chrome on Linux' }],
    mails: [{ purpose: 'confirmation' }, { purpose: 'sign_in' }],
    links: [{ purpose: 'confirm' }, { purpose: 'sign_in' }],
    signInRequests: [{ attempts: 5 }],
    lists: expect.any(Array),
    gifts: [],
  });
  expect(JSON.stringify(data)).not.toMatch(/hash|[\w-]{43}/i);
});

test('without a session the account is nobody’s, and its routes say so', async ({ page, request }) => {
  for (const path of ['/account', '/account/delete', '/es/account']) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toContain(`/sign-in?source=${encodeURIComponent(path)}`);
    expect(answer.headers()['cache-control']).toContain('no-store');
    const forged = await request.get(path, {
      maxRedirects: 0,
      headers: { cookie: `session=${'A'.repeat(43)}` },
    });
    expect(forged.status()).toBe(307);
  }
  expect((await request.get('/api/account/data')).status()).toBe(401);
  for (const path of ['lists', 'language', 'sessions', 'delete'].map((name) => `/api/account/${name}`)) {
    expect((await request.post(path, { data: {} })).status(), path).toBe(401);
    const form = await request.post(path, { form: {}, maxRedirects: 0 });
    expect(form.status(), path).toBe(303);
    expect(form.headers().location, path).toBe('/sign-in?source=%2Faccount');
    const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
    expect((await request.post(path, { headers: crossSite, form: {} })).status(), path).toBe(403);
  }
  const opened = await page.goto('/account');
  expect(opened?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in');
});

test('nobody ends a session of somebody else', async ({ page, freshReader, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  await signIn(page, inbox, freshAddress);
  await expect(page).toHaveURL('/account');
  const id = await page.locator('input[name=end]').first().inputValue();
  const stranger = await freshReader();
  const other = `other-${freshAddress}`;
  await confirmAddress(stranger, inbox, other);
  await signIn(stranger, inbox, other);
  await expect(stranger).toHaveURL('/account');
  const end = (data: object) => stranger.context().request.post('/api/account/sessions', { data });
  expect((await end({ end: id })).status()).toBe(404);
  expect((await end({ end: 'everything' })).status()).toBe(400);
  await page.reload();
  await expect(page).toHaveURL('/account');
});

test('newsletters that cannot be read are refused, and none is lost', async ({
  page,
  inbox,
  freshAddress,
}) => {
  await confirmAddress(page, inbox, freshAddress);
  await signIn(page, inbox, freshAddress);
  await expect(page).toHaveURL('/account');
  const lists = region(page, 'Newsletters');
  const ticked = lists.getByRole('checkbox', { checked: true });
  const before = await ticked.count();
  expect(before).toBeGreaterThan(0);
  const { request } = page.context();
  for (const data of [{}, { lists: [1] }, { lists: ['none-of-ours'] }, { 'lists[]': { id: 'x' } }]) {
    const answer = await request.post('/api/account/lists', { data });
    expect(answer.status(), JSON.stringify(data)).toBe(422);
    expect(await answer.json()).toMatchObject({ result: 'lists' });
  }
  // Its page was made before an editor took the list away.
  const form = { choose: '1', lists: 'none-of-ours' };
  const stale = await request.post('/api/account/lists', { form });
  expect(stale.url()).toMatch(/\/account\?result=lists$/);
  expect(stale.status()).toBe(422);
  expect(await stale.text()).toContain('so nothing has changed');
  await page.reload();
  await expect(ticked).toHaveCount(before);
});
