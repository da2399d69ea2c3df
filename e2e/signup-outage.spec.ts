import { statusNotice } from './fixtures/console-guard.ts';
import { crashDatabase } from './fixtures/crash-database.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(503), javaScriptEnabled: false });

test('without its database the site says truly that nothing was saved, keeps what was typed, and recovers', async ({
  page,
  request,
  inbox,
  stack,
  freshAddress,
}) => {
  test.setTimeout(120_000);
  await page.goto('/subscribe');
  await page.getByRole('checkbox', { name: 'The Sunday letter' }).check();
  await page.getByLabel('E-mail address').fill(freshAddress);
  await crashDatabase(stack);
  const json = await request.post('/api/subscribe', { data: { email: freshAddress, language: 'en' } });
  expect(json.status()).toBe(503);
  expect(json.headers()['retry-after']).toBe('30');
  expect(await json.json()).toEqual({
    result: 'failed',
    message: 'We could not save your address just now, and nothing was sent. Please try again in a moment.',
  });
  expect(json.headers()['set-cookie']).toBeUndefined();

  // What cannot be looked up is not called a bad link or a done sign-out, by a page or to a program.
  const token = 'A'.repeat(43);
  for (const answer of await Promise.all([
    request.get(`/confirm?token=${token}`),
    request.post('/api/confirm', { data: { token } }),
    request.post('/api/sign-in/link', { data: { token } }),
    request.post('/api/sign-out', { data: {}, headers: { cookie: `session=${token}` } }),
  ])) {
    expect([answer.status(), answer.headers()['retry-after']], answer.url()).toEqual([503, '30']);
  }

  const shown = page.waitForResponse((response) => response.url().includes('/subscribe?'));
  await page.getByRole('button', { name: 'Subscribe' }).click();
  expect((await shown).status()).toBe(503);
  await expect(page.getByRole('status')).toContainText('We could not save your address');
  await expect(page.getByLabel('E-mail address')).toHaveValue(freshAddress);
  await expect(page.getByRole('checkbox', { name: 'The Sunday letter' })).toBeChecked();
  expect(await inbox.countTo(freshAddress)).toBe(0);

  await expect
    .poll(async () => (await request.get('/api/health/ready')).status(), { timeout: 60_000 })
    .toBe(200);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();
  await inbox.mailTo(freshAddress);
});
