import type { APIRequestContext } from 'playwright/test';
import { statusNotice } from './fixtures/console-guard.ts';
import { askAsSubscriber, codeIn, confirmAddress, signIn } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';
import { SignInPage } from './pages/sign-in-page.ts';

// Dead links are what some of these are about.
test.use({ expectedConsole: statusNotice(400, 404, 410) });

test('dead links have true statuses and offer a fresh one', async ({
  page: signedIn,
  freshReader,
  inbox,
  freshAddress,
}) => {
  const { link } = await askAsSubscriber(signedIn, inbox, freshAddress);
  await signedIn.goto(link);
  await new SignInPage(signedIn).sendCode.click();
  await expect(signedIn).toHaveURL('/account');
  const page = await freshReader();
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
  const mail = await askAsSubscriber(page, inbox, freshAddress);
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

test('the answer does not tell whether an address is known', async ({
  page,
  request,
  inbox,
  freshAddress,
}) => {
  let networks = 0;
  const ask = async (context: APIRequestContext, email: string) => {
    // From one network an address gets fewer of these mails than this test asks for.
    networks += 1;
    const headers = { 'x-forwarded-for': `203.0.113.${networks}` };
    const json = await context.post('/api/sign-in', {
      data: { email, language: 'en', source: '/' },
      headers,
    });
    const form = await context.post('/api/sign-in', { form: { email }, headers, maxRedirects: 0 });
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
