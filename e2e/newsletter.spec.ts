import { randomUUID } from 'node:crypto';
import type { Lake } from './fixtures/lake.ts';
import { dailyList } from './fixtures/newsletter-reader.ts';
import { confirmForList } from './fixtures/subscriber.ts';
import { expect, test } from './fixtures/test.ts';

const instantList = 'newsletterList-instant-en';

/** Publishes articles for the instant list; whoever does so takes them away again. */
async function openDesk(lake: Lake, name: string) {
  const pattern = await lake.getDocument('article-where-the-sargassum-comes-from');
  const ids: string[] = [];
  return {
    publish: async (number: number) => {
      const at = new Date().toISOString();
      const { _id } = await lake.create({
        ...pattern,
        ...{
          _id: `article-mailed-${name}-${number}`,
          _type: 'article',
          headline: `Mailed ${name} ${number}`,
        },
        slug: { _type: 'slug', current: `mailed-${name}-${number}` },
        ...{ firstPublishedAt: at, publishedAt: at },
        newsletter: { lists: [{ _type: 'reference', _ref: instantList, _key: 'list' }] },
      });
      ids.push(_id);
      return _id;
    },
    clear: async () => {
      for (const id of ids) await lake.delete(id);
    },
  };
}

test('an article that is published for an instant list is in the inbox of who chose it, once, and of nobody else', async ({
  request,
  inbox,
  lake,
  freshAddress,
}) => {
  test.setTimeout(120_000);
  const others = `other-${freshAddress}`;
  await confirmForList(request, inbox, freshAddress, instantList);
  await confirmForList(request, inbox, others, dailyList.id);
  const name = randomUUID().slice(0, 8);
  const desk = await openDesk(lake, name);

  const first = await desk.publish(1);
  const mail = await inbox.mailTo(freshAddress, `Mailed ${name} 1`);
  expect(mail.text).toContain(`/articles/mailed-${name}-1`);
  await lake.patch(first).set({ standfirst: 'Published again.' }).commit();
  await desk.publish(2);
  await inbox.mailTo(freshAddress, `Mailed ${name} 2`);
  // The confirmation and two articles.
  expect(await inbox.countTo(freshAddress)).toBe(3);
  expect(await inbox.countTo(others)).toBe(1);
  await desk.clear();
});

test('a reader goes from the mail to the article unasked, leaves with one click, and gets no further mail', async ({
  page,
  request,
  inbox,
  lake,
  stack,
  freshAddress,
}) => {
  test.setTimeout(120_000);
  const stays = `stays-${freshAddress}`;
  await confirmForList(request, inbox, freshAddress, instantList);
  await confirmForList(request, inbox, stays, instantList);
  const name = randomUUID().slice(0, 8);
  const desk = await openDesk(lake, name);
  await desk.publish(1);
  const mail = await inbox.mailTo(freshAddress, `Mailed ${name} 1`);

  const link = /https?:\/\/\S+\/articles\/mailed-\S+/.exec(mail.text)?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Mailed ${name} 1`);
  // The link says where the reader comes from and signs nobody in.
  expect(new URL(link).searchParams.get('from')).toBe('newsletter');
  expect((await page.context().cookies()).map((cookie) => cookie.name)).not.toContain('session');

  const addresses = [...mail.html.matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, found = '']) =>
    found.replaceAll('&amp;', '&'),
  );
  expect(addresses.length).toBeGreaterThan(5);
  for (const found of new Set(addresses)) {
    // Of other hosts there is none in this article.
    expect(found.startsWith(stack.siteUrl), found).toBe(true);
    expect((await request.get(found)).status(), found).toBe(200);
  }

  const headers = (await inbox.sourceOf(mail.id)).split('\r\n\r\n', 1)[0]?.replaceAll(/\r\n\s+/g, ' ') ?? '';
  expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  const oneClick = /^List-Unsubscribe: <([^>]+)>/m.exec(headers)?.[1] ?? '';
  expect(oneClick.startsWith(`${stack.siteUrl}/api/unsubscribe?token=`)).toBe(true);
  const left = await fetch(oneClick, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(left.status).toBe(200);

  await desk.publish(2);
  await inbox.mailTo(stays, `Mailed ${name} 2`);
  expect(await inbox.countTo(freshAddress)).toBe(2);
  await desk.clear();
});
