import { expect, test } from 'vitest';
import { anArticle } from '#lib/content/an-article.ts';
import { continueReading } from './continue-reading.ts';
import type { Reader } from './decide-access.ts';
import { openMeter, spendOn } from './meter.ts';

const now = new Date('2026-11-24T15:00:00Z');
const rules = { freeArticles: 1, timeZone: 'America/Cancun' };
const unused = openMeter('a secret of at least 24 characters', null, rules, now);
const used = spendOn(unused, rules, 'article-other') ?? unused;
const anonymous: Reader = { kind: 'anonymous' };
const closed = anArticle({ id: 'article-closed', access: 'subscribers' });

const press = (given: Partial<Parameters<typeof continueReading>[0]>) =>
  continueReading(
    {
      article: closed,
      reader: anonymous,
      meter: unused,
      rules,
      archiveRule: { enabled: true, days: 365 },
      ...given,
    },
    now,
  );

test('a closed article costs one of the free ones', () => {
  expect(press({})).toMatchObject({ kind: 'spent', meter: { spent: [expect.any(String)] } });
});

test('nothing is spent on an article that is open to everybody, or to this reader', () => {
  const open = [
    press({ article: anArticle({ access: 'public' }) }),
    press({ article: anArticle({ firstPublishedAt: '2026-11-01T00:00:00Z' }) }),
    press({ reader: { kind: 'subscriber', subscriberId: '1' } }),
    press({ reader: { kind: 'gifted' } }),
    press({ reader: { kind: 'metered' }, meter: used }),
  ];
  expect(open.map(({ kind }) => kind)).toEqual(['open', 'open', 'open', 'open', 'open']);
});

test('an article that the archive rule has closed costs one, too', () => {
  expect(press({ article: anArticle({ firstPublishedAt: '2025-01-01T00:00:00Z' }) }).kind).toBe('spent');
});

test('an article and its translation cost one together, whichever is opened first', () => {
  const spanish = { ...closed, id: 'article-es-closed', translationOf: closed.id };
  for (const [first, second] of [
    [closed, spanish],
    [spanish, closed],
  ] as const) {
    const spent = press({ article: first });
    if (spent.kind !== 'spent') throw new Error(spent.kind);
    expect(press({ article: second, meter: spent.meter })).toEqual({ kind: 'spent', meter: spent.meter });
  }
});

test('when they are used up, or there are none, nothing opens', () => {
  expect(press({ meter: used })).toEqual({ kind: 'used-up' });
  expect(press({ rules: { ...rules, freeArticles: 0 } })).toEqual({ kind: 'used-up' });
});

test('what no free article would open costs none', () => {
  const unknown = { ...closed, access: JSON.parse('"members"') };
  expect(press({ article: unknown })).toEqual({ kind: 'used-up' });
});
