import { statusNotice } from './fixtures/console-guard.ts';
import { openTool, ownList, test, tokenOf } from './fixtures/newsletter-desk.ts';
import { secretOf } from './fixtures/newsletter-reader.ts';
import { onlyReads } from './fixtures/stack.ts';
import { expect } from './fixtures/studio.ts';

const address = '/api/staff/newsletter';
const arrives = { timeout: 45_000 };
const nobody = '00000000-0000-4000-8000-000000000000';

test('fifty who send the same edition at once send it once', async ({ openStudio, inbox, planned, rows }) => {
  const { editionId, reader } = planned;
  const { page } = await openStudio();
  await openTool(page);
  const token = await tokenOf(page);
  const url = new URL(`${address}/${editionId}`, page.url());
  const press = (typed: string) =>
    fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'send-now', typed }),
    });
  expect((await press('Another list')).status).toBe(422);
  expect(await rows.statesOf(editionId)).toEqual([]);
  const answers = await Promise.all(Array.from({ length: 50 }, () => press(ownList.title)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
  await inbox.mailTo(reader);
  await expect.poll(() => rows.statesOf(editionId), arrives).toEqual(['sent']);
  expect(await inbox.countTo(reader)).toBe(1);
});

test('the door opens to editors only, and says the truth about what is asked', async ({
  openStudio,
  planned,
  request,
  stack,
}) => {
  const one = `${address}/${planned.editionId}`;
  const doors = [address, `${one}/preview?language=en&access=full`, `${one}/uncertain`];
  const posts = [one, `${one}/uncertain`, `${address}/corrections`];
  for (const headers of [{}, { authorization: 'Bearer forged' }]) {
    for (const door of doors) expect((await request.get(door, { headers })).status(), door).toBe(401);
    for (const door of posts)
      expect((await request.post(door, { headers, data: {} })).status(), door).toBe(401);
  }

  const headers = { authorization: `Bearer ${await secretOf(stack, 'lake-write-token')}` };
  const post = async (path: string, data: object) => (await request.post(path, { headers, data })).status();
  expect(await post(one, { action: 'burn' })).toBe(422);
  expect(await post(`${address}/${nobody}`, { action: 'hold' })).toBe(404);
  expect(await post(`${address}/not-an-id`, { action: 'hold' })).toBe(404);
  expect(await post(one, { action: 'release' })).toBe(409);
  expect(await post(one, { action: 'resume' })).toBe(409);
  // A program has no address that a test could go to.
  expect(await post(one, { action: 'test', language: 'en', access: 'full' })).toBe(409);
  expect((await request.post(one, { headers, form: { action: 'hold' } })).status()).toBe(415);
  expect((await request.get(`${one}/preview?language=fr&access=full`, { headers })).status()).toBe(400);
  const correction = { articleId: 'none', listId: ownList.id, correctionDate: '2026-01-01' };
  expect(await post(`${address}/corrections`, correction)).toBe(404);

  const only = await openStudio(onlyReads);
  await only.page.goto('/studio');
  const reads = { authorization: `Bearer ${await tokenOf(only.page)}` };
  for (const door of doors) expect((await request.get(door, { headers: reads })).status(), door).toBe(403);
  expect((await request.post(one, { headers: reads, data: { action: 'hold' } })).status()).toBe(403);
});

test.describe('for an account that may only read', () => {
  test.use({ expectedConsole: statusNotice(403) });

  test('the newsletter is refused, in a sentence', async ({ openStudio }) => {
    const { page } = await openStudio(onlyReads);
    await page.goto('/studio/newsletter');
    const said = page.getByRole('status').filter({ hasText: 'for editors and administrators' });
    await expect(said).toBeVisible();
  });
});
