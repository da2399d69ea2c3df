/** Articles in every standing and with every kind of block, written beside the seed by the contract test. */
const reference = (id: string, given = {}) => ({ _type: 'reference', _ref: id, ...given });
const span = (text: string, marks: string[] = []) => ({ _type: 'span', _key: text.slice(0, 8), text, marks });
const paragraph = (text: string, given = {}) => ({
  _type: 'block',
  _key: text.slice(0, 8),
  style: 'normal',
  children: [span(text)],
  markDefs: [],
  ...given,
});

function trial(name: string, given: Record<string, unknown> = {}) {
  return {
    _id: `article-trial-${name}`,
    _type: 'article',
    language: 'en',
    headline: `Trial ${name}`,
    standfirst: 'Written by a test.',
    slug: { _type: 'slug', current: `trial-${name}` },
    kind: 'news',
    firstPublishedAt: '2026-05-01T12:00:00Z',
    publishedAt: '2026-05-01T12:00:00Z',
    section: reference('section-politics'),
    topics: [{ ...reference('topic-border-security'), _key: 't' }],
    editorNote: 'canary of the editor',
    body: [paragraph('Above.'), paragraph('The canary sings.'), paragraph('After.')],
    ...given,
  };
}

const links = paragraph('Linked words', {
  markDefs: [
    { _type: 'link', _key: 'safe', href: 'https://example.org/' },
    { _type: 'link', _key: 'unsafe', href: 'javascript:alert(1)' },
    {
      _type: 'articleLink',
      _key: 'seen',
      article: reference('article-us-presses-mexico-for-border-security-results'),
    },
    { _type: 'articleLink', _key: 'unseen', article: reference('article-trial-embargoed') },
    { _type: 'comment', _key: 'foreign' },
  ],
});

const open = trial('open', {
  previousSlugs: ['trial-before'],
  access: { level: 'public' },
  body: [
    links,
    { _type: 'factBox', _key: 'facts', title: 'Facts', body: [paragraph('A fact.')] },
    {
      _type: 'table',
      _key: 'table',
      headerRow: true,
      rows: [{ _type: 'tableRow', _key: 'r', cells: ['a', 'b'] }],
    },
    { _type: 'pullQuote', _key: 'quote', text: 'Said' },
    {
      _type: 'relatedLink',
      _key: 'related',
      article: reference('article-us-presses-mexico-for-border-security-results'),
    },
    { _type: 'relatedLink', _key: 'hidden', article: reference('article-trial-held') },
    { _type: 'embed', _key: 'embed', url: 'javascript:alert(1)', title: 'Unsafe' },
    { _type: 'hologram', _key: 'unknown' },
    { _type: 'correctionNote', _key: 'note', text: 'Mended.', date: '2026-05-02' },
  ],
});

export const standingArticles = [
  trial('embargoed', { embargoUntil: '2031-01-01T00:00:00Z' }),
  trial('held', { flags: { legalHold: true } }),
  trial('withdrawn', { flags: { withdrawn: true } }),
  trial('broken', { headline: 42 }),
  open,
  trial('abierto', { language: 'es', translationOf: reference(open._id) }),
  trial('gated', {
    access: { level: 'subscribers' },
    body: [paragraph('Above.'), { _type: 'paywallBreak' }, paragraph('The canary sings.')],
  }),
];
