import { marked } from 'marked';
import { beforeAll, expect, test } from 'vitest';
import { oneOfEach, text } from '#lib/newsletter/an-edition.ts';
import { stubConfig } from '#lib/test-config.ts';
import { plainBodyHtml } from './plain-body-html.ts';
import { plainBodyMarkdown } from './plain-body-markdown.ts';

beforeAll(stubConfig);

const context = {
  siteUrl: 'https://news.example',
  article: { language: 'en', slug: 'reef', dateline: 'Mérida' },
  timeZone: 'America/Cancun',
} as const;
const everything = Object.values(oneOfEach).flat();

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of markup: every word, and where each link leads. */
function shown(html: string): { words: string[]; links: string[] } {
  const decoded = (part: string) =>
    part.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name] ?? '');
  const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, url]) => decoded(url ?? ''));
  const words = decoded(html.replace(/<img[^>]*? alt="([^"]*)"[^>]*>/g, ' $1 ').replace(/<[^>]+>/g, ' '));
  return { words: words.split(/\s+/).filter(Boolean), links };
}

const asRead = (markdown: string) => shown(marked.parse(markdown, { async: false }));

test('a program that reads Markdown finds every word and link that the markup has, in the same order', () => {
  const html = plainBodyHtml(everything, { ...context, pictures: 'shown' }).markup;
  expect(asRead(plainBodyMarkdown(everything, context))).toEqual(shown(html));
});

test.each([
  '# no heading',
  '1. no list',
  '- no list',
  '> no quote',
  '*no* _emphasis_ **at all** ~~ever~~',
  '<script>alert(1)</script> <b>',
  '[no link](https://evil.example) ![no](picture)',
  '`no code` ```',
  '&lt; &amp; &copy;',
  'a | b \\ c',
  '=====',
  'www.evil.example and a@evil.example',
])('“%s” stays text wherever it stands', (words) => {
  const blocks = [
    ...[
      text(words),
      text(words, { style: 'h2', _key: 'h' }),
      text(words, { listItem: 'bullet', level: 1, _key: 'l' }),
    ],
    ...oneOfEach.table.map((block) => ({ ...block, caption: words, rows: [{ _key: 'r', cells: [words] }] })),
  ];
  const read = asRead(
    plainBodyMarkdown(blocks, { ...context, article: { ...context.article, dateline: null } }),
  );
  expect(read.links).toEqual([]);
  expect(read.words.join(' ')).toBe(Array.from({ length: 5 }, () => words.replace(/\s+/g, ' ')).join(' '));
});
