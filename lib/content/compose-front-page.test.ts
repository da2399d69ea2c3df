import { expect, test } from 'vitest';
import { anArticle } from './an-article.ts';
import type { Summary } from './article.ts';
import { composeFrontPage, type FrontPagePicks } from './compose-front-page.ts';
import type { FrontPage } from './front-page.ts';

const now = new Date('2026-02-01T12:00:00Z');
const hero = {
  file: `${'a'.repeat(40)}-2000x1000.jpg`,
  width: 2000,
  height: 1000,
  lqip: null,
  hotspot: null,
  crop: null,
  alt: 'A picture',
  caption: null,
  credit: null,
};

const many = (name: string, count: number, given = {}) =>
  Array.from({ length: count }, (_, index) => anArticle({ id: `article-${name}-${index}`, ...given }));

function picksWith(given: Partial<FrontPagePicks>): FrontPagePicks {
  const none = {
    breaking: null,
    lead: null,
    leadRelated: [],
    seconds: [],
    packages: [],
    opinion: [],
    rivers: [],
    latest: [],
  };
  return { ...none, ...given };
}

function shown(page: FrontPage): string[] {
  const rivers = page.sections.flatMap(({ articles }) => articles);
  const all = [...(page.lead ? [page.lead] : []), ...page.leadRelated, ...page.seconds, ...rivers];
  all.push(...page.packages.flatMap(({ articles }) => articles));
  return [...all, ...page.opinion].map((article) => article.id);
}

const compose = (picks: Partial<FrontPagePicks>) => composeFrontPage(picksWith(picks), 'en', now);

test('shows the editor’s picks in the editor’s order', () => {
  const [lead, under, first, second] = many('picked', 4);
  if (!lead || !under || !first || !second) throw new Error('four were made');
  const page = compose({ lead, leadRelated: [under], seconds: [second, first], latest: many('new', 9) });
  expect([page.lead, ...page.leadRelated, ...page.seconds].map((article) => article?.id)).toEqual([
    lead.id,
    under.id,
    second.id,
    first.id,
    'article-new-0',
  ]);
});

test('an empty front page document gives a full page of the newest', () => {
  const page = compose({ latest: many('new', 20) });
  expect(page.lead?.id).toBe('article-new-0');
  expect(page.seconds).toHaveLength(3);
  expect(page.latest.map((article) => article.id).slice(0, 2)).toEqual(['article-new-0', 'article-new-1']);
});

test('no article stands twice above the timed list, wherever it was picked', () => {
  const latest = many('new', 30);
  const section = { id: 'section-politics', slug: 'politics', title: 'Politics', description: null };
  const page = compose({
    lead: latest[3] ?? null,
    leadRelated: latest.slice(3, 6),
    seconds: latest.slice(2, 6),
    opinion: latest.slice(0, 3),
    rivers: [{ section, articles: latest }],
    latest,
  });
  const ids = shown(page);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(8);
});

test('filling up never takes an article that an editor picked for a later place', () => {
  const latest = many('new', 10);
  const page = compose({ opinion: latest.slice(0, 1), seconds: latest.slice(1, 2), latest });
  expect(page.opinion.map((article) => article.id)).toEqual(['article-new-0']);
  expect(page.seconds.map((article) => article.id)).toContain('article-new-1');
  expect(page.lead?.id).toBe('article-new-2');
});

test('a pick that is withdrawn, held, embargoed or of the other language gives its place to the newest', () => {
  for (const given of [
    { withdrawn: true },
    { legalHold: true },
    { embargoUntil: '2027-01-01T00:00:00Z' },
    { language: 'es' as const },
  ]) {
    const page = compose({ lead: anArticle({ id: 'article-picked', ...given }), latest: many('new', 2) });
    expect(page.lead?.id).toBe('article-new-0');
  }
});

const packageOf = (articles: Summary[]) => ({ key: 'k', title: 'The reef', standfirst: null, articles });

test('a package keeps its articles together in the editor’s order, and nothing else on the page repeats them', () => {
  const latest = many('new', 12);
  const [first, second, third, ...others] = latest;
  if (!first || !second || !third) throw new Error('twelve were made');
  const section = { id: 'section-politics', slug: 'politics', title: 'Politics', description: null };
  const page = compose({
    ...{ lead: third, packages: [packageOf([second, third, first])], latest },
    rivers: [{ section, articles: latest }],
  });
  expect(page.packages.map(({ articles }) => articles)).toEqual([[second, first]]);
  expect(page.lead).toBe(third);
  const ids = shown(page);
  expect(new Set(ids).size).toBe(ids.length);
  expect(page.seconds).toEqual(others.slice(0, 3));
});

test('a package of which readers may see one article or none is no package; that one goes where it would', () => {
  const latest = many('new', 4);
  const held = many('held', 2, { legalHold: true });
  const page = compose({ packages: [packageOf([...latest.slice(0, 1), ...held])], latest });
  expect(page.packages).toEqual([]);
  expect(page.lead).toBe(latest[0]);
});

test('a breaking line goes with its article when nobody may see that yet', () => {
  const article = anArticle({ embargoUntil: '2027-01-01T00:00:00Z' });
  expect(compose({ breaking: { text: 'It happened', article } }).breaking).toBeNull();
  expect(compose({ breaking: { text: 'It happened', article: anArticle() } }).breaking).toEqual({
    text: 'It happened',
    slug: 'a',
  });
  expect(compose({ breaking: { text: 'A storm nears', article: null } }).breaking?.slug).toBeNull();
});

test('a river opens with a picture where it has one and holds four; an empty section is left out', () => {
  const section = { id: 'section-travel', slug: 'travel', title: 'Travel', description: null };
  const articles = many('travel', 6).map((article, index) => (index === 2 ? { ...article, hero } : article));
  const [river, ...others] = compose({
    rivers: [
      { section, articles },
      { section, articles: [] },
    ],
  }).sections;
  expect(river?.articles.map((article) => article.id)).toEqual([
    'article-travel-2',
    'article-travel-0',
    'article-travel-1',
    'article-travel-3',
  ]);
  expect(others).toEqual([]);
});

test('opinion stands in its strip, not among the seconds', () => {
  const opinion = many('view', 2, { kind: 'opinion' });
  const page = compose({ latest: [...opinion, ...many('new', 8)] });
  expect(page.lead?.id).toBe('article-new-0');
  expect(page.opinion.map((article) => article.id)).toEqual(['article-view-0', 'article-view-1']);
});

test('the timed list is the newest that everybody may see, also what stands above it', () => {
  const [first, ...others] = many('new', 12);
  if (!first) throw new Error('twelve were made');
  const page = compose({ lead: first, latest: [{ ...first, withdrawn: true }, ...others] });
  expect(page.latest.map((article) => article.id)).toEqual(others.slice(0, 10).map((article) => article.id));
});

test('an empty dataset gives an empty page', () => {
  expect(shown(compose({}))).toEqual([]);
});
