import { expect, test } from './fixtures/test.ts';
import { addressesOf } from './leak/addresses.ts';
import { ask, follow } from './leak/ask.ts';
import { forgedCookies } from './leak/forged-cookies.ts';
import { gardenOfFile } from './leak/garden-of-file.ts';
import { openGiftOf, spendMeterOn } from './leak/genuine-cookies.ts';
import { hostileHeaders } from './leak/hostile-headers.ts';
import { isForOneReader, leaksOf, missingIn, type Trick, trying } from './leak/leaks.ts';
import type { Planted } from './leak/plant.ts';

const grown = gardenOfFile();
const pageData = { rsc: '1' };
const dayMs = 86_400_000;

test('a subscriber gets every canary, as page and as page data, and no cache may keep it', async () => {
  const { garden, rows, site } = grown();
  const { cookie } = await rows.addReader();
  for (const { name, path, gated, open } of garden.articles) {
    for (const headers of [{ cookie }, { cookie, ...pageData }]) {
      const words = [...gated, ...open];
      expect(await missingIn(site, { path, headers }, words), `${name} ${JSON.stringify(headers)}`).toEqual(
        [],
      );
      expect(isForOneReader(await follow(site, { path, headers })), name).toBe(true);
    }
  }
});

test('somebody who ended their mail still reads, and somebody anonymous sees what stands above the cut', async () => {
  const { garden, rows, site, named } = grown();
  const former = await rows.addReader();
  await rows.unsubscribe(former.subscriberId);
  const { path, gated } = named('cut');
  expect(await missingIn(site, { path, headers: { cookie: former.cookie } }, gated)).toEqual([]);
  for (const { path, open } of garden.articles) expect(await missingIn(site, { path }, open)).toEqual([]);
});

test('no address gives the gated half away: not as a page, not as page data, not to a made-up session', async () => {
  const { garden, site } = grown();
  const ways = [{}, pageData, { cookie: `session=${'A'.repeat(43)}` }];
  const tricks = garden.articles.flatMap((article): Trick[] => {
    const { name, path } = article;
    // All ways and addresses at one article, the addresses at others of other kinds; at the rest the way in front.
    if (name === 'cut') return trying(name, addressesOf(article), ways);
    return ['archived', 'spanish'].includes(name)
      ? trying(name, addressesOf(article), [{}])
      : trying(name, [path, `${path}?_rsc=1`], ways);
  });
  expect(await leaksOf(site, garden, tricks)).toEqual([]);
});

test('no header gives the gated half away, and none changes what others get from the cache', async () => {
  const { garden, site, named } = grown();
  for (const name of ['cut', 'archived', 'spanish']) {
    const { path, slug } = named(name);
    const before = await ask(site, { path });
    const tricks = hostileHeaders({ slug, path }).flatMap((trick): Trick[] => [
      { ...trick, path },
      { ...trick, path, method: 'HEAD' },
      { ...trick, path: `${path}?_rsc=abcde` },
    ]);
    expect(await leaksOf(site, garden, tricks)).toEqual([]);
    const after = await ask(site, { path });
    expect(after.text).toBe(before.text);
    expect(after.headers.etag).toBe(before.headers.etag);
  }
});

test('no method and no body gives it away', async () => {
  const { garden, site, named } = grown();
  const { path } = named('cut');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const action = { 'next-action': 'a'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' };
  const tricks = [
    'HEAD',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'OPTIONS',
    'PROPFIND',
    'REPORT',
    'TRACE',
    'SEARCH',
  ].flatMap((method): Trick[] => [
    { name: 'bare', path, method },
    { name: 'form', path, method, headers: form, body: 'session=x&draft=1' },
    { name: 'action', path, method, headers: action, body: '[]' },
    { name: 'page data', path, method, headers: pageData },
  ]);
  expect(await leaksOf(site, garden, tricks)).toEqual([]);
});

test('no cookie that is forged, ended or somebody else’s opens an article', async () => {
  const { garden, rows, site, named } = grown();
  const alive = await rows.addReader();
  const idle = await rows.addReader({ lastUsedAt: new Date(Date.now() - 91 * dayMs) });
  const revoked = await rows.addReader();
  await rows.revoke(revoked.sessionId);
  const erased = await rows.addReader();
  await rows.erase(erased.subscriberId);
  for (const article of ['cut', 'archived', 'spanish'].map(named)) {
    const cookies = [
      ...forgedCookies(article, alive),
      ...[idle, revoked, erased].map(({ cookie }) => cookie),
    ];
    const tricks = cookies.flatMap((cookie): Trick[] =>
      [{}, pageData].map((headers) => ({ name: '', path: article.path, headers: { ...headers, cookie } })),
    );
    expect(await leaksOf(site, garden, tricks)).toEqual([]);
  }
});

test('a meter or a gift opens the article it was spent on or given for, no other, and not when it is taken back', async () => {
  const { garden, rows, site, named } = grown();
  const [own, other, spanish] = ['counted', 'cut', 'spanish'].map(named);
  if (!own || !other || !spanish) throw new Error('Too few articles were planted');
  const meter = await spendMeterOn(site, own);
  const gift = await openGiftOf(site, own, await rows.addReader());
  const others = [other, spanish, named('archived')];
  for (const cookie of [meter, gift.cookie, `${meter}; ${gift.cookie}`]) {
    for (const headers of [{ cookie }, { cookie, ...pageData }]) {
      expect(await missingIn(site, { path: own.path, headers }, own.gated)).toEqual([]);
      expect(isForOneReader(await follow(site, { path: own.path, headers }))).toBe(true);
      const tricks = others.map(({ path }): Trick => ({ name: 'somebody else’s', path, headers }));
      expect(await leaksOf(site, garden, tricks)).toEqual([]);
    }
  }
  await gift.takeBack();
  const tampered = [
    meter.slice(0, -1),
    `${meter}A`,
    meter.replace('.', '.A'),
    meter.replace(/\d{4}-/, '2999-'),
  ];
  const cookies = [
    gift.cookie,
    ...tampered,
    meter.replace('meter', 'gift'),
    gift.cookie.replace('gift', 'meter'),
  ];
  const tricks = [...cookies, meter.replace('meter', 'session')].flatMap((cookie) =>
    trying('taken back or tampered with', [own.path], [{ cookie }, { cookie, ...pageData }]),
  );
  expect(await leaksOf(site, garden, tricks)).toEqual([]);
});

test('a session that was last used 89 days ago still opens it: the one of 91 days was refused for its age', async () => {
  const { rows, site, named } = grown();
  const { cookie } = await rows.addReader({ lastUsedAt: new Date(Date.now() - 89 * dayMs) });
  const { path, gated } = named('cut');
  expect(await missingIn(site, { path, headers: { cookie } }, gated)).toEqual([]);
});

test('what a subscriber has just read, or reads at this moment, reaches nobody else', async () => {
  const { garden, rows, site } = grown();
  const { cookie } = await rows.addReader();
  const [first, second, ...both] = garden.untouched;
  if (!first || !second) throw new Error('Too few articles were planted');
  const anonymously = (path: string): Trick[] => [
    { name: 'anonymous', path },
    { name: 'anonymous', path, headers: pageData },
    { name: 'anonymous', path, headers: { ...pageData, 'next-router-prefetch': '1' } },
  ];
  const asSubscriber = ({ path, gated }: Planted) =>
    [{ cookie }, { cookie, ...pageData }].map((headers) => missingIn(site, { path, headers }, gated));

  for (const missing of asSubscriber(first)) expect(await missing).toEqual([]);
  expect(await leaksOf(site, garden, anonymously(first.path))).toEqual([]);

  expect(await leaksOf(site, garden, anonymously(second.path))).toEqual([]);
  for (const missing of asSubscriber(second)) expect(await missing).toEqual([]);
  expect(await leaksOf(site, garden, anonymously(second.path))).toEqual([]);

  for (const article of both) {
    const rounds = Array.from({ length: 12 }, () => [
      leaksOf(site, garden, anonymously(article.path)),
      ...asSubscriber(article),
    ]);
    expect((await Promise.all(rounds.flat())).flat()).toEqual([]);
  }
});
