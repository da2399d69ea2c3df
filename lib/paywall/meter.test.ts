import { expect, test } from 'vitest';
import { allowanceOf, hasSpentOn, type Meter, meterSeconds, openMeter, sealMeter, spendOn } from './meter.ts';

const secret = 'a secret of at least 24 characters';
const rules = { freeArticles: 2, timeZone: 'America/Cancun' };
const now = new Date('2026-11-24T15:00:00Z');

const open = (cookie: string | null, at = now) => openMeter(secret, cookie, rules, at);
const leftOf = (meter: Meter) => allowanceOf(meter, rules)?.left;

function spend(meter: Meter, ...articles: string[]): Meter {
  return articles.reduce((before, article) => {
    const after = spendOn(before, rules, article);
    if (!after) throw new Error(`Nothing is left for ${article}`);
    return after;
  }, meter);
}

const cookieOf = (...articles: string[]) => sealMeter(secret, spend(open(null), ...articles));

test('a browser that was never here has all of the month’s free articles', () => {
  expect(allowanceOf(open(null), rules)).toEqual({
    left: 2,
    total: 2,
    renewsAt: new Date('2026-12-01T05:00:00Z'),
  });
  expect(hasSpentOn(open(null), rules, 'article-a')).toBe(false);
});

test('each article costs one, and the cookie remembers which', () => {
  const meter = open(cookieOf('article-a'));
  expect(leftOf(meter)).toBe(1);
  expect(hasSpentOn(meter, rules, 'article-a')).toBe(true);
  expect(hasSpentOn(meter, rules, 'article-b')).toBe(false);
});

test('the same article again is free, also when nothing is left', () => {
  const meter = open(cookieOf('article-a', 'article-b'));
  expect(spendOn(meter, rules, 'article-a')).toEqual(meter);
  expect(leftOf(meter)).toBe(0);
});

test('what is used up is used up', () => {
  expect(spendOn(open(cookieOf('article-a', 'article-b')), rules, 'article-c')).toBeNull();
});

test('without free articles there is no meter, whatever a cookie says', () => {
  const none = { ...rules, freeArticles: 0 };
  const meter = openMeter(secret, cookieOf('article-a'), none, now);
  expect(allowanceOf(meter, none)).toBeNull();
  expect(hasSpentOn(meter, none, 'article-a')).toBe(false);
  expect(spendOn(meter, none, 'article-a')).toBeNull();
});

test('an editor who allows fewer takes no article back, and nothing is owed', () => {
  const fewer = { ...rules, freeArticles: 1 };
  const meter = openMeter(secret, cookieOf('article-a', 'article-b'), fewer, now);
  expect(allowanceOf(meter, fewer)?.left).toBe(0);
  expect(hasSpentOn(meter, fewer, 'article-b')).toBe(true);
});

test('the month is the paper’s own: it ends at its midnight, and the next one begins with nothing spent', () => {
  const cookie = cookieOf('article-a', 'article-b');
  const lastInstant = new Date('2026-12-01T04:59:59.999Z');
  expect(leftOf(open(cookie, lastInstant))).toBe(0);
  expect(leftOf(open(cookie, new Date(lastInstant.getTime() + 1)))).toBe(2);
});

test('the cookie outlives its month by three days', () => {
  expect(meterSeconds(open(null, new Date('2026-12-01T04:59:59Z')), new Date('2026-12-01T04:59:59Z'))).toBe(
    3 * 86_400 + 1,
  );
});

const good = cookieOf('article-a', 'article-b');
const [version = '', month = '', ids = '', signature = ''] = good.split('.');

test.each([
  ['nothing', ''],
  ['anything', 'x'],
  ['one article taken out', `${version}.${month}.${ids.slice(8)}.${signature}`],
  ['one article put in', `${version}.${month}.${ids}AAAAAAAA.${signature}`],
  ['another month under this signature', `${version}.2026-10.${ids}.${signature}`],
  ['another version', `v2.${month}.${ids}.${signature}`],
  ['a signature that is too short', `${version}.${month}.${ids}.${signature.slice(1)}`],
  ['a signature that is wrong', `${version}.${month}.${ids}.${'A'.repeat(43)}`],
  ['somebody else’s secret', sealMeter('another secret of 24 characters', open(good))],
  ['something after it', `${good}x`],
])('a cookie with %s counts as none', (_, cookie) => {
  expect(open(cookie).spent).toEqual([]);
});

test('an oversized cookie counts as none, even when it is signed', () => {
  const huge = sealMeter(secret, { ...open(null), spent: Array.from({ length: 100 }, () => 'AAAAAAAA') });
  expect(open(huge).spent).toEqual([]);
});

test('the most that an editor can set fits', () => {
  const most = { ...rules, freeArticles: 50 };
  let meter = openMeter(secret, null, most, now);
  for (let article = 0; article < 50; article += 1) {
    meter = spendOn(meter, most, `article-${article}`) ?? meter;
  }
  expect(allowanceOf(openMeter(secret, sealMeter(secret, meter), most, now), most)?.left).toBe(0);
});

test('the cookie names no article in words', () => {
  expect(cookieOf('article-a')).not.toContain('article');
});
