/** A word for each place in a text where a word can stand. */
type Word = (place: string) => string;

type Span = { text: string; marks?: string[] };
type Extra = { style?: string; listItem?: string; level?: number; markDefs?: object[] };

let keys = 0;
const key = () => `leak${keys++}`;

export function textBlock(text: string | Span[], { style = 'normal', markDefs = [], ...extra }: Extra = {}) {
  const spans = typeof text === 'string' ? [{ text }] : text;
  const children = spans.map((span) => ({ marks: [], ...span, _key: key(), _type: 'span' }));
  return { _type: 'block', _key: key(), style, children, markDefs, ...extra };
}

export const item = (text: string, listItem = 'bullet') => textBlock(text, { listItem, level: 1 });

export const paywallBreak = () => ({ _type: 'paywallBreak', _key: key() });

function figure(image: string, word: Word, place: string) {
  return {
    ...{
      _type: 'figure',
      _key: key(),
      image: { _type: 'image', asset: { _type: 'reference', _ref: image } },
    },
    ...{ alt: word(`${place}-alt`), caption: word(`${place}-caption`), credit: word(`${place}-credit`) },
  };
}

/** Every type of block that the schema has, with a canary in each of its fields that a page shows. */
export function everyBlock(image: string, linked: string, word: Word) {
  const linkKey = key();
  const articleKey = key();
  const reference = { _type: 'reference', _ref: linked };
  return [
    textBlock([
      { text: `A sentence for subscribers: ${word('paragraph')}. ` },
      { text: word('strong'), marks: ['strong'] },
    ]),
    textBlock(word('heading'), { style: 'h2' }),
    textBlock(word('subheading'), { style: 'h3' }),
    item(word('bullet')),
    item(word('second-bullet')),
    item(word('number'), 'number'),
    textBlock(word('quote'), { style: 'blockquote' }),
    { _type: 'pullQuote', _key: key(), text: word('pull-quote'), attribution: word('pull-quote-speaker') },
    {
      ...{ _type: 'factBox', _key: key(), title: word('fact-box-title') },
      body: [textBlock(word('fact-box-paragraph')), item(word('fact-box-item'))],
    },
    {
      ...{ _type: 'table', _key: key(), caption: word('table-caption'), headerRow: true },
      rows: [
        { _type: 'tableRow', _key: key(), cells: ['Place', word('table-header')] },
        { _type: 'tableRow', _key: key(), cells: ['Tulum', word('table-cell')] },
      ],
    },
    figure(image, word, 'figure'),
    {
      _type: 'gallery',
      _key: key(),
      figures: [figure(image, word, 'gallery'), figure(image, word, 'gallery-2')],
    },
    {
      _type: 'embed',
      _key: key(),
      url: `https://example.org/${word('embed-url')}`,
      title: word('embed-title'),
    },
    textBlock(
      [
        { text: word('link-label'), marks: [linkKey] },
        { text: word('article-label'), marks: [articleKey] },
      ],
      {
        markDefs: [
          { _type: 'link', _key: linkKey, href: `https://example.org/${word('link-href')}` },
          { _type: 'articleLink', _key: articleKey, article: reference },
        ],
      },
    ),
    { _type: 'relatedLink', _key: key(), article: reference },
    { _type: 'correctionNote', _key: key(), text: word('correction-note'), date: '2026-01-02' },
    textBlock(word('last')),
  ];
}
