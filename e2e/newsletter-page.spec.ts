import { randomUUID } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { openEditions } from './fixtures/edition-rows.ts';
import { openLake } from './fixtures/lake.ts';
import { expect, test } from './fixtures/test.ts';
import { ask, follow } from './leak/ask.ts';
import { gardenOfFile } from './leak/garden-of-file.ts';

const grown = gardenOfFile();
const listId = 'newsletterList-instant-en';
let editions: Awaited<ReturnType<typeof openEditions>>;

test.beforeAll(async ({ stack }) => {
  editions = await openEditions(stack);
});
test.afterAll(() => editions.close());

test('a newsletter in the browser shows what everybody may read, to whoever asks, and is kept by nobody', async () => {
  const { garden, rows, site, named } = grown();
  const { id: articleId, open } = named('cut');
  const edition = await editions.add({ kind: 'instant', listId, articleIds: [articleId] });
  const { cookie } = await rows.addReader();
  for (const path of [`/newsletter/${edition}`, `/es/newsletter/${edition}`]) {
    for (const headers of [{}, { cookie }, { rsc: '1' }, { cookie: 'draft=x' }]) {
      const heard = await follow(site, { path, headers });
      expect(heard.status).toBe(200);
      for (const word of open) expect(heard.text).toContain(word);
      expect(garden.gatedIn(heard.text)).toEqual([]);
      expect(heard.headers['cache-control']).toBe('private, no-store');
      expect(heard.headers['x-robots-tag']).toContain('noindex');
      expect(heard.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'unsafe-inline'; img/,
      );
      expect(heard.headers['content-security-policy']).not.toContain('script-src');
    }
  }
});

test('an article held back since is gone from it, and what is left stays', async ({ stack }) => {
  const { garden, site, named } = grown();
  const lake = await openLake(stack);
  const held = garden.untouched[0];
  const edition = await editions.add({
    ...{ kind: 'digest', listId },
    articleIds: [named('archived').id, held?.id ?? ''],
  });
  const headline = `About ${held?.name}`;
  expect((await ask(site, { path: `/newsletter/${edition}` })).text).toContain(headline);
  await lake
    .patch(held?.id ?? '')
    .set({ flags: { legalHold: true } })
    .commit();
  const after = await ask(site, { path: `/newsletter/${edition}` });
  expect(after.text).not.toContain(headline);
  expect(after.text).toContain('About archived');
});

test('what has not gone out, holds nothing or never was is a true 404', async () => {
  const { garden, site } = grown();
  const planned = await editions.add({ kind: 'instant', listId, articleIds: [] }, 'planned');
  // The draft of an article goes by the article's own id.
  const closed = garden.closed.filter(({ name }) => name !== 'cut').map(({ id }) => id);
  const empty = await editions.add({ kind: 'digest', listId, articleIds: closed });
  for (const id of [planned, empty, randomUUID(), 'x', "'"]) {
    const heard = await ask(site, { path: `/es/newsletter/${id}` });
    expect(heard.status, id).toBe(404);
    expect(heard.headers['cache-control'], id).toBe('private, no-store');
    expect(garden.closedIn(heard.text), id).toEqual([]);
    expect(heard.text, id).toMatch(/<html lang="es">/);
  }
});

test('every link and picture in it is absolute and alive, and it is seen without a fault', async ({
  page,
}) => {
  const { site } = grown();
  const edition = await editions.add({
    ...{ kind: 'instant', listId },
    articleIds: ['article-where-the-sargassum-comes-from'],
  });
  await page.goto(`${site}/newsletter/${edition}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const addresses = await page
    .locator('[href], [src]')
    .evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? one.getAttribute('src') ?? ''));
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of new Set(addresses)) {
    expect(address).toMatch(/^https?:\/\//);
    if (!address.startsWith(site)) continue;
    const { pathname, search } = new URL(address);
    expect((await ask(site, { path: pathname + search })).status, address).toBe(200);
  }
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  const broken = await page
    .locator('img')
    .evaluateAll((pictures) =>
      pictures
        .filter((one) => one instanceof HTMLImageElement && one.naturalWidth === 0)
        .map((one) => one.outerHTML),
    );
  expect(broken).toEqual([]);
});
