import { statusNotice } from './fixtures/console-guard.ts';
import { openLake } from './fixtures/lake.ts';
import { pidOf, planStack, removeStack, startStack } from './fixtures/stack.ts';
import { expect, test } from './fixtures/test.ts';

const slug = 'where-the-sargassum-comes-from';
const path = `/articles/${slug}`;

test('what is published reaches the article, the front and the section without a rebuild', async ({
  request,
  lake,
}) => {
  const read = async (address: string) => (await request.get(address)).text();
  for (const address of [path, '/', '/sections/environment']) await read(address);
  const document = await lake.getDocument(`article-${slug}`);
  const before: string = document?.headline;
  const after = `${before}, Corrected`;
  await lake.patch(`article-${slug}`).set({ headline: after }).commit();
  for (const address of [path, '/', '/sections/environment'])
    await expect.poll(() => read(address)).toContain(after);
  await lake.patch(`article-${slug}`).set({ headline: before }).commit();
  await expect.poll(() => read(path)).not.toContain(after);
});

test('a page from the cache carries a policy without unsafe scripts, and so does its 304', async ({
  request,
}) => {
  const first = await request.get(path);
  const policy = first.headers()['content-security-policy'] ?? '';
  expect(policy).toContain("script-src 'self' 'sha256-");
  expect(/script-src[^;]*/.exec(policy)?.[0]).not.toContain('unsafe');
  const again = await request.get(path, { headers: { 'if-none-match': first.headers().etag ?? '' } });
  expect(again.status()).toBe(304);
  expect(again.headers()['content-security-policy']).toBe(policy);
});

test.describe('when the lake fails', () => {
  test.use({ expectedConsole: statusNotice(503) });

  test('warm pages stand, cold ones are a 503 that says when to come back, and it heals by itself', async ({
    request,
  }) => {
    test.setTimeout(240_000);
    const plan = await planStack();
    const stack = startStack(plan);
    try {
      await stack.ready;
      const warm = await (await request.get(plan.siteUrl + path)).text();
      const pid = await pidOf(plan, 'lake');
      process.kill(pid, 'SIGSTOP');
      const still = await request.get(plan.siteUrl + path);
      expect(still.status()).toBe(200);
      expect(await still.text()).toBe(warm);
      const cold = await request.get(`${plan.siteUrl}/articles/the-canal-at-muyil`, { timeout: 60_000 });
      expect(cold.status()).toBe(503);
      expect(Number(cold.headers()['retry-after'])).toBeGreaterThan(0);
      expect(await cold.text()).not.toMatch(/LakeUnavailable|ECONN|stack/);
      process.kill(pid, 'SIGCONT');
      await expect
        .poll(async () => (await request.get(`${plan.siteUrl}/articles/the-canal-at-muyil`)).status(), {
          timeout: 30_000,
        })
        .toBe(200);
    } finally {
      await stack.stop();
      await removeStack(plan);
    }
  });

  test('the old text is not served after a publish while the site was down', async ({ request }) => {
    test.setTimeout(240_000);
    const plan = await planStack();
    let stack = startStack(plan);
    try {
      await stack.ready;
      await request.get(plan.siteUrl + path);
      const lake = await openLake(plan);
      process.kill(await pidOf(plan, 'site'), 'SIGKILL');
      await lake.patch(`article-${slug}`).set({ headline: 'Published while the site was down' }).commit();
      await stack.stop();
      stack = startStack(plan);
      await stack.ready;
      expect(await (await request.get(plan.siteUrl + path)).text()).toContain(
        'Published while the site was down',
      );
    } finally {
      await stack.stop();
      await removeStack(plan);
    }
  });
});
