import { openRows, type Rows } from './fixtures/reader-rows.ts';
import { expect, test } from './fixtures/test.ts';

let rows: Rows;
test.beforeAll(async ({ stack }) => {
  rows = await openRows(stack);
});
test.afterAll(() => rows.close());

const pages = ['/account', '/account/delete', '/gifts', '/sign-in', '/es/gifts', '/sign-in?sent='];

test('while nobody can tell who is signed in, every page of the account says so', async ({ request }) => {
  const { cookie } = await rows.addReader();
  const ask = (path: string) => request.get(path, { headers: { cookie }, maxRedirects: 0 });
  await rows.without('sessions', async () => {
    for (const path of pages) {
      const answer = await ask(path);
      expect(answer.status(), path).toBe(503);
      expect(answer.headers()['retry-after'], path).toBe('30');
      expect(answer.headers()['cache-control'], path).toContain('no-store');
      expect(await answer.text(), path).toMatch(/on our side|de nuestro lado/);
    }
  });
  expect((await ask('/gifts')).status()).toBe(200);
});

test('a part of the account that cannot be read does not break its page', async ({ request }) => {
  const { cookie } = await rows.addReader();
  await rows.without('gifts', async () => {
    for (const path of ['/account', '/gifts']) {
      const answer = await request.get(path, { headers: { cookie }, maxRedirects: 0 });
      expect(answer.status(), path).toBe(503);
      expect(answer.headers()['retry-after'], path).toBe('30');
      expect(await answer.text(), path).toContain('on our side');
    }
  });
});

test('while a sign-in cannot be looked up, the field for its code says so', async ({ request }) => {
  const asked = { cookie: `sign-in=${'A'.repeat(43)}` };
  const ask = () => request.get('/sign-in?sent=', { headers: asked });
  await rows.without('sign_in_requests', async () => {
    const answer = await ask();
    expect(answer.status()).toBe(503);
    expect(answer.headers()['retry-after']).toBe('30');
    expect(await answer.text()).toContain('Six-digit code');
  });
  expect((await ask()).status()).toBe(410);
});
