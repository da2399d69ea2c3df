import { beforeAll, expect, test } from 'vitest';
import { pointConfigurationAt } from '#lib/content/a-lake.ts';
import type { Block } from '#lib/content/body.ts';
import { oneOfEach } from '#lib/newsletter/an-edition.ts';
import { type PlainBodyContext, plainBodyHtml } from './plain-body-html.ts';

beforeAll(() => pointConfigurationAt('http://localhost'));

const context: PlainBodyContext = {
  siteUrl: 'https://news.example',
  article: { language: 'es', slug: 'platicas', dateline: 'Mérida' },
  timeZone: 'America/Cancun',
  pictures: 'shown',
};
const paragraph = (text: string, href?: string): Block => ({
  _key: 'p',
  _type: 'block',
  style: 'normal',
  children: [{ _key: 's', _type: 'span', text, marks: href ? ['m'] : [] }],
  markDefs: href ? [{ _key: 'm', _type: 'link', href }] : [],
});
const everything = Object.values(oneOfEach).flat();

test('every kind of block is written, without styles, classes or scripts', () => {
  for (const [kind, blocks] of Object.entries(oneOfEach)) {
    const { markup } = plainBodyHtml([blocks].flat(), context);
    expect(markup.length > 0, kind).toBe(kind !== 'paywallBreak');
  }
  expect(plainBodyHtml(everything, context).markup).not.toMatch(/ (?:class|style|on\w+)=|<script/);
});

test('every address is whole, so that it leads somewhere wherever it is read', () => {
  const { markup } = plainBodyHtml(
    [paragraph('a', '/pages/about'), paragraph('b', '#below'), ...everything],
    context,
  );
  expect(markup).toContain('href="https://news.example/pages/about"');
  expect(markup).toContain('href="https://news.example/es/articles/platicas#below"');
  expect(markup).not.toMatch(/(?:href|src)="(?!https?:|mailto:|tel:)/);
});

test('text of editors stays text', () => {
  expect(plainBodyHtml([paragraph('<b>&"')], context).markup).toBe('<p>MÉRIDA — &lt;b&gt;&amp;&quot;</p>');
});

test('pictures that are only named cost no request and keep their description and credit', () => {
  const { markup } = plainBodyHtml(everything, { ...context, pictures: 'named' });
  expect(markup).not.toContain('<img');
  expect(markup).toContain('Imagen: ');
});
