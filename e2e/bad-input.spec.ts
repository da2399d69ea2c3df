import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statusNotice } from './fixtures/console-guard.ts';
import { expect, test } from './fixtures/test.ts';

test('a malformed address is never a fault of ours', async ({ request }) => {
  for (const path of [
    '/?%',
    '/articles/%E0%A4%A',
    '/articles/%00',
    '/sections/politics?page=%ZZ',
    '/confirm?token=%',
    '/?a[]=1&a[=2',
  ]) {
    expect((await request.get(path)).status(), path).toBeLessThan(500);
  }
});

test('what is no single address is refused with a sentence, and nobody gets mail', async ({
  request,
  inbox,
}) => {
  const victim = `victim-${Date.now().toString(36)}@example.com`;
  const bad = [
    '',
    'nobody',
    `${'a'.repeat(260)}@example.com`,
    `${victim}, other@example.com`,
    `${victim}\r\nBcc: other@example.com`,
  ];
  for (const email of bad) {
    const answer = await request.post('/api/subscribe', {
      data: { email, lists: [], language: 'en', source: '/' },
    });
    expect(answer.status(), JSON.stringify(email)).toBeGreaterThanOrEqual(400);
    expect(answer.status(), JSON.stringify(email)).toBeLessThan(500);
  }
  expect(await inbox.countTo(victim)).toBe(0);
});

test('a form posted from another site is refused', async ({ request }) => {
  const answer = await request.post('/api/subscribe', {
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
    form: { email: 'reader@example.com', language: 'en', source: '/' },
  });
  expect(answer.status()).toBe(403);
});

test('a foreign token confirms nobody and says so', async ({ request }) => {
  const answer = await request.post('/api/confirm', { form: { token: 'x'.repeat(43) }, maxRedirects: 0 });
  expect(answer.status()).toBeGreaterThanOrEqual(300);
  expect(answer.status()).toBeLessThan(500);
  expect(answer.headers()['set-cookie'] ?? '').not.toContain('session=');
});

test('a webhook that is unsigned, forged or old changes nothing', async ({ request, stack }) => {
  const secret = (await readFile(join(stack.dataDir, 'secrets', 'webhook-secret'), 'utf8')).trim();
  const body = JSON.stringify({ _id: 'siteSettings', _type: 'siteSettings' });
  const sign = (key: string, time: number) =>
    `t=${time},v1=${createHmac('sha256', key).update(`${time}.${body}`).digest('base64url')}`;
  const post = async (signature: string | null) => {
    const headers = {
      'content-type': 'application/json',
      ...(signature && { 'sanity-webhook-signature': signature }),
    };
    return (await request.post('/api/content-changed', { headers, data: Buffer.from(body) })).status();
  };
  expect(await post(null)).toBe(401);
  expect(await post(sign('not-the-secret-at-all-000', Date.now()))).toBe(401);
  expect(await post(sign(secret, Date.now() - 3_600_000))).toBe(401);
});

test.describe('a document that breaks the schema', () => {
  test.use({ expectedConsole: statusNotice(500) });

  test('is left out of lists, and its own page is a clean 500', async ({ page, lake }) => {
    const id = 'article-broken-for-a-test';
    await lake.createOrReplace({
      _id: id,
      _type: 'article',
      language: 'en',
      slug: { _type: 'slug', current: 'broken-for-a-test' },
      headline: 'Broken for a test',
      section: { _type: 'reference', _ref: 'section-politics' },
      publishedAt: new Date().toISOString(),
      kind: 'no such kind',
    });
    try {
      const own = await page.goto('/articles/broken-for-a-test');
      expect(own?.status()).toBe(500);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(/zod|invalid|stack|at \w+ \(/i)).toHaveCount(0);
      const section = await page.goto('/sections/politics');
      expect(section?.status()).toBe(200);
      await expect(page.getByText('Broken for a test')).toHaveCount(0);
    } finally {
      await lake.delete(id);
    }
  });
});
