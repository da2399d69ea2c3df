import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statusNotice } from './fixtures/console-guard.ts';
import { writeBrokenStory } from './fixtures/newsroom.ts';
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
    expect(answer.status(), JSON.stringify(email)).toBe(422);
    expect((await answer.json()).message).toBe('Enter one e-mail address, such as name@example.com.');
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

  test('is left out of lists, and its own page is a clean 500', async ({ page, lake, request }) => {
    const pair = await writeBrokenStory(lake, 'broken-for-a-test');
    const section = async () => (await request.get('/sections/politics')).text();
    try {
      // Once its healthy twin is there, the list has been made anew.
      await expect.poll(section).toContain(pair.healthyHeadline);
      expect(await section()).not.toContain(pair.brokenHeadline);
      const own = await page.goto('/articles/broken-for-a-test');
      expect(own?.status()).toBe(500);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('We could not show this page');
      expect(await own?.text()).not.toMatch(/zod|invalid|schema|broken-for-a-test|\.ts|\bat \w+ \(/i);
    } finally {
      await pair.remove();
    }
  });
});
