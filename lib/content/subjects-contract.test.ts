import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSeededLake } from './a-lake.ts';
import { getArchiveMonths, getArchiveSpan, getMonthArticles, getMonthCount } from './archive-query.ts';
import { standingArticles } from './standing-articles.ts';
import { getSubject, getSubjectArticles } from './subject-query.ts';

const now = new Date('2026-06-01T12:00:00Z');
const timeZone = 'America/Cancun';

// A real program is started and filled; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

let lake: Awaited<ReturnType<typeof startSeededLake>>;

beforeAll(async () => {
  lake = await startSeededLake();
  await lake.client.mutate(standingArticles.map((document) => ({ createOrReplace: document })));
});

afterAll(() => lake.stop());

const open = standingArticles.find(({ _id }) => _id === 'article-trial-open');
const written = (name: string, given: Record<string, unknown>) => ({
  ...{ ...open, _id: `article-${name}`, _type: 'article', slug: { current: name } },
  ...given,
});

test('who signs has a role, a few words and the addresses that are theirs; unsafe ones are left out', async () => {
  await lake.client.createOrReplace({
    ...{ _id: 'person-a', _type: 'person', name: 'A. Writer', slug: { current: 'a-writer' } },
    ...{ kind: 'person', role: { en: 'Reporter', es: 'Reportera' }, bio: { en: 'Writes.', es: 'Escribe.' } },
    sameAs: ['https://example.org/a', 'javascript:alert(1)', 'http://example.org/b'],
  });
  expect(await getSubject('es', 'people', 'a-writer')).toEqual({
    ...{ kind: 'people', id: 'person-a', slug: 'a-writer', title: 'A. Writer', description: 'Escribe.' },
    profile: { role: 'Reportera', picture: null, sameAs: ['https://example.org/a'], isDesk: false },
  });
  expect((await getSubject('en', 'people', 'newsroom'))?.profile?.isDesk).toBe(true);
  expect((await getSubject('en', 'topics', 'reef'))?.profile).toBeNull();
  expect(await getSubject('en', 'topics', 'newsroom')).toBeNull();
  expect(await getSubject('en', 'places', 'reef')).toBeNull();
});

test('a topic’s list holds nothing withdrawn, held or broken', async () => {
  const topic = { kind: 'topics', id: 'topic-border-security' } as const;
  const slugs = (await getSubjectArticles('en', topic, 0, 500)).map(({ slug }) => slug);
  expect(slugs).toContain('trial-open');
  for (const never of ['trial-withdrawn', 'trial-held', 'trial-broken']) expect(slugs).not.toContain(never);
});

test('a month holds what came out in it by the newsroom’s clock, each article in one month only', async () => {
  await lake.client.mutate(
    [
      written('last-of-april', { publishedAt: '2019-05-01T04:59:59Z' }),
      written('first-of-may', { publishedAt: '2019-05-01T05:00:00Z' }),
      written('last-of-may', { publishedAt: '2019-06-01T04:59:59.999Z' }),
      written('held-in-may', { publishedAt: '2019-05-15T12:00:00Z', flags: { legalHold: true } }),
    ].map((document) => ({ createOrReplace: document })),
  );
  const of = (month: number) => ({ year: 2019, month, timeZone, now });
  const slugsOf = async (month: number) =>
    (await getMonthArticles('en', of(month), 0, 20)).map(({ slug }) => slug);
  expect(await slugsOf(4)).toEqual(['last-of-april']);
  expect(await slugsOf(5)).toEqual(['last-of-may', 'first-of-may']);
  expect(await getMonthCount('en', of(5))).toBe(2);
  expect(await slugsOf(6)).toEqual([]);
  expect((await getArchiveMonths('en', 2019, timeZone, now)).map(({ month }) => month)).toEqual([4, 5]);
  expect(await getArchiveMonths('es', 2019, timeZone, now)).toEqual([]);
  expect((await getArchiveSpan('en', now))?.first).toBe('2019-05-01T04:59:59Z');
});

test('a month with nothing but an article under embargo is not listed until it ends', async () => {
  const embargo = { publishedAt: '2018-02-10T12:00:00Z', embargoUntil: '2031-01-01T00:00:00Z' };
  await lake.client.createOrReplace(written('waiting', embargo));
  const monthsAt = (at: Date) => getArchiveMonths('en', 2018, timeZone, at);
  expect(await monthsAt(now)).toEqual([]);
  expect(await monthsAt(new Date('2031-01-01T00:00:00Z'))).toEqual([{ year: 2018, month: 2 }]);
  expect(await getMonthCount('en', { year: 2018, month: 2, timeZone, now })).toBe(0);
});
