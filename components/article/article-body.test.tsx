import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test, vi } from 'vitest';
import { type Block, blockSchema } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import { tableOfContents } from '#lib/content/table-of-contents.ts';
import { stubConfig } from '#lib/test-config.ts';
import { ArticleBody } from './article-body.tsx';
import { Contents } from './contents.tsx';

beforeAll(stubConfig);

const picture: Picture = {
  file: `${'a'.repeat(40)}-2000x1000.jpg`,
  width: 2000,
  height: 1000,
  lqip: null,
  hotspot: null,
  crop: null,
  alt: 'A reef from above',
  caption: 'The reef.',
  credit: 'Newsroom',
};

type Text = Extract<Block, { _type: 'block' }>;

function text(words: string, given: Partial<Text> = {}): Text {
  const children = [{ _type: 'span' as const, _key: 's', text: words, marks: [] }];
  return { _type: 'block', _key: words, style: 'normal', children, ...given };
}

function render(blocks: Block[], dateline: string | null = null, onUnknownBlock = (_type: string) => {}) {
  const place = { language: 'en' as const, timeZone: 'America/Cancun' };
  return renderToStaticMarkup(
    <ArticleBody blocks={blocks} dateline={dateline} onUnknownBlock={onUnknownBlock} {...place} />,
  );
}

const oneOfEach: Record<Block['_type'], [Block, string]> = {
  block: [text('Plain words'), 'Plain words'],
  figure: [{ _type: 'figure', _key: 'f', ...picture }, 'alt="A reef from above"'],
  gallery: [{ _type: 'gallery', _key: 'g', pictures: [{ _key: '1', ...picture }] }, 'The reef.'],
  pullQuote: [{ _type: 'pullQuote', _key: 'p', text: 'Said aloud', attribution: 'A report' }, 'A report'],
  embed: [
    { _type: 'embed', _key: 'e', url: 'https://www.maps.example/x', title: 'A map', picture },
    'Open on maps.example',
  ],
  factBox: [{ _type: 'factBox', _key: 'b', title: 'In short', body: [text('One fact')] }, 'One fact'],
  table: [
    { _type: 'table', _key: 't', caption: null, headerRow: true, rows: [{ _key: 'r', cells: ['Month'] }] },
    '<th scope="col"',
  ],
  paywallBreak: [{ _type: 'paywallBreak', _key: 'w' }, ''],
  relatedLink: [
    { _type: 'relatedLink', _key: 'l', slug: 'reef', headline: 'The reef' },
    'href="/articles/reef"',
  ],
  correctionNote: [
    { _type: 'correctionNote', _key: 'c', text: 'It was May.', date: '2026-01-16T01:00:00Z' },
    'January 15, 2026',
  ],
};

test.each(Object.entries(oneOfEach))(
  'shows a %s, and is told of nothing unknown',
  (_type, [block, shown]) => {
    const unknown = vi.fn();
    expect(blockSchema.parse(block)).toEqual(block);
    expect(render([block], null, unknown)).toContain(shown);
    expect(unknown).not.toHaveBeenCalled();
  },
);

test('a block of a kind that nothing here knows is left out and told, and the rest stays', () => {
  const unknown = vi.fn();
  // A foreign type, as a newer Studio may write it: it cannot be had without going round the types.
  const foreign: Block[] = JSON.parse('[{"_type":"quiz","_key":"q"}]');
  expect(render([...foreign, text('The rest')], null, unknown)).toContain('The rest');
  expect(unknown).toHaveBeenCalledWith('quiz');
});

test('the dateline stands before the first words of the first paragraph, and only there', () => {
  const html = render([text('A heading', { style: 'h2' }), text('First.'), text('Second.')], 'Mexico City');
  expect(html.match(/MEXICO CITY —/g)).toHaveLength(1);
  expect(html).toMatch(/MEXICO CITY — <\/span>First\./);
});

test('a link that leaves the site says so; one without an address is its words alone', () => {
  const linked = (href: string | null) =>
    text('x', {
      children: [{ _type: 'span', _key: 's', text: 'words', marks: ['m'] }],
      markDefs: [{ _type: 'link', _key: 'm', href }],
    });
  expect(render([linked('https://gob.mx/')])).toMatch(/rel="noopener noreferrer external"[^>]*>words/);
  expect(render([linked('/pages/about')])).not.toContain('rel=');
  expect(render([linked(null)])).not.toContain('<a');
});

test('a table can be scrolled by keyboard and has a name', () => {
  expect(render([oneOfEach.table[0]])).toMatch(/<section aria-label="Table" tabindex="0"/i);
});

test('what another site shows is a link until it is asked for: no frame, and no host of theirs is loaded from', () => {
  const html = render([
    { _type: 'embed', _key: 'e', url: 'https://youtu.be/abcdefghijk', title: 'A film', picture },
  ]);
  expect(html).toMatch(/data-player="youtube".*href="https:\/\/youtu\.be\/abcdefghijk"/);
  expect(html).not.toMatch(/<iframe|src="https/);
});

test('each picture of a gallery leads to itself, large, where no script runs', () => {
  expect(render([oneOfEach.gallery[0]])).toMatch(
    /<a href="\/images\/[^"]+w=1600[^"]*"[^>]*aria-label="Enlarge: A reef from above"/,
  );
});

test('a heading can be linked by its words', () => {
  expect(render([text('How it works', { style: 'h2' })])).toContain('<h2 id="part-how-it-works"');
});

test('the table of contents of a long text leads to the headings that stand in it', () => {
  const blocks = [
    ...['One', 'Two', 'Three'].map((words) => text(words, { style: 'h2' })),
    text('word '.repeat(500)),
  ];
  const contents = renderToStaticMarkup(<Contents headings={tableOfContents(blocks)} language="en" />);
  const targets = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(targets).toHaveLength(3);
  for (const id of targets) expect(render(blocks)).toContain(`<h2 id="${id}"`);
});
