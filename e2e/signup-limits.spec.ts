import type { APIRequestContext, APIResponse } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { withRegister } from './fixtures/register.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(422, 429) });

/** The documentation's own networks; each test takes some that no other has used. */
let taken = 0;
function newNetwork(): { 'x-forwarded-for': string } {
  taken += 1;
  return { 'x-forwarded-for': `198.51.${Math.floor(taken / 250)}.${(taken % 250) + 1}` };
}

const signUp = (request: APIRequestContext, email: string, headers = newNetwork()): Promise<APIResponse> =>
  request.post('/api/subscribe', { data: { email, language: 'en' }, headers });

const statuses = (answers: APIResponse[]) =>
  answers.map((answer) => answer.status()).sort((one, other) => one - other);

test('fifty sign-ups of one address at once: one subscriber, and no more mails than may be', async ({
  request,
  inbox,
  stack,
  freshAddress,
}) => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => signUp(request, freshAddress)));
  expect(statuses(answers)).toEqual([...Array(10).fill(202), ...Array(40).fill(429)]);
  await withRegister(stack, async ({ subscribersOf }) => {
    expect(await subscribersOf(freshAddress)).toHaveLength(1);
  });
  await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(10);
});

test('an address cannot be bombed from one network, nor its owner be locked out by that', async ({
  request,
  inbox,
  freshAddress,
}) => {
  const attacker = newNetwork();
  for (let count = 0; count < 5; count += 1) {
    expect((await signUp(request, freshAddress, attacker)).status()).toBe(202);
  }
  const refused = await signUp(request, freshAddress, attacker);
  expect(refused.status()).toBe(429);
  const seconds = Number(refused.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(7200);
  expect((await refused.json()).message).toContain(`in ${Math.ceil(seconds / 60)} minutes`);
  expect((await signUp(request, freshAddress)).status()).toBe(202);
  await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(6);
});

test('ten people of one office sign up in the same minute', async ({ request, freshAddress }) => {
  const office = newNetwork();
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => signUp(request, `colleague${index}.${freshAddress}`, office)),
  );
  expect(statuses(answers)).toEqual(Array(10).fill(202));
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const headers = newNetwork();
    test.use({ javaScriptEnabled, extraHTTPHeaders: headers });

    test('a reader who is over the limit reads when to come back, and their words are still there', async ({
      page,
      request,
      freshAddress,
    }) => {
      for (let count = 0; count < 5; count += 1) await signUp(request, freshAddress, headers);
      await page.goto('/es/subscribe');
      await page.getByRole('checkbox', { name: 'La carta del domingo' }).check();
      await page.getByLabel('Correo electrónico').fill(freshAddress);
      await page.getByRole('button', { name: 'Suscribirme' }).click();
      await expect(page.getByRole('status')).toContainText(/Inténtalo de nuevo en \d+ minutos/);
      await expect(page.getByLabel('Correo electrónico')).toHaveValue(freshAddress);
      await expect(page.getByRole('checkbox', { name: 'La carta del domingo' })).toBeChecked();
    });

    test('a person whose browser fills the hidden field is told, and the second press is taken', async ({
      page,
      inbox,
      freshAddress,
    }) => {
      await page.goto('/subscribe');
      await page.getByRole('checkbox', { name: 'The Sunday letter' }).check();
      await page.locator('[name=website]').evaluate((field) => field.setAttribute('value', 'filled'));
      await page.getByLabel('E-mail address').fill(freshAddress);
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect(page.getByRole('status')).toContainText('One more press, please');
      await expect(page.getByLabel('E-mail address')).toHaveValue(freshAddress);
      await expect(page.getByRole('checkbox', { name: 'The Sunday letter' })).toBeChecked();
      expect(await inbox.countTo(freshAddress)).toBe(0);
      await page.getByRole('button', { name: 'Subscribe' }).click();
      await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();
      await inbox.mailTo(freshAddress);
    });
  });
}
