import { statusNotice } from './fixtures/console-guard.ts';
import { holdPosts, pressTwice } from './fixtures/held-posts.ts';
import { withRegister } from './fixtures/register.ts';
import { askAsSubscriber, codeIn, confirmAddress, signIn } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';
import { ArticlePage, borderArticle } from './pages/article-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';

// Wrong codes and waits are what some of these are about.
test.use({ expectedConsole: statusNotice(410, 422, 429) });

const closed = '/articles/foreign-buyers-and-the-bank-trust';
const signInFrom = (path: string) => `/sign-in?source=${encodeURIComponent(path)}`;

test('the mail’s link signs in and leads back to the article, without the token', async ({
  page,
  inbox,
  freshAddress,
}) => {
  const signInPage = new SignInPage(page);
  const mail = await askAsSubscriber(page, inbox, freshAddress, signInFrom(borderArticle));
  await expect(signInPage.heading).toHaveText('Check your inbox');
  await expect(signInPage.code).toHaveAttribute('inputmode', 'numeric');
  await expect(signInPage.code).toHaveAttribute('autocomplete', 'one-time-code');
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

test('who presses the button of the link, or of the code, again before the answer is signed in once', async ({
  page,
  freshReader,
  inbox,
  freshAddress,
}) => {
  const signInPage = new SignInPage(page);
  const mail = await askAsSubscriber(page, inbox, freshAddress);
  await page.goto(mail.link, { waitUntil: 'networkidle' });
  const held = await holdPosts(page);
  await pressTwice(signInPage.sendCode, held);
  await expect(page).toHaveURL('/account');
  await expect(signInPage.heading).toHaveText('Your account');
  expect(held.count()).toBe(1);
  const second = await freshReader();
  const secondPage = new SignInPage(second);
  const before = await inbox.countTo(freshAddress);
  await secondPage.askFor(freshAddress);
  await second.waitForLoadState('networkidle');
  await secondPage.code.fill(codeIn(await inbox.nextMailTo(freshAddress, before)));
  const heldOfSecond = await holdPosts(second);
  await pressTwice(secondPage.sendCode, heldOfSecond);
  await expect(second).toHaveURL('/account');
  await expect(secondPage.heading).toHaveText('Your account');
  expect(heldOfSecond.count()).toBe(1);
});

test('a used link leads on whoever it has signed in, and nobody else', async ({
  page,
  freshReader,
  inbox,
  freshAddress,
}) => {
  const signInPage = new SignInPage(page);
  const mail = await askAsSubscriber(page, inbox, freshAddress, signInFrom(borderArticle));
  await page.goto(mail.link);
  await signInPage.sendCode.click();
  await expect(page).toHaveURL(`${borderArticle}#signed-in`);
  await page.goto(mail.link);
  await expect(page).toHaveURL(borderArticle);
  const stranger = await freshReader();
  expect((await stranger.goto(mail.link))?.status()).toBe(410);
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
      await expect(second.locator('#signed-in [role=status]')).toBeVisible();
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
      const signInPage = new SignInPage(page);
      const code = codeIn(await askAsSubscriber(page, inbox, freshAddress));
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

test('the mail can be sent again after a visible wait', async ({ page, inbox, stack, freshAddress }) => {
  await askAsSubscriber(page, inbox, freshAddress);
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

  const before = await inbox.countTo(freshAddress);
  await withRegister(stack, ({ letAMinutePass }) => letAMinutePass(freshAddress));
  await page.reload();
  await again.click();
  await expect(page.getByText('We have sent it once more.')).toBeVisible();
  await expect.poll(() => inbox.countTo(freshAddress), { timeout: 30_000 }).toBe(before + 1);
});

test('a program asks for the mail again in JSON: when, whether and how long, with true statuses', async ({
  request,
  inbox,
  stack,
  freshAddress,
}) => {
  const again = () => request.post('/api/sign-in/again', { data: {} });
  const never = await again();
  expect(never.status()).toBe(410);
  expect(await never.json()).toMatchObject({ result: 'over' });

  expect(
    (await request.post('/api/sign-in', { data: { email: freshAddress, language: 'es' } })).status(),
  ).toBe(202);
  const first = await inbox.mailTo(freshAddress);
  const early = await again();
  expect(early.status()).toBe(429);
  const seconds = Number(early.headers()['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(await early.json()).toMatchObject({ result: 'wait', retryAfterSeconds: seconds });

  await withRegister(stack, ({ letAMinutePass }) => letAMinutePass(freshAddress));
  const sent = await again();
  expect(sent.status()).toBe(202);
  expect(await sent.json()).toMatchObject({ result: 'again' });
  // Nothing was said of a language: it is the first mail's.
  expect((await inbox.nextMailTo(freshAddress, 1)).subject).toBe(first.subject);
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
