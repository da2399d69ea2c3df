import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startSeededLake } from '#lib/content/a-lake.ts';
import { getLatest } from '#lib/content/lists-query.ts';
import { getSettings } from '#lib/content/settings-query.ts';
import { getSubject, getSubjectArticles } from '#lib/content/subject-query.ts';
import { composeFeed } from './compose-feed.ts';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from './test-feed-rules.ts';
import { writeFeed } from './write-feed.ts';

// A real program is started and filled; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 180_000 });

const siteUrl = 'https://news.example';
const now = new Date('2026-06-01T12:00:00Z');
const tenYearsOn = new Date('2036-06-01T12:00:00Z');

let lake: Awaited<ReturnType<typeof startSeededLake>>;

beforeAll(async () => {
  lake = await startSeededLake();
});

afterAll(() => lake.stop());

type Language = 'en' | 'es';
type Reader = Parameters<typeof composeFeed>[0]['reader'];
const anonymous: Reader = { kind: 'anonymous' };

async function feedOf(language: Language, section: string | null, reader = anonymous, at = now) {
  const subject = section === null ? null : await getSubject(language, 'sections', section);
  const articles = subject
    ? await getSubjectArticles(language, subject, 0, 45)
    : await getLatest(language, 45);
  const settings = await getSettings(language);
  return composeFeed({ language, subject, articles, settings, siteUrl, reader, now: at }, undefined);
}

test.each([
  ['en', null, '/'],
  ['es', null, '/es/'],
  ['en', 'politics', '/sections/politics/'],
  ['es', 'environment', '/es/sections/environment/'],
] as const)(
  'the demo’s feed in %s of %s follows the rules in all three formats',
  async (language, section, at) => {
    const { feed } = await feedOf(language, section);
    expect(feed.items.length).toBeGreaterThan(0);
    const url = (file: string) => `${siteUrl}${at}${file}`;
    expect(problemsOfRss(writeFeed(feed, 'rss').text, url('feed.xml'))).toEqual([]);
    expect(problemsOfAtom(writeFeed(feed, 'atom').text, url('atom.xml'))).toEqual([]);
    expect(problemsOfJsonFeed(writeFeed(feed, 'json').text, url('feed.json'))).toEqual([]);
  },
);

test('a feed ends when the first of its texts closes; then it holds the beginning, and subscribers get all', async () => {
  const { closesAt } = await feedOf('en', null);
  const latest = await getLatest('en', 30);
  const closing = latest
    .filter(({ access }) => access === 'default')
    .map((one) => Date.parse(one.firstPublishedAt));
  expect(closesAt?.getTime()).toBe(Math.min(...closing) + 365 * 86_400_000);
  const later = await feedOf('en', null, anonymous, tenYearsOn);
  const theirs = await feedOf('en', null, { kind: 'subscriber', subscriberId: '1' }, tenYearsOn);
  expect(later.closesAt).toBeNull();
  const closed = /our archive|our subscribers/;
  expect(later.feed.items).toHaveLength(latest.length);
  for (const [index, { access, headline }] of latest.entries()) {
    const [open, whole] = [later, theirs].map(({ feed }) => feed.items[index]?.html ?? '');
    expect(closed.test(open ?? ''), headline).toBe(access !== 'public');
    expect(whole, headline).not.toMatch(closed);
    if (access === 'public') expect(open, headline).toBe(whole);
  }
});
