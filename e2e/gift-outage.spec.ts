import { crashDatabase } from './fixtures/crash-database.ts';
import { subscribeHere } from './fixtures/subscribing.ts';
import { expect, test } from './fixtures/test.ts';
import { trustArticle } from './pages/wall.ts';

const slug = trustArticle.path.split('/').at(-1) ?? '';

test('without its database the site signs nobody out who gives an article or takes one back: it says 503', async ({
  page,
  stack,
  inbox,
  freshAddress,
}) => {
  test.setTimeout(120_000);
  await page.goto(trustArticle.path);
  await subscribeHere(page, inbox, freshAddress);
  const { request } = page;
  const give = { article: slug, language: 'en' };
  const revoke = { id: crypto.randomUUID(), language: 'es', page: 'account' };
  await crashDatabase(stack);
  const answers = await Promise.all([
    request.post('/api/gift', { data: give }),
    request.post('/api/gift/revoke', { data: revoke }),
  ]);
  const forms = await Promise.all([
    request.post('/api/gift', { form: give, maxRedirects: 0 }),
    request.post('/api/gift/revoke', { form: revoke, maxRedirects: 0 }),
  ]);
  for (const answer of answers) {
    expect([answer.status(), answer.headers()['retry-after']]).toEqual([503, '30']);
    expect(await answer.json()).toMatchObject({ result: 'failed' });
  }
  expect(forms.map((form) => [form.status(), form.headers().location])).toEqual([
    [303, '/gifts?result=failed'],
    [303, '/es/account?result=failed'],
  ]);
  await expect
    .poll(async () => (await request.get('/api/health/ready')).status(), { timeout: 60_000 })
    .toBe(200);
  expect((await request.post('/api/gift', { data: give })).status()).toBe(200);
});
