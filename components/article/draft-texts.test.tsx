import { stegaClean, stegaEncodeSourceMap } from '@sanity/client/stega';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { anArticle } from '#lib/content/an-article.ts';
import { Share } from './share.tsx';
import { Table } from './table.tsx';
import { Topline } from './topline.tsx';

/** A text as drafts have it, with the place where it is written. */
function editable(text: string): string {
  const source = { type: 'documentValue' as const, document: 0, path: 0 };
  const map = {
    documents: [{ _id: 'article-reef', _type: 'article' }],
    paths: ["$['headline']"],
    mappings: { "$['text']": { type: 'value' as const, source } },
  };
  const config = { enabled: true, studioUrl: '/studio', filter: () => true };
  return stegaEncodeSourceMap({ text }, map, config).text;
}
const headline = editable('The reef & the sea');

test('what is shared of a draft carries nothing invisible with it', () => {
  const url = 'https://news.example/articles/reef';
  const markup = renderToStaticMarkup(<Share headline={headline} url={url} language="en" />);
  expect(markup).toContain('text=The%20reef%20%26%20the%20sea%20https');
  expect(markup).toContain('subject=The%20reef%20%26%20the%20sea&amp;');
});

test('the name of a table is read out as it is written', () => {
  const table = { _type: 'table' as const, _key: 't', caption: headline, headerRow: false, rows: [] };
  const markup = renderToStaticMarkup(<Table table={table} language="en" />);
  expect(markup).toContain('aria-label="The reef &amp; the sea"');
});

test('an opinion in the section of opinions says so once, in a draft as in print', () => {
  const section = { id: 's', slug: 'opinion', title: editable('Opinion') };
  const article = anArticle({ kind: 'opinion', section });
  const markup = stegaClean(renderToStaticMarkup(<Topline article={article} />));
  expect(markup.match(/>Opinion</g)).toHaveLength(1);
});
