import { expect, test } from './fixtures/test.ts';

const border = '/articles/us-presses-mexico-for-border-security-results';

test('an article’s page names its Markdown twin, which has the same text for everybody and answers 304', async ({
  page,
  request,
}) => {
  await page.goto(border);
  const twin = page.locator('link[rel="alternate"][type="text/markdown"]');
  const url = (await twin.getAttribute('href')) ?? '';
  expect(new URL(url).pathname).toBe(`${border}.md`);
  const paragraphs = page.getByRole('article').locator('p');
  const last = (await paragraphs.allInnerTexts()).filter((text) => text.length > 100).at(-1) ?? '';
  const first = await request.get(url);
  expect(first.status()).toBe(200);
  expect(first.headers()).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    link: `<${url.replace(/\.md$/, '')}>; rel="canonical"`,
  });
  const text = await first.text();
  expect(text).toMatch(/^# U\.S\. Presses Mexico for Border Security Results\n/);
  expect(text.replaceAll('\\', '')).toContain(last.slice(-80));
  const etag = first.headers().etag ?? '';
  expect((await request.get(url, { headers: { 'if-none-match': etag } })).status()).toBe(304);
  for (const cookie of ['draft=x', 'session=x', 'meter=x; gift=y']) {
    expect(await (await request.get(url, { headers: { cookie } })).text(), cookie).toBe(text);
  }
  expect((await request.get('/markdown/us-presses-mexico-for-border-security-results')).status()).toBe(404);
});

test('the twin follows its article: it changes, moves, is withdrawn and held with it', async ({
  lake,
  request,
}) => {
  const slug = `twin-${Date.now().toString(36)}`;
  const id = `article-${slug}`;
  const body = (text: string) => [
    {
      ...{ _type: 'block', _key: 'b', style: 'normal', markDefs: [] },
      children: [{ _type: 'span', _key: 's', text, marks: [] }],
    },
  ];
  await lake.createOrReplace({
    ...{ _id: id, _type: 'article', language: 'es', kind: 'news', headline: 'Gemela', standfirst: '' },
    slug: { _type: 'slug', current: slug },
    section: { _type: 'reference', _ref: 'section-environment' },
    bylineText: 'La redacción',
    publishedAt: new Date().toISOString(),
    firstPublishedAt: new Date().toISOString(),
    body: body('El primer texto.'),
  });
  const ask = (name = slug) => request.get(`/es/articles/${name}.md`, { maxRedirects: 0 });
  const statusOf = async (name?: string) => (await ask(name)).status();
  try {
    await expect.poll(async () => (await ask()).text()).toContain('El primer texto.');
    await lake
      .patch(id)
      .set({ body: body('Otro texto.') })
      .commit();
    await expect.poll(async () => (await ask()).text()).toContain('Otro texto.');
    await lake
      .patch(id)
      .set({ flags: { legalHold: true } })
      .commit();
    await expect.poll(() => statusOf()).toBe(404);
    await lake
      .patch(id)
      .set({ flags: { withdrawn: true } })
      .commit();
    await expect.poll(() => statusOf()).toBe(410);
    const moved = { slug: { _type: 'slug', current: `${slug}-b` }, previousSlugs: [slug] };
    await lake
      .patch(id)
      .set({ flags: {}, ...moved })
      .commit();
    await expect.poll(() => statusOf()).toBe(308);
    expect((await ask()).headers().location).toBe(`/es/articles/${slug}-b.md`);
    expect(await statusOf(`${slug}-b`)).toBe(200);
  } finally {
    await lake.delete(id);
  }
});

test('llms.txt tells where the texts are, in both languages, and each of its links leads somewhere', async ({
  request,
}) => {
  for (const path of ['/llms.txt', '/es/llms.txt']) {
    const answer = await request.get(path);
    expect(answer.headers()['content-type'], path).toBe('text/plain; charset=utf-8');
    const links = [...(await answer.text()).matchAll(/\]\(<([^>]+)>\)/g)].map(([, url]) => url ?? '');
    expect(links.length, path).toBeGreaterThan(10);
    for (const url of links) expect((await request.get(url)).status(), url).toBe(200);
  }
});
