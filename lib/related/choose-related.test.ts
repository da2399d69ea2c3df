import { expect, test } from 'vitest';
import { anArticle } from '#lib/content/an-article.ts';
import { chooseRelated, scoreRelated } from './choose-related.ts';

const now = new Date('2026-02-01T12:00:00Z');
const term = (name: string) => ({ id: `topic-${name}`, slug: name, title: name });
const travel = { id: 'section-travel', slug: 'travel', title: 'Travel' };
const subject = anArticle({
  id: 'article-subject',
  headline: 'Border security talks',
  topics: [term('border'), term('diplomacy')],
  places: [term('mexico-city')],
});
const elsewhere = { section: travel, publishedAt: '2024-01-01T00:00:00Z' };
const chosenIds = (pinned: Parameters<typeof anArticle>[0][], found: Parameters<typeof anArticle>[0][]) =>
  chooseRelated({ subject, pinned: pinned.map(anArticle), found: found.map(anArticle) }, now).map(
    ({ id }) => id,
  );

test('pins come first, in the editor’s order, whatever their score', () => {
  const better = { id: 'article-near', topics: subject.topics };
  expect(
    chosenIds(
      [
        { id: 'article-z', ...elsewhere },
        { id: 'article-b', ...elsewhere },
      ],
      [better],
    ),
  ).toEqual(['article-z', 'article-b', 'article-near']);
});

test.each([
  ['more shared topics', { topics: subject.topics }, { topics: subject.topics.slice(0, 1) }],
  ['a shared place', { places: subject.places }, { places: [term('tulum')] }],
  ['the same section', { section: subject.section }, { section: travel }],
  ['similar words', { headline: 'Talks on security at the border' }, { headline: 'Turtles hatch at Akumal' }],
  ['a newer date', { publishedAt: '2026-01-31T00:00:00Z' }, { publishedAt: '2026-01-01T00:00:00Z' }],
])('%s counts for a candidate', (_, nearer, farther) => {
  const score = (given: Parameters<typeof anArticle>[0]) =>
    scoreRelated(subject, anArticle({ headline: 'Reef', ...elsewhere, ...given }), now);
  expect(score(nearer)).toBeGreaterThan(score(farther));
});

test.each([
  ['itself', { id: 'article-subject' }],
  ['a withdrawn article', { withdrawn: true }],
  ['one under legal hold', { legalHold: true }],
  ['one under embargo', { embargoUntil: '2026-02-01T12:00:01Z' }],
  ['one in the other language', { language: 'es' as const }],
])('never %s, not even pinned', (_, given) => {
  const wrong = { id: 'article-wrong', topics: subject.topics, ...given };
  expect(chosenIds([wrong], [wrong, { id: 'article-right' }])).toEqual(['article-right']);
});

test('no article twice, pinned and found or found by two ways', () => {
  const one = { id: 'article-one' };
  expect(chosenIds([one, one], [one, { id: 'article-two' }, { id: 'article-two' }])).toEqual([
    'article-one',
    'article-two',
  ]);
});

test('fills up with whatever there is: three where the dataset has three', () => {
  const strangers = ['a', 'b', 'c'].map((name) => ({ id: `article-${name}`, ...elsewhere }));
  expect(chosenIds([], strangers)).toHaveLength(3);
});

test('shows at most four', () => {
  expect(
    chosenIds(
      [],
      ['a', 'b', 'c', 'd', 'e'].map((name) => ({ id: `article-${name}` })),
    ),
  ).toHaveLength(4);
});

test('equal scores go by date, then by id, whatever the order they were found in', () => {
  const ties = ['c', 'a', 'b'].map((name) => ({ id: `article-${name}`, headline: 'Reef' }));
  expect(chosenIds([], ties)).toEqual(['article-a', 'article-b', 'article-c']);
  expect(chosenIds([], ties.toReversed())).toEqual(['article-a', 'article-b', 'article-c']);
});

test('Spanish words are compared without accents and plurals', () => {
  const spanish = anArticle({ language: 'es', headline: 'Las tortugas marinas llegan a la región' });
  const near = anArticle({ id: 'article-near', headline: 'Una tortuga marina en la region' });
  const far = anArticle({ id: 'article-far', headline: 'Sargazo en las playas' });
  expect(scoreRelated(spanish, near, now)).toBeGreaterThan(scoreRelated(spanish, far, now));
});
