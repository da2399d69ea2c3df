import { parseFeed } from '@rowanmanning/feed-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { text } from '#lib/newsletter/an-edition.ts';
import { stubConfig } from '#lib/test-config.ts';
import { aFeed, anItem, hostile } from './a-feed.ts';
import { problemsOfAtom, problemsOfJsonFeed, problemsOfRss } from './test-feed-rules.ts';
import { writeFeed } from './write-feed.ts';

beforeAll(stubConfig);

const rules = { rss: problemsOfRss, atom: problemsOfAtom, json: problemsOfJsonFeed } as const;
const formats = ['rss', 'atom', 'json'] as const;
const urlOf = (format: (typeof formats)[number]) => aFeed().urls[format] ?? '';

describe.each(formats)('%s', (format) => {
  test('a feed with every kind of block follows the rules of the format', () => {
    expect(rules[format](writeFeed(aFeed(), format).text, urlOf(format))).toEqual([]);
  });

  test('a feed without an article yet follows them too', () => {
    expect(rules[format](writeFeed(aFeed({ items: [] }), format).text, urlOf(format))).toEqual([]);
  });

  test('no text of an editor breaks it', () => {
    const item = anItem({
      article: {
        ...{ headline: hostile, standfirst: hostile, bylineText: hostile, dateline: hostile },
        section: { id: 's', slug: 's', title: hostile },
        corrections: [{ text: hostile, date: '2026-01-16T01:00:00Z', kind: 'correction' }],
      },
      blocks: [text(hostile)],
    });
    const { text: written } = writeFeed(aFeed({ title: hostile, items: [item] }), format);
    const problems = rules[format](written, urlOf(format));
    // The headline means to show angle brackets; that is a hint of the validator's, not an error.
    expect(problems.filter((one) => one !== 'A title should not hold HTML')).toEqual([]);
  });

  test('the same feed has the same tag, another feed another one', () => {
    const tagOf = (title: string) => writeFeed(aFeed({ title }), format).headers.etag;
    expect(tagOf('A')).toBe(tagOf('A'));
    expect(tagOf('A')).not.toBe(tagOf('B'));
  });
});

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const unescaped = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '');

test.each(['rss', 'atom'] as const)('a program that is not ours reads all of %s', (format) => {
  const feed = aFeed();
  const read = parseFeed(writeFeed(feed, format).text).toJSON();
  expect(read).toMatchObject({
    title: feed.title,
    description: feed.description,
    language: 'en',
    url: feed.pageUrl,
    self: feed.urls[format],
  });
  const [first] = feed.items;
  expect(read.items).toHaveLength(feed.items.length);
  expect(read.items[0]).toMatchObject({
    id: first?.id,
    title: 'The reef is “growing” & <well>',
    description: 'Divers counted for a week.',
    url: 'https://news.example/articles/reef-report',
    // This program undoes escaping once more than it was done.
    content: unescaped(first?.html ?? ''),
    published: '2026-01-15T12:00:00.000Z',
    authors: [{ name: 'Ana Ruiz' }, { name: 'Luis May' }],
    categories: [{ label: 'Environment' }],
    media: [{ url: first?.picture?.url, mimeType: 'image/jpeg' }],
  });
});

test('a correction stands first and makes the article newer', () => {
  const item = anItem({
    article: { corrections: [{ text: 'It was May.', date: '2026-02-01T15:00:00Z', kind: 'correction' }] },
    blocks: [text('The text.')],
  });
  expect(item.html).toMatch(/Correction, February 1, 2026:<\/strong> It was May\.<\/p><p>.*The text\./);
  expect(item.modifiedAt).toBe('2026-02-01T15:00:00Z');
  const { headers } = writeFeed(aFeed({ items: [item] }), 'rss');
  expect(headers['last-modified']).toBe('Sun, 01 Feb 2026 15:00:00 GMT');
});

test.each([
  ['subscribers-only', 'The rest is for our subscribers.'],
  ['archive', 'The article is in our archive'],
] as const)('a preview (%s) says that it is one and leads to the article', (reason, sentence) => {
  const { html } = anItem({ blocks: [text('The beginning.')], decision: { kind: 'preview', reason } });
  expect(html).toContain(sentence);
  expect(html).toMatch(
    /<a href="https:\/\/news\.example\/articles\/reef-report">Read on at our site<\/a><\/p>$/,
  );
});

test('an article keeps its name among programs when its address changes', () => {
  expect(anItem({ article: { slug: 'another-slug' } }).id).toBe(anItem().id);
});

test('no address in the markup is relative, and none carries the mark of a newsletter', () => {
  const { html } = anItem();
  expect(html).toContain('href="https://news.example/pages/about#us"');
  expect(html).toContain('href="https://news.example/articles/other-story"');
  expect(html).not.toContain('from=newsletter');
});
