import type { APIRequestContext } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { codeIn, confirmAddress, signIn } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';

// Wrong codes, dead links and waits are what some of these are about.
test.use({ expectedConsole: statusNotice(400, 404, 410, 422, 429) });

const closed = '/articles/foreign-buyers-and-the-bank-trust';
const signInFrom = (path: string) => `/sign-in?source=${encodeURIComponent(path)}`;

test('the mail’s link signs in and leads back to the article, without the token', async ({
  page,
  inbox,
  freshAddress,
}) => {
  await confirmAddress(page, inbox, freshAddress);
  const signInPage = new SignInPage(page);
  await signInPage.askFor(freshAddress, signInFrom(borderArticle));
  await expect(signInPage.heading).toHaveText('Check your inbox');
  await expect(signInPage.code).toHaveAttribute('inputmode', 'numeric');
  await expect(signInPage.code).toHaveAttribute('autocomplete', 'one-time-code');
  const mail = await inbox.mailTo(freshAddress, 'Sign in to');
  expect(mail.subject).toContain(codeIn(mail));

  const opened = await page.goto(mail.link);
  expect(opened?.headers()['referrer-policy']).toBe('same-origin');
  expect(opened?.headers()['cache-control']).toContain('no-store');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByRole('main')).toContainText(freshAddress);
  await signInPage.sendCode.click();
  await expect(page).toHaveURL(`${borderArticle}#signed-in`);
  await expect(page.locator('#signed-in')).toContainText('You are signed in.');
  const article = new ArticlePage(page);
  await expect(article.inlineForm).toHaveCount(0);
});

test('a reader who signs in from an article is back at the paragraph they left', async ({
  page,
  inbox,
  freshAddress,
}) => {
  await confirmAddress(page, inbox, freshAddress);
  await page.goto(closed);
  await new ArticlePage(page).isAwake();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  const signInPage = new SignInPage(page);
  await signInPage.address.fill(freshAddress);
  await signInPage.ask.click();
  await signInPage.typeCode(codeIn(await inbox.mailTo(freshAddress, 'Sign in to')));
  await expect(page).toHaveURL(`${closed}#signed-in`);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(200);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a code is typed on a second device, the mail is read on the first', async ({
      page,
      freshReader,
      inbox,
      freshAddress,
    }) => {
      await confirmAddress(page, inbox, freshAddress);
      const second = await freshReader({ javaScriptEnabled });
      await second.goto(closed);
      await signIn(second, inbox, freshAddress, signInFrom(closed));
      await expect(second).toHaveURL(`${closed}#signed-in`);
      await expect(second.locator('#signed-in')).toBeVisible();
      await expect(second.getByText('You are subscribed to', { exact: false })).toBeVisible();
      // The first device has asked for nothing and is let in nowhere.
      await page.goto('/account');
      await expect(page).toHaveURL(/\/sign-in\?source=%2Faccount$/);
    });

    test('a wrong code is told with what is left, and after five the code is over', async ({
      page,
      inbox,
      freshAddress,
    }) => {
      await confirmAddress(page, inbox, freshAddress);
      const signInPage = new SignInPage(page);
      await signInPage.askFor(freshAddress);
      const code = codeIn(await inbox.mailTo(freshAddress, 'Sign in to'));
      const wrong = code === '000000' ? '000001' : '000000';
      await signInPage.typeCode('12 34');
      await expect(signInPage.problem).toHaveText('The code has six digits.');
      for (const left of ['4 tries are', '3 tries are', '2 tries are', 'One try is']) {
        const answer = page.waitForResponse((response) => response.url().includes('/sign-in?'));
        await signInPage.typeCode(wrong);
        expect((await answer).status()).toBe(422);
        await expect(signInPage.problem).toHaveText(`That is not the code. ${left} left.`);
      }
      const answer = page.waitForResponse((response) => response.url().includes('/sign-in?'));
      await signInPage.typeCode(wrong);
      expect((await answer).status()).toBe(410);
      await expect(signInPage.problem).toHaveText('This code cannot be used any more. Ask for a new one.');
      await signIn(page, inbox, freshAddress);
      await expect(page).toHaveURL('/account');
    });
  });
}

test('dead links have true statuses and offer a fresh one', async ({ page, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  await new SignInPage(page).askFor(freshAddress);
  const { link } = await inbox.mailTo(freshAddress, 'Sign in to');
  await page.goto(link);
  await new SignInPage(page).sendCode.click();
  await expect(page).toHaveURL('/account');
  for (const [path, status] of [
    [link, 410],
    [`/sign-in?token=${'A'.repeat(43)}`, 404],
    ['/sign-in?token=A', 400],
  ] as const) {
    const opened = await page.goto(path);
    expect(opened?.status()).toBe(status);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await expect(new SignInPage(page).ask).toBeVisible();
  }
  const { request } = page.context();
  const post = (token: string) => request.post('/api/sign-in/link', { data: { token } });
  expect((await post('A')).status()).toBe(400);
  expect((await post('A'.repeat(43))).status()).toBe(404);
});

test('scanners that open the link, run its scripts and wait change nothing', async ({
  page,
  request,
  freshReader,
  inbox,
  freshAddress,
}) => {
  await confirmAddress(page, inbox, freshAddress);
  await new SignInPage(page).askFor(freshAddress);
  const mail = await inbox.mailTo(freshAddress, 'Sign in to');
  for (const method of ['HEAD', 'GET', 'GET']) {
    const opened = await request.fetch(mail.link, { method });
    expect(opened.status()).toBe(200);
    expect(opened.headers()['set-cookie']).toBeUndefined();
  }
  const scanner = await freshReader();
  await scanner.clock.install();
  await scanner.goto(mail.link, { waitUntil: 'networkidle' });
  await scanner.clock.fastForward('14:00');
  await expect(new SignInPage(scanner).sendCode).toBeVisible();
  await new SignInPage(page).typeCode(codeIn(mail));
  await expect(page).toHaveURL('/account');
});

test('the mail can be sent again after a visible wait', async ({ page, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  const signInPage = new SignInPage(page);
  await signInPage.askFor(freshAddress);
  await inbox.mailTo(freshAddress, 'Sign in to');
  const again = page.getByRole('button', { name: 'Send it again' });
  await expect(page.getByText(/You can send it again in \d+ seconds\./)).toBeVisible();
  await expect(again).toHaveAttribute('aria-disabled', 'true');
  // Whoever presses all the same, as without JavaScript, is told by the server.
  const early = await page.context().request.post('/api/sign-in/again', { data: {} });
  expect(early.status()).toBe(429);
  expect(Number(early.headers()['retry-after'])).toBeGreaterThan(0);
  const told = await page.context().request.post('/api/sign-in/again', { form: {} });
  expect(told.status()).toBe(429);
  expect(Number(told.headers()['retry-after'])).toBeGreaterThan(0);
});

test('the answer does not tell whether an address is known', async ({
  page,
  request,
  inbox,
  freshAddress,
}) => {
  const ask = async (context: APIRequestContext, email: string) => {
    const json = await context.post('/api/sign-in', { data: { email, language: 'en', source: '/' } });
    const form = await context.post('/api/sign-in', { form: { email }, maxRedirects: 0 });
    const shape = ({ date: _, ...headers }: Record<string, string>) => ({
      ...headers,
      'set-cookie': headers['set-cookie']?.replace(/sign-in=[\w-]{43}/, 'sign-in=HANDLE'),
    });
    const shown = await context.get('/sign-in?sent');
    return {
      json: { status: json.status(), headers: shape(json.headers()), body: await json.json() },
      form: { status: form.status(), headers: shape(form.headers()) },
      page: { status: shown.status(), words: (await shown.text()).match(/<main[\s\S]*<\/main>/)?.[0] },
    };
  };
  const unknown = await ask(request, freshAddress);
  expect(unknown.json.status).toBe(202);
  expect(unknown.form.status).toBe(303);
  const mail = await inbox.mailTo(freshAddress, 'There is no subscription');
  expect(codeIn(mail)).toBe('');
  expect(await ask(request, freshAddress)).toEqual(unknown);
  await page.goto(mail.link);
  await page.getByRole('button', { name: 'Confirm my subscription' }).click();
  await page.waitForURL(/#subscribed$|\/subscribe\/thanks$/);
  expect(await ask(request, freshAddress)).toEqual(unknown);
  await inbox.mailTo(freshAddress, 'Sign in to');
});

test('bad posts are refused with true statuses, and no cookie', async ({ request }) => {
  const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
  for (const path of [
    '/api/sign-in',
    '/api/sign-in/link',
    '/api/sign-in/code',
    '/api/sign-in/again',
    '/api/sign-out',
  ]) {
    const post = async (options: Parameters<typeof request.post>[1]) => {
      const answer = await request.post(path, { maxRedirects: 0, ...options });
      expect(answer.headers()['cache-control'], path).toContain('no-store');
      expect(answer.headers()['set-cookie'] ?? '', path).not.toContain('session=');
      return answer.status();
    };
    expect(await post({ headers: crossSite, form: { email: 'ana@example.com' } }), path).toBe(403);
    expect(
      await post({ headers: { 'content-type': 'application/json' }, data: Buffer.from('{') }),
      path,
    ).toBe(400);
    expect(await post({ headers: { 'content-type': 'text/xml' }, data: '<a/>' }), path).toBe(415);
    expect(await post({ form: { email: 'x'.repeat(20_000) } }), path).toBe(413);
  }
  const ask = async (data: object) => (await request.post('/api/sign-in', { data })).status();
  expect(await ask({ email: 'ana@example.com,eva@example.com' })).toBe(422);
  expect(await ask({ email: ['ana@example.com', 'eva@example.com'] })).toBe(422);
  const code = async (data: object) => (await request.post('/api/sign-in/code', { data })).status();
  expect(await code({ code: '12345' })).toBe(422);
  expect(await code({ code: '123456' })).toBe(410);
});

test('nobody is led to another host', async ({ page, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  await signIn(page, inbox, freshAddress, `/sign-in?source=${encodeURIComponent('//evil.example/')}`);
  await expect(page).toHaveURL('/account');
  await page.goto(`/sign-in?source=${encodeURIComponent('https://evil.example/')}`);
  await expect(page).toHaveURL('/account');
});

test('in Spanish the form, the mail and the account are Spanish', async ({ page, inbox, freshAddress }) => {
  await confirmAddress(page, inbox, freshAddress);
  await page.goto('/es/sign-in');
  await page.getByLabel('Correo electrónico').fill(freshAddress);
  await page.getByRole('button', { name: 'Enviarme un enlace y un código' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Revisa tu bandeja de entrada');
  const mail = await inbox.mailTo(freshAddress, 'Inicia sesión en');
  expect(new URL(mail.link).pathname).toBe('/es/sign-in');
  await page.getByLabel('Código de seis cifras').fill(codeIn(mail));
  await page.getByRole('button', { name: 'Iniciar sesión' }).click();
  await expect(page).toHaveURL('/es/account');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tu cuenta');
});
