import { expect, test } from 'vitest';
import type { NewsletterArticle } from '#lib/content/newsletter-articles-query.ts';
import { chooseArticles, comesOutAt, isInList } from './choose-articles.ts';

const now = new Date('2026-01-15T12:00:00Z');
const article = (given: Partial<NewsletterArticle> = {}): NewsletterArticle => ({
  id: 'article-a',
  language: 'en',
  section: 'section-politics',
  firstPublishedAt: '2026-01-15T09:00:00Z',
  embargoUntil: null,
  withdrawn: false,
  legalHold: false,
  send: true,
  lists: [],
  ...given,
});
const digest = { id: 'daily', cadence: 'daily', language: 'en', sections: [] } as const;
const list = (given: object = {}) => ({ ...digest, sections: [] as string[], ...given });

test.each([
  ['a digest takes what names no list', {}, {}, true],
  ['a digest takes what names it', { lists: ['other', 'daily'] }, {}, true],
  ['a digest leaves what names others only', { lists: ['other'] }, {}, false],
  ['an instant list takes what names it', { lists: ['daily'] }, { cadence: 'instant' }, true],
  ['an instant list leaves what names no list', {}, { cadence: 'instant' }, false],
  ['nothing that an editor keeps out of mails', { send: false, lists: ['daily'] }, {}, false],
  ['nothing in another language', { language: 'es', lists: ['daily'] }, {}, false],
  ['of its sections', {}, { sections: ['section-politics'] }, true],
  ['nothing of other sections', { lists: ['daily'] }, { sections: ['section-travel'] }, false],
  ['nothing withdrawn', { withdrawn: true }, {}, false],
  ['nothing under legal hold', { legalHold: true }, {}, false],
  ['nothing under embargo', { embargoUntil: '2026-01-15T12:00:00.001Z' }, {}, false],
  ['what was under embargo until now', { embargoUntil: '2026-01-15T12:00:00Z' }, {}, true],
  ['nothing whose embargo cannot be read', { embargoUntil: 'soon' }, {}, false],
] as const)('%s', (_, given, ofList, expected) => {
  const { lists = [], ...rest } = given as Partial<NewsletterArticle>;
  expect(isInList(article({ ...rest, lists: [...lists] }), list(ofList), now)).toBe(expected);
});

test('an article comes out when its embargo ends, however long it had been ready', () => {
  expect(comesOutAt(article({ embargoUntil: '2026-01-15T11:00:00Z' }))).toBe(
    Date.parse('2026-01-15T11:00:00Z'),
  );
  expect(comesOutAt(article({ embargoUntil: '2026-01-14T11:00:00Z' }))).toBe(
    Date.parse('2026-01-15T09:00:00Z'),
  );
});

test('a period begins after its first instant and holds its last, by instants and not by how they are written', () => {
  const from = new Date('2026-01-15T08:00:00Z');
  const at = (id: string, firstPublishedAt: string) => article({ id, firstPublishedAt });
  const all = [
    at('at-start', '2026-01-15T08:00:00Z'),
    at('after-start', '2026-01-15T03:00:00.001-05:00'),
    at('at-end', '2026-01-15T13:00:00+01:00'),
    at('after-end', '2026-01-15T12:00:00.001Z'),
  ];
  const chosen = chooseArticles(all, list(), { from, until: now }, new Date('2026-01-15T13:00:00Z'));
  expect(chosen.map((one) => one.id)).toEqual(['at-end', 'after-start']);
});
