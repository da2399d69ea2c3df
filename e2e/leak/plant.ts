import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import type { Lake } from '../fixtures/lake.ts';
import { everyBlock, item, paywallBreak, textBlock } from './canary-blocks.ts';

type Language = 'en' | 'es';

export type Planted = {
  name: string;
  id: string;
  slug: string;
  path: string;
  language: Language;
  /** What whoever may read the article finds in it, and nobody else. */
  gated: readonly string[];
  /** What everybody finds. */
  open: readonly string[];
};

export type Garden = {
  /** Articles whose gated half a subscriber gets. */
  articles: readonly Planted[];
  /** Fresh ones that nobody has asked for yet. */
  untouched: readonly Planted[];
  /** Articles, and a draft, that nobody at all may read. */
  closed: readonly { name: string; id: string; slug: string; path: string }[];
  /** A word that stands only below a break. */
  needle: string;
  /** What in an answer only some may read. */
  gatedIn: (text: string) => string[];
  /** What in an answer nobody may read. */
  closedIn: (text: string) => string[];
  remove: () => Promise<void>;
};

const dayMs = 86_400_000;
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString();
const reference = (id: string) => ({ _type: 'reference', _ref: id });

/** A picture like no other: its file's name is a canary, too. */
async function uploadPicture(lake: Lake) {
  const raw = { width: 64, height: 40, channels: 3 } as const;
  const picture = await sharp(randomBytes(raw.width * raw.height * raw.channels), { raw })
    .png()
    .toBuffer();
  const asset = await lake.assets.upload('image', picture, { filename: 'leak.png' });
  return { id: asset._id, hash: asset._id.split('-')[1] ?? '', lqip: String(asset.metadata.lqip).slice(-60) };
}

/**
 * Plants articles with canaries in all that is not for everybody; whoever plants them removes them. The archive rule
 * counts from `archivedSince`, long ago unless a test turns the clock.
 */
export async function plant(lake: Lake, archivedSince = new Date(ago(400))): Promise<Garden> {
  const longAgo = archivedSince.toISOString();
  const run = randomBytes(4).toString('hex');
  const [secret, shown] = [await uploadPicture(lake), await uploadPicture(lake)];
  const linked = `article-linked-${run}`;
  const writing = lake.transaction();
  const ids: string[] = [];

  function write(name: string, language: Language, body: object[], fields: Record<string, unknown>) {
    const id = `article-leak-${run}-${name}`;
    const slug = `leak-${run}-${name}`;
    ids.push(String(fields._id ?? id));
    writing.createOrReplace({
      ...{
        _id: id,
        _type: 'article',
        language,
        kind: 'news',
        headline: `About ${name}`,
        standfirst: 'A test.',
      },
      slug: { _type: 'slug', current: slug },
      bylines: [{ _key: 'a', _type: 'byline', person: reference('person-environment-desk') }],
      section: reference('section-environment'),
      hero: { image: { _type: 'image', asset: reference(shown.id) }, alt: 'A picture for everybody' },
      ...{ publishedAt: ago(0), firstPublishedAt: ago(0), editorNote: `never-${run}-${name}-note` },
      body,
      ...fields,
    });
    return { name, id, slug, path: `${language === 'es' ? '/es' : ''}/articles/${slug}`, language };
  }

  const wordsOf = (name: string) => {
    const gated: string[] = [];
    const open: string[] = [];
    const word = (kind: string, kept: string[]) => (place: string) => {
      const made = `${kind}-${run}-${name}-${place}`;
      kept.push(made);
      return made;
    };
    return { gated, open, below: word('gated', gated), above: word('above', open) };
  };
  const needle = `needle${run}`;
  const subscribers = { access: { level: 'subscribers', giftable: true } };

  /** Everything there is below the cut; what is above it is the cut's matter. */
  function article(
    name: string,
    language: Language,
    top: (above: (place: string) => string, below: (place: string) => string) => object[],
    fields: Record<string, unknown>,
  ): Planted {
    const { gated, open, above, below } = wordsOf(name);
    const body = [...top(above, below), ...everyBlock(secret.id, linked, below), textBlock(needle)];
    return { ...write(name, language, body, fields), gated: [...gated, secret.hash, needle], open };
  }
  const withBreak = (above: (place: string) => string, below: (place: string) => string) => [
    ...[textBlock(above('first')), paywallBreak(), textBlock(below('between-breaks')), paywallBreak()],
  ];
  const threeParagraphs = (above: (place: string) => string) =>
    ['one', 'two', 'three'].map((place) => textBlock(above(place)));

  writing.createOrReplace({
    ...{ _id: linked, _type: 'article', language: 'en', kind: 'news', headline: `linked-${run}-headline` },
    ...{
      standfirst: '',
      slug: { _type: 'slug', current: `linked-${run}` },
      excludeFromRelated: true,
      body: [],
    },
    ...{ section: reference('section-culture'), access: { level: 'public' } },
    ...{ publishedAt: ago(3000), firstPublishedAt: ago(3000) },
  });
  const cut = article('cut', 'en', withBreak, subscribers);
  const articles = [
    cut,
    article('counted', 'en', threeParagraphs, subscribers),
    article('archived', 'en', threeParagraphs, {
      publishedAt: longAgo,
      firstPublishedAt: longAgo,
      access: { giftable: true },
    }),
    article('archived-cut', 'en', withBreak, {
      ...{ publishedAt: ago(1), firstPublishedAt: longAgo, access: { level: 'default', giftable: true } },
    }),
    article(
      'in-a-list',
      'en',
      (above, below) => [
        ...[textBlock(above('first')), item(above('item')), paywallBreak()],
        ...[item(below('item-below')), item(below('last-item'))],
      ],
      subscribers,
    ),
    article(
      'after-a-list',
      'en',
      (above) => [
        ...[textBlock(above('one')), textBlock(above('two')), item(above('item')), item(above('last-item'))],
        item(above('numbered'), 'number'),
      ],
      subscribers,
    ),
    article('all', 'en', () => [paywallBreak()], subscribers),
    article('spanish', 'es', withBreak, { ...subscribers, translationOf: reference(cut.id) }),
  ];
  const untouched = ['one', 'two', 'three', 'four'].map((name) =>
    article(name, 'en', withBreak, subscribers),
  );

  const never = (name: string) => [textBlock(`never-${run}-${name}-body`)];
  const hidden = (name: string) => ({
    headline: `never-${run}-${name}-headline`,
    standfirst: `never-${run}-${name}`,
  });
  const closed = [
    write('withdrawn', 'en', never('withdrawn'), { flags: { withdrawn: true } }),
    write('held', 'en', never('held'), { ...hidden('held'), flags: { legalHold: true } }),
    write('embargoed', 'en', never('embargoed'), { ...hidden('embargoed'), embargoUntil: ago(-3) }),
    write('odd-access', 'en', never('odd-access'), { ...hidden('odd-access'), access: { level: 'members' } }),
    write('unpublished', 'en', never('unpublished'), {
      ...{ _id: `drafts.article-leak-${run}-unpublished`, ...hidden('unpublished') },
    }),
    write('cut', 'en', never('draft'), {
      _id: `drafts.${cut.id}`,
      ...hidden('draft'),
      access: { level: 'public' },
    }),
  ];
  await writing.commit();

  const gated = new RegExp(`gated-${run}-[a-z0-9-]+|linked-${run}[a-z-]*|${secret.hash}|${needle}`, 'gi');
  const nobody = new RegExp(`never-${run}-[a-z0-9-]+`, 'gi');
  const found = (pattern: RegExp) => (text: string) => [...new Set(text.match(pattern))];
  return {
    ...{ articles, untouched, closed, needle },
    gatedIn: (text) => [
      ...found(gated)(text),
      ...(text.includes(secret.lqip) ? ['the blurred picture'] : []),
    ],
    closedIn: found(nobody),
    remove: async () => {
      const removing = lake.transaction();
      for (const id of ids) removing.delete(id);
      await removing.commit();
      await lake.transaction().delete(linked).delete(secret.id).delete(shown.id).commit();
    },
  };
}
