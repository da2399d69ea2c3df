import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { withRegister } from './fixtures/register.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage } from './pages/article-page.ts';

test.use({ expectedConsole: statusNotice(410, 429) });

const again = (page: Page) => page.getByRole('button', { name: 'Send it again' });

test('the seconds count down by themselves, the focus stays, and then the mail goes out once more', async ({
  page,
  inbox,
  stack,
  freshAddress,
}) => {
  const article = new ArticlePage(page);
  await page.clock.install();
  await article.open();
  await article.isAwake();
  await article.inlineForm.getByLabel('E-mail address').fill(freshAddress);
  await article.inlineForm.getByRole('button', { name: 'Subscribe' }).click();
  await expect(article.inlineForm.getByRole('status')).toContainText('Check your inbox');
  await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();
  await inbox.mailTo(freshAddress);

  await again(page).focus();
  await expect(again(page)).toHaveAttribute('aria-disabled', 'true');
  await page.clock.fastForward(20_000);
  await expect(again(page)).toHaveAccessibleDescription(/in [1-4]\d s\./);
  await page.keyboard.press('Enter');
  await page.clock.fastForward(41_000);
  await expect(page.getByText('You can have it sent again now.')).toBeVisible();
  await expect(again(page)).toBeFocused();
  await withRegister(stack, ({ letAMinutePass }) => letAMinutePass(freshAddress));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sent again. It')).toBeVisible();
  await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(2);
});

test('a wrong address is changed in place', async ({ page, inbox, freshAddress }) => {
  const article = new ArticlePage(page);
  await article.open();
  await article.isAwake();
  await article.inlineForm.getByLabel('E-mail address').fill(`typo.${freshAddress}`);
  await article.inlineForm.getByRole('button', { name: 'Subscribe' }).click();
  await page.getByRole('button', { name: 'Change the address' }).click();
  await expect(article.inlineForm.getByLabel('E-mail address')).toBeFocused();
  await article.inlineForm.getByLabel('E-mail address').fill(freshAddress);
  await article.inlineForm.getByRole('button', { name: 'Subscribe' }).click();
  await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();
  await inbox.mailTo(freshAddress);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(
    javaScriptEnabled ? 'on the page, with JavaScript' : 'on the page, without JavaScript',
    () => {
      test.use({ javaScriptEnabled });

      test('the page says which address it was, takes another one, and keeps the lists', async ({
        page,
        inbox,
        freshAddress,
      }) => {
        await page.goto('/es/subscribe');
        await page.getByRole('checkbox', { name: 'La carta del domingo' }).check();
        await page.getByLabel('Correo electrónico').fill(`typo.${freshAddress}`);
        await page.getByRole('button', { name: 'Suscribirme' }).click();
        await expect(page.getByText(`Escribiste typo.${freshAddress}.`)).toBeVisible();

        await page.goto('/es/subscribe?result=accepted');
        await page.getByText('¿Otra dirección u otros boletines?').click();
        await expect(page.getByLabel('Correo electrónico')).toHaveValue(`typo.${freshAddress}`);
        await expect(page.getByRole('checkbox', { name: 'La carta del domingo' })).toBeChecked();
        await page.getByLabel('Correo electrónico').fill(freshAddress);
        await page.getByRole('button', { name: 'Suscribirme' }).click();
        await expect(page.getByText(`Escribiste ${freshAddress}.`)).toBeVisible();
        const mail = await inbox.mailTo(freshAddress, 'Confirma tu suscripción');
        await page.goto(mail.link);
        await expect(page.getByRole('checkbox', { name: 'La carta del domingo' })).toBeChecked();
      });
    },
  );
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('too early it is said when, with a true status; after a minute the mail goes out again', async ({
    page,
    inbox,
    stack,
    freshAddress,
  }) => {
    await page.goto('/subscribe?source=/articles/reef');
    await page.getByLabel('E-mail address').fill(freshAddress);
    await page.getByRole('button', { name: 'Subscribe' }).click();
    await expect(page.getByText(/You can have it sent again in \d+ s\./)).toBeVisible();
    await inbox.mailTo(freshAddress);

    const refused = page.waitForResponse((response) => response.url().includes('/subscribe?'));
    await again(page).click();
    expect((await refused).status()).toBe(429);
    await expect(page.getByText(/You can have it sent again in \d+ seconds\./)).toBeVisible();
    await expect(page.getByText(`You entered ${freshAddress}.`)).toBeVisible();

    await withRegister(stack, ({ letAMinutePass }) => letAMinutePass(freshAddress));
    await again(page).click();
    await expect(page.getByRole('status').first()).toContainText('Sent again.');
    await expect(page.getByRole('link', { name: 'Back to the article' })).toHaveAttribute(
      'href',
      '/articles/reef',
    );
    await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(2);
  });
});

test('the database has the last word on the minute, and says how long', async ({ request, freshAddress }) => {
  const signedUp = await request.post('/api/subscribe', { data: { email: freshAddress } });
  expect(signedUp.status()).toBe(202);
  const early = await request.post('/api/subscribe/resend', { data: { language: 'en' } });
  expect(early.status()).toBe(429);
  const seconds = Number(early.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await early.json()).toMatchObject({ result: 'soon', retryAfterSeconds: seconds });
});

test('a program that only asks again is answered in the language of its sign-up', async ({
  request,
  inbox,
  stack,
  freshAddress,
}) => {
  await request.post('/api/subscribe', { data: { email: freshAddress, language: 'es' } });
  await inbox.mailTo(freshAddress, 'Confirma tu suscripción');
  const again = () => request.post('/api/subscribe/resend', { data: {} });
  expect(await (await again()).json()).toMatchObject({
    result: 'soon',
    message: expect.stringContaining('segundos'),
  });
  await withRegister(stack, ({ letAMinutePass }) => letAMinutePass(freshAddress));
  const sent = await again();
  expect(sent.status()).toBe(202);
  expect(await sent.json()).toMatchObject({ result: 'resent' });
  await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(2);
});

test('without the sealed cookie, or with a forged one, nobody gets mail', async ({
  page,
  playwright,
  baseURL,
  inbox,
  freshAddress,
}) => {
  const stranger = await playwright.request.newContext(baseURL ? { baseURL } : {});
  const post = async (cookie?: string) =>
    stranger.post('/api/subscribe/resend', {
      data: { language: 'en', email: freshAddress },
      ...(cookie ? { headers: { cookie } } : {}),
    });
  expect((await post()).status()).toBe(410);
  expect((await post(`pending=${freshAddress}`)).status()).toBe(410);
  expect((await post(`pending=v1.${Buffer.alloc(80, 7).toString('base64url')}`)).status()).toBe(410);
  await stranger.dispose();
  expect(await inbox.countTo(freshAddress)).toBe(0);

  const opened = await page.goto('/subscribe?result=gone');
  expect(opened?.status()).toBe(410);
  await expect(page.getByRole('status')).toContainText('Enter it once more');
  await expect(page.getByLabel('E-mail address')).toBeVisible();
});

test('the cookie shows nobody the address, and another site cannot press the button', async ({
  request,
  freshAddress,
}) => {
  const answer = await request.post('/api/subscribe', { data: { email: freshAddress } });
  const cookie = answer.headers()['set-cookie'] ?? '';
  expect(cookie).toMatch(/^pending=v1\.[\w-]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/m);
  expect(decodeURIComponent(cookie)).not.toContain(freshAddress);
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await request.post('/api/subscribe/resend', { headers, form: {} })).status()).toBe(403);
});
