import { randomUUID } from 'node:crypto';
import { dailyList } from './fixtures/newsletter-reader.ts';
import { expect, test } from './fixtures/test.ts';

const instantList = 'newsletterList-instant-en';

test('an article that is published for an instant list is in the inbox of who chose it, once, and of nobody else', async ({
  request,
  inbox,
  lake,
  freshAddress,
}) => {
  test.setTimeout(120_000);
  const others = `other-${freshAddress}`;
  for (const [email, list] of [
    [freshAddress, instantList],
    [others, dailyList.id],
  ] as const) {
    await request.post('/api/subscribe', { data: { email, language: 'en', lists: [list] } });
    const { link } = await inbox.mailTo(email, 'Confirm your subscription');
    await request.post('/api/confirm', {
      data: { token: new URL(link).searchParams.get('token'), lists: [list] },
    });
  }
  const name = randomUUID().slice(0, 8);
  const pattern = await lake.getDocument('article-where-the-sargassum-comes-from');
  const publish = (number: number) => {
    const at = new Date().toISOString();
    return lake.create({
      ...pattern,
      ...{ _id: `article-mailed-${name}-${number}`, _type: 'article', headline: `Mailed ${name} ${number}` },
      slug: { _type: 'slug', current: `mailed-${name}-${number}` },
      ...{ firstPublishedAt: at, publishedAt: at },
      newsletter: { lists: [{ _type: 'reference', _ref: instantList, _key: 'list' }] },
    });
  };

  const { _id: first } = await publish(1);
  const mail = await inbox.mailTo(freshAddress, `Mailed ${name} 1`);
  expect(mail.text).toContain(`/articles/mailed-${name}-1`);
  await lake.patch(first).set({ standfirst: 'Published again.' }).commit();
  const { _id: second } = await publish(2);
  await inbox.mailTo(freshAddress, `Mailed ${name} 2`);
  // The confirmation and two articles.
  expect(await inbox.countTo(freshAddress)).toBe(3);
  expect(await inbox.countTo(others)).toBe(1);
  await lake.delete(first);
  await lake.delete(second);
});
