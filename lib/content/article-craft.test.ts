import { expect, test } from 'vitest';
import { ageOf } from './article-age.ts';
import type { Block } from './body.ts';
import { readingMinutes } from './reading-time.ts';
import { headingsOf, tableOfContents } from './table-of-contents.ts';

function text(words: string, style: 'normal' | 'h2' = 'normal'): Block {
  return {
    _type: 'block',
    _key: words.slice(0, 12),
    style,
    children: [{ _type: 'span', _key: 's', text: words, marks: [] }],
  };
}

const long = text('word '.repeat(690));

test('a text is read at 230 words a minute, its tables and boxes too, and never in no time', () => {
  expect(readingMinutes([long])).toBe(3);
  expect(readingMinutes([long, { _type: 'factBox', _key: 'f', title: 'x', body: [] }])).toBe(3);
  expect(
    readingMinutes([
      {
        _type: 'table',
        _key: 't',
        caption: null,
        headerRow: false,
        rows: [{ _key: 'r', cells: ['word '.repeat(460)] }],
      },
    ]),
  ).toBe(2);
  expect(readingMinutes([text('Brief.')])).toBe(1);
});

test('only a long text in parts has a table of contents', () => {
  const headings = [text('One', 'h2'), text('Two', 'h2'), text('Three', 'h2')];
  expect(tableOfContents([long, ...headings]).map((heading) => heading.text)).toEqual([
    'One',
    'Two',
    'Three',
  ]);
  expect(tableOfContents([long, ...headings.slice(1)])).toEqual([]);
  expect(tableOfContents(headings)).toEqual([]);
});

test('a heading can be linked by its words; two of the same have two addresses', () => {
  const headings = [text('¿Qué pasó en Cancún?', 'h2'), text('After', 'h2'), text('After', 'h2')];
  expect(headingsOf(headings).map(({ id }) => id)).toEqual([
    'part-que-paso-en-cancun',
    'part-after',
    'part-after-2',
  ]);
});

test.each([
  ['2026-01-15T22:40:00Z', '2027-01-15T22:39:59Z', 0, '2027-01-15T22:40:00.000Z'],
  ['2026-01-15T22:40:00Z', '2027-01-15T22:40:00Z', 1, '2028-01-15T22:40:00.000Z'],
  ['2024-02-29T12:00:00Z', '2026-12-01T00:00:00Z', 2, '2027-03-01T12:00:00.000Z'],
  ['2026-06-01T00:00:00Z', '2026-05-01T00:00:00Z', 0, '2027-06-01T00:00:00.000Z'],
])('what is of %s is at %s %i whole years old, until %s', (then, now, years, until) => {
  const age = ageOf(then, new Date(now));
  expect(age.years).toBe(years);
  expect(age.nextAt.toISOString()).toBe(until);
});
