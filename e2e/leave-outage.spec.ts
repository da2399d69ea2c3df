import { statusNotice } from './fixtures/console-guard.ts';
import { crashDatabase } from './fixtures/crash-database.ts';
import { dailyList, test, weeklyList } from './fixtures/newsletter-reader.ts';
import { expect } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(503), javaScriptEnabled: false });

test('a leaving that was acknowledged outlives the kill of the database; without it nothing is called done', async ({
  page,
  request,
  stack,
  reader,
}) => {
  test.setTimeout(120_000);
  const { token } = reader;
  const oneClick = { form: { 'List-Unsubscribe': 'One-Click' } };
  await page.goto(`/unsubscribe?token=${token}`);
  const left = await request.post('/api/unsubscribe', { data: { token, only: dailyList.id } });
  expect(left.status()).toBe(200);
  await crashDatabase(stack);

  const choice = { token, mail: 'en', lists: [dailyList.id] };
  for (const answer of await Promise.all([
    request.post(`/api/unsubscribe?token=${token}`, oneClick),
    request.post('/api/unsubscribe', { data: { token } }),
    request.post('/api/preferences', { data: choice }),
    request.get(`/unsubscribe?token=${token}`),
    request.get(`/es/preferences?token=${token}`),
  ])) {
    expect([answer.status(), answer.headers()['retry-after']], answer.url()).toEqual([503, '30']);
  }
  const shown = page.waitForResponse((response) => response.url().includes('/unsubscribe?'));
  await page.getByRole('button', { name: 'Stop all newsletters' }).click();
  expect((await shown).status()).toBe(503);

  await expect
    .poll(async () => (await request.get('/api/health/ready')).status(), { timeout: 60_000 })
    .toBe(200);
  expect(await reader.state()).toEqual({ state: 'confirmed', language: 'en', lists: [weeklyList.id] });
  expect(await reader.leavings()).toMatchObject([{ listId: dailyList.id, undone: false }]);
  expect((await request.post(`/api/unsubscribe?token=${token}`, oneClick)).status()).toBe(200);
  expect(await reader.state()).toMatchObject({ state: 'unsubscribed' });
});
