import type { Page } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { holdPosts, pressTwice } from './fixtures/held-posts.ts';
import type { Inbox } from './fixtures/inbox.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';

// Bad addresses and dead links are what some of these are about.
test.use({ expectedConsole: statusNotice(400, 404, 410, 422) });

const confirmed = {
  en: 'Thank you. Your subscription is confirmed.',
  es: 'Gracias. Tu suscripción está confirmada.',
};

async function leaveAddress(page: Page, address: string): Promise<void> {
  const { inlineForm } = new ArticlePage(page);
  await inlineForm.getByLabel('E-mail address').fill(address);
  await inlineForm.getByRole('button', { name: 'Subscribe' }).click();
}

async function pressTheMailsButton(page: Page, inbox: Inbox, address: string): Promise<void> {
  const mail = await inbox.mailTo(address, 'Confirm your subscription');
  await page.goto(mail.link);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
}

test('a reader leaves an address, confirms by mail and is back at the article, thanked and not asked again', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const article = new ArticlePage(page);
  await article.open();
  await article.isAwake();
  await leaveAddress(page, freshAddress);
  await expect(article.inlineForm.getByRole('status')).toContainText('Check your inbox');
  await pressTheMailsButton(page, inbox, freshAddress);

  await expect(page).toHaveURL(`${borderArticle}#subscribed`);
  await expect(article.thanks).toHaveText(new RegExp(confirmed.en));
  await expect(article.thanks).toBeVisible();
  await expect(page.locator('[data-article-body]')).toContainText('gradual progress');
  await article.thanks.getByRole('link', { name: 'Close' }).click();
  await expect(article.thanks).toBeHidden();

  // The page remembers the sign-up for a day; that its reader subscribes is what must count.
  await page.evaluate(() => localStorage.removeItem('prompt'));
  await page.clock.install();
  await article.open();
  await page.clock.fastForward('10:00');
  await page.mouse.wheel(0, 20_000);
  await page.clock.fastForward('00:05');
  await expect(article.prompt).toHaveCount(0);
});

test('a confirmed reader is back at the paragraph where they left their address', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const article = new ArticlePage(page);
  await article.open();
  await article.isAwake();
  await leaveAddress(page, freshAddress);
  await expect(article.inlineForm.getByRole('status')).toContainText('Check your inbox');
  await pressTheMailsButton(page, inbox, freshAddress);
  await expect(article.thanks).toBeVisible();
  await expect(page.locator('[data-article-body] > p').last()).toBeInViewport();
});

test('who presses the mail’s button again before the answer confirms once', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const article = new ArticlePage(page);
  await article.open();
  await article.isAwake();
  await leaveAddress(page, freshAddress);
  const mail = await inbox.mailTo(freshAddress, 'Confirm your subscription');
  await page.goto(mail.link, { waitUntil: 'networkidle' });
  const held = await holdPosts(page);
  await pressTwice(page.getByRole('button', { name: 'Confirm my subscription' }), held);
  await expect(page).toHaveURL(`${borderArticle}#subscribed`);
  await expect(article.thanks).toBeVisible();
  expect(held.count()).toBe(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the same journey by forms alone', async ({ page, inbox, freshAddress }) => {
    const article = new ArticlePage(page);
    await article.open();
    await leaveAddress(page, freshAddress);
    await expect(page.getByRole('heading', { name: 'Check your inbox' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Back to the article' })).toHaveAttribute(
      'href',
      borderArticle,
    );
    await pressTheMailsButton(page, inbox, freshAddress);
    await expect(page).toHaveURL(`${borderArticle}#subscribed`);
    await expect(article.thanks).toBeVisible();
  });

  test('a bad address comes back in its field with the reason, a true status and not in the URL', async ({
    page,
  }) => {
    await new ArticlePage(page).open();
    const answer = page.waitForResponse((response) => response.url().includes('/subscribe?'));
    await page.locator('form[data-subscribe-form]').evaluate((form) => form.setAttribute('novalidate', ''));
    await leaveAddress(page, 'ana@example');
    expect((await answer).status()).toBe(422);
    const field = page.getByLabel('E-mail address');
    await expect(field).toHaveValue('ana@example');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription('Enter one e-mail address, such as name@example.com.');
    expect(page.url()).not.toContain('ana');
  });
});

test('a bad address is told beside its field, and nothing is sent', async ({ page }) => {
  const article = new ArticlePage(page);
  await article.open();
  await article.isAwake();
  for (const bad of ['', 'ana', 'ana@example', 'a@example.com,b@example.com']) {
    await leaveAddress(page, bad);
    await expect(article.inlineForm.getByRole('status')).toHaveText(
      'Enter one e-mail address, such as name@example.com.',
    );
    await expect(article.inlineForm.getByLabel('E-mail address')).toBeFocused();
  }
});

test('in Spanish the mail, its page and the thanks are Spanish', async ({ page, inbox, freshAddress }) => {
  await page.goto('/es/subscribe');
  await page.getByLabel('Correo electrónico').fill(freshAddress);
  await page.getByRole('button', { name: 'Suscribirme' }).click();
  await expect(page.getByRole('status')).toContainText('Revisa tu bandeja');
  const mail = await inbox.mailTo(freshAddress, 'Confirma tu suscripción');
  expect(new URL(mail.link).pathname).toBe('/es/confirm');
  await page.goto(mail.link);
  await page.getByRole('button', { name: 'Confirmar mi suscripción' }).click();
  await expect(page).toHaveURL('/es/subscribe/thanks');
  await expect(page.getByText(confirmed.es)).toBeVisible();
});

test('scanners that open the link change nothing, and the button works once', async ({
  page,
  request,
  inbox,
  freshAddress,
}) => {
  await request.post('/api/subscribe', { data: { email: freshAddress, language: 'en' } });
  const { link } = await inbox.mailTo(freshAddress, 'Confirm your subscription');
  for (const method of ['HEAD', 'GET', 'GET']) {
    const opened = await request.fetch(link, { method });
    expect(opened.status()).toBe(200);
    expect(opened.headers()['cache-control']).toContain('no-store');
  }
  await page.goto(link);
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await expect(page).toHaveURL('/subscribe/thanks');

  const again = await page.goto(link);
  expect(again?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('You are subscribed to');
});

test('links that are none have true statuses and offer a fresh one', async ({ page }) => {
  const unknown = await page.goto(`/confirm?token=${'A'.repeat(43)}`);
  expect(unknown?.status()).toBe(404);
  const broken = await page.goto('/confirm?token=A');
  expect(broken?.status()).toBe(400);
  await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Subscribe' })).toBeVisible();
});

test('the answer does not tell whether an address is known', async ({
  page,
  request,
  inbox,
  freshAddress,
}) => {
  const ask = async (email: string) => {
    const answer = await request.post('/api/subscribe', { data: { email, language: 'en' } });
    const { date: _, 'set-cookie': cookies = '', ...headers } = answer.headers();
    // The sealed cookie differs each time, as encryption must; its name, length and attributes do not.
    const sealed = /^pending=v1\.[\w-]+/.exec(cookies)?.[0].length;
    const attributes = /^pending=[^;]*(.*)$/m.exec(cookies)?.[1];
    return { status: answer.status(), headers, sealed, attributes, body: await answer.json() };
  };
  const unknown = await ask(freshAddress);
  expect(unknown.status).toBe(202);
  expect(await ask(freshAddress)).toEqual(unknown);
  await pressTheMailsButton(page, inbox, freshAddress);
  await page.waitForURL('/subscribe/thanks');
  expect(await ask(freshAddress)).toEqual(unknown);
  await inbox.mailTo(freshAddress, 'You are already subscribed');
});

test('bad posts are refused with true statuses', async ({ request }) => {
  const post = async (options: Parameters<typeof request.post>[1]) =>
    (await request.post('/api/subscribe', { maxRedirects: 0, ...options })).status();
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  expect(await post({ headers: crossSite, form: { email: 'ana@example.com' } })).toBe(403);
  expect(await post({ data: { email: 'ana@example.com\r\nBcc: eva@example.com' } })).toBe(422);
  expect(await post({ data: { email: 'ana@example.com,eva@example.com' } })).toBe(422);
  expect(await post({ data: { email: ['ana@example.com', 'eva@example.com'] } })).toBe(422);
  expect(await post({ headers: { 'content-type': 'application/json' }, data: Buffer.from('{') })).toBe(400);
  expect(await post({ headers: { 'content-type': 'text/xml' }, data: '<a/>' })).toBe(415);
  expect(await post({ form: { email: 'x'.repeat(20_000) } })).toBe(413);
});
