import { marked } from 'marked';
import { beforeAll, expect, test } from 'vitest';
import { siteUrl, summary, text } from '#lib/newsletter/an-edition.ts';
import type { Decision } from '#lib/paywall/decide-access.ts';
import { stubConfig } from '#lib/test-config.ts';
import { articleMarkdown } from './article-markdown.ts';
import { llmsText } from './llms-text.ts';

beforeAll(stubConfig);

const whole: Decision = { kind: 'full', reason: 'public' };
const corrections = [{ text: 'It was May.', date: '2026-02-01T15:00:00Z', kind: 'correction' }];
const read = (given: Partial<Parameters<typeof articleMarkdown>[0]> = {}) =>
  articleMarkdown({
    ...{ article: summary({ corrections }), decision: whole, blocks: [text('It grows.')], siteUrl },
    ...{ timeZone: 'America/Cancun', ...given },
  });

test('an article as Markdown has its headline, names, dates, corrections, picture and text', () => {
  const html = marked.parse(read(), { async: false });
  expect(html).toMatch(/^<h1>The reef is “growing” &amp; &lt;well&gt;<\/h1>/);
  for (const said of [
    'Divers counted for a week.',
    'By Ana Ruiz and Luis May',
    'January 15, 2026',
    'It was May.',
  ])
    expect(html).toContain(said);
  expect(html).toContain('href="https://news.example/articles/reef-report"');
  expect(html).toMatch(/<img src="https:\/\/news\.example\/images\/[^"]+" alt="A reef from above">/);
  expect(html).toContain('PUERTO MORELOS — It grows.');
  expect(html).not.toContain('Read on');
});

test.each([
  ['archive', 'open to our subscribers'],
  ['subscribers-only', 'for our subscribers'],
] as const)(
  'the beginning of an article (%s) says that it is no more, and where the rest is',
  (reason, said) => {
    const written = read({ decision: { kind: 'preview', reason } });
    expect(written.trim().split('\n').at(-1)).toMatch(
      new RegExp(`^\\*This is the beginning\\..*${said}\\.\\* \\[Read on at our site\\]\\(<https://`),
    );
  },
);

test('the site tells language models what it is, what may be read, and where the texts are, but for what is not for search', () => {
  const settings = {
    name: 'Riviera & Sea',
    tagline: 'News from the coast.',
    navigation: [{ id: 's', slug: 'travel', title: 'Travel', description: 'Ways to go.' }],
  };
  const latest = [summary(), summary({ slug: 'hidden', noindex: true })];
  const written = llmsText({ language: 'es', settings, latest, siteUrl });
  expect(written).toMatch(/^# Riviera \\& Sea\n\n> News from the coast\.\n\n/);
  const html = marked.parse(written, { async: false });
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual([
    'https://news.example/es/articles/reef-report.md',
    'https://news.example/es/sections/travel',
    'https://news.example/es/feed.xml',
    'https://news.example/es/pages/about',
    'https://news.example/es/pages/corrections-policy',
    'https://news.example/llms.txt',
  ]);
});
