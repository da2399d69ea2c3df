import { anArticle as aSummary } from '#lib/content/an-article.ts';
import type { Summary } from '#lib/content/article.ts';
import type { Block, TextBlock } from '#lib/content/body.ts';
import type { Picture } from '#lib/content/picture.ts';
import type { EditionArticle, EditionContent } from './edition-content.ts';

export const siteUrl = 'https://news.example';

export const picture: Picture = {
  file: `${'a'.repeat(40)}-2000x1000.jpg`,
  width: 2000,
  height: 1000,
  lqip: null,
  hotspot: null,
  crop: null,
  alt: 'A reef from above',
  caption: 'The reef at noon.',
  credit: 'Newsroom',
};

export function text(words: string, given: Partial<TextBlock> = {}): TextBlock {
  const children = [{ _type: 'span' as const, _key: 's', text: words, marks: [] }];
  return { _type: 'block', _key: words, style: 'normal', children, ...given };
}

/** With a link to a page of the site, one elsewhere, one to a story, and one without an address. */
const linked: TextBlock = {
  _type: 'block',
  _key: 'links',
  style: 'normal',
  children: [
    { _type: 'span', _key: '1', text: 'Our rules', marks: ['own', 'strong'] },
    { _type: 'span', _key: '2', text: ', the ministry', marks: ['other'] },
    { _type: 'span', _key: '3', text: ', the story', marks: ['story', 'em'] },
    { _type: 'span', _key: '4', text: ', nothing & more <b>.', marks: ['nothing'] },
  ],
  markDefs: [
    { _type: 'link', _key: 'own', href: '/pages/about#us' },
    { _type: 'link', _key: 'other', href: 'https://gob.mx/a?b=1&c=2' },
    { _type: 'articleLink', _key: 'story', slug: 'other-story' },
    { _type: 'link', _key: 'nothing', href: null },
  ],
};

export const oneOfEach: Record<Block['_type'], [Block, ...Block[]]> = {
  block: [
    linked,
    text('A heading', { style: 'h2' }),
    text('A smaller one', { style: 'h3' }),
    text('Said before', { style: 'blockquote' }),
    text('First point', { listItem: 'bullet', level: 1 }),
    text('Below it', { listItem: 'bullet', level: 2 }),
    text('Step one', { listItem: 'number', level: 1, _key: 'n1' }),
    text('Step two', { listItem: 'number', level: 1, _key: 'n2' }),
  ],
  figure: [{ _type: 'figure', _key: 'f', ...picture, alt: 'A figure' }],
  gallery: [
    { _type: 'gallery', _key: 'g', pictures: [{ _key: '1', ...picture, caption: 'One of several.' }] },
  ],
  pullQuote: [{ _type: 'pullQuote', _key: 'p', text: 'Said aloud', attribution: 'A report' }],
  embed: [{ _type: 'embed', _key: 'e', url: 'https://www.maps.example/x', title: 'A map' }],
  factBox: [{ _type: 'factBox', _key: 'b', title: 'In short', body: [text('One fact')] }],
  table: [
    {
      _type: 'table',
      _key: 't',
      caption: 'Rain by month',
      headerRow: true,
      rows: [
        { _key: 'r', cells: ['Month', 'Days'] },
        { _key: 's', cells: ['May', '12'] },
      ],
    },
  ],
  paywallBreak: [{ _type: 'paywallBreak', _key: 'w' }],
  relatedLink: [{ _type: 'relatedLink', _key: 'l', slug: 'reef', headline: 'The reef, again' }],
  correctionNote: [{ _type: 'correctionNote', _key: 'c', text: 'It was May.', date: '2026-01-16T01:00:00Z' }],
};

export function summary(given: Partial<Summary> = {}): Summary {
  return aSummary({
    ...{ id: 'article-1', slug: 'reef-report', headline: 'The reef is “growing” & <well>' },
    ...{ standfirst: 'Divers counted for a week.', dateline: 'Puerto Morelos', hero: picture },
    section: { id: 'environment', slug: 'environment', title: 'Environment' },
    bylines: [
      { name: 'Ana Ruiz', slug: 'ana-ruiz', role: null, kind: 'person', sameAs: [] },
      { name: 'Luis May', slug: 'luis-may', role: null, kind: 'person', sameAs: [] },
    ],
    ...given,
  });
}

export function anArticle(given: Partial<EditionArticle> = {}): EditionArticle {
  return { summary: summary(), subject: null, blocks: [text('It grows.')], isCut: false, ...given };
}

export function anEdition(given: Partial<EditionContent> = {}): EditionContent {
  return {
    edition: {
      id: '5f0c3f8e-6a53-4a0c-9d4b-0a8f0f4f1c11',
      kind: 'instant',
      dueAt: new Date('2026-01-15T12:00:00Z'),
    },
    access: 'full',
    list: {
      id: 'list-en',
      titles: { en: 'Morning <brief>', es: 'Resumen de la mañana' },
      language: 'en',
      cadence: 'instant',
      isDefault: true,
      hour: 7,
      weekday: null,
      timeZone: 'America/Cancun',
      sections: [],
    },
    articles: [anArticle()],
    correction: null,
    settings: {
      name: 'Riviera & Sea',
      mail: { fromName: 'Riviera & Sea', postalLine: 'Avenida 5, Tulum' },
      timeZone: 'America/Cancun',
      contactEmail: 'desk@news.example',
    },
    ...given,
  };
}

export function digestOf(articles: EditionArticle[]): EditionContent {
  const { edition } = anEdition();
  return anEdition({ edition: { ...edition, kind: 'digest' }, articles });
}
