import { statusNotice } from './fixtures/console-guard.ts';
import { confirmAddress, signIn } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';

test.use({ expectedConsole: statusNotice(401, 404), javaScriptEnabled: false });

test('a subscriber’s own feed has every text whole, for nobody but whoever has its address, until it is ended', async ({
  page,
  inbox,
  lake,
  freshAddress,
  playwright,
  baseURL,
}) => {
  const slug = `own-feed-${Date.now().toString(36)}`;
  const block = (text: string) => ({
    ...{ _type: 'block', _key: text.replace(/\W/g, ''), style: 'normal', markDefs: [] },
    children: [{ _type: 'span', _key: 's', text, marks: [] }],
  });
  const id = `article-${slug}`;
  await lake.createOrReplace({
    ...{ _id: id, _type: 'article', language: 'en', kind: 'news', headline: `Own ${slug}`, standfirst: '' },
    slug: { _type: 'slug', current: slug },
    section: { _type: 'reference', _ref: 'section-environment' },
    bylineText: 'The desk',
    access: { level: 'subscribers' },
    publishedAt: new Date().toISOString(),
    firstPublishedAt: new Date().toISOString(),
    body: [block(`above ${slug}`), { _type: 'paywallBreak', _key: 'p' }, block(`below ${slug}`)],
  });
  const anybody = await playwright.request.newContext(baseURL ? { baseURL } : {});
  try {
    await confirmAddress(page, inbox, freshAddress);
    await signIn(page, inbox, freshAddress);
    const part = page.getByRole('region', { name: 'Your own feed' });
    await part.getByRole('button', { name: 'Make my feed' }).click();
    await expect(part.getByRole('status')).toHaveText('Saved.');
    const first = await part.getByLabel('Address of your feed').inputValue();
    const whole = await anybody.get(first);
    expect(await whole.text()).toContain(`below ${slug}`);
    expect(whole.headers()).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'same-origin',
    });
    const headers = { 'if-none-match': whole.headers().etag ?? '' };
    expect((await anybody.get(first, { headers })).status()).toBe(304);

    for (const file of ['/feed.xml', '/atom.xml', '/feed.json', '/sections/environment/feed.xml']) {
      const open = await (await page.request.get(file)).text();
      expect(open, file).toContain(`above ${slug}`);
      expect(open, file).not.toContain(`below ${slug}`);
    }

    await part.getByRole('button', { name: 'Make a new address' }).click();
    const second = await part.getByLabel('Address of your feed').inputValue();
    expect((await anybody.get(first)).status()).toBe(404);
    expect((await anybody.get(second)).status()).toBe(200);
    await part.getByRole('button', { name: 'End this feed' }).click();
    await expect(part.getByRole('status')).toContainText('The feed has ended');
    const ended = await anybody.get(second, { headers });
    expect(ended.status()).toBe(404);
    expect(ended.headers()['cache-control']).toBe('private, no-store');
  } finally {
    await anybody.dispose();
    await lake.delete(id);
  }
});

test('a stranger can make no feed', async ({ page }) => {
  const answer = await page.request.post('/api/account/feed', { data: { wish: 'make', language: 'en' } });
  expect(answer.status()).toBe(401);
});
