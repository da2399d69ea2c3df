import type { LakeDocument } from '../dataset/document.ts';
import type { Random } from './random.ts';

/** Few values for many documents: ties, clashes and dangling references are the rule. */
export function randomDocument(random: Random): LakeDocument {
  const reference = () => ({ _type: 'reference', _ref: `id-${random.below(25)}` });
  const maybe = (oneIn: number, fields: () => object) => (random.chance(oneIn) ? {} : fields());
  const title = `${random.of(['Reef', 'reef', 'México', 'Storm'])} ${random.of(['news', 'watch', 'a.b'])}`;
  return {
    _id: `${random.of(['', '', 'drafts.', 'versions.r.'])}id-${random.below(20)}`,
    _type: random.of(['article', 'article', 'section', 'topic']),
    _rev: 'r',
    _createdAt: `2026-01-0${1 + random.below(5)}T00:00:00Z`,
    _updatedAt: '2026-01-01T00:00:00Z',
    n: random.below(5),
    ...maybe(3, () => ({
      slug: { _type: 'slug', current: random.chance(9) ? 5 : `slug-${random.below(6)}` },
    })),
    ...maybe(3, () => ({ section: random.chance(9) ? { _ref: 5 } : reference() })),
    ...maybe(4, () => ({ title })),
    ...maybe(3, () => ({
      date: random.of(['2026-02-01T00:00:00Z', '2025-02-01T00:00:00+02:00', 'soon', 7]),
    })),
    ...maybe(4, () => ({
      mixed: random.of<unknown>([0, 3, '3', 'a', 'B', true, false, null, [3, 'a'], { a: 3 }]),
    })),
    ...maybe(5, () => ({
      tags: random.list<unknown>(3, () => random.of<unknown>(['a', 'b', 3, true, null, ['a']])),
    })),
    flags: maybe(2, () => ({ hidden: random.of<unknown>([true, false, 'true']) })),
    topics: random.list(3, reference),
    body: [
      {
        _type: 'block',
        markDefs: [{ _key: 'm', article: reference() }],
        text: title,
        // A word may go on in the next span.
        children: [
          `${title} `,
          'har',
          random.of(['bour. ', 'bour.', 'd ']),
          random.of(['Wall', 'wall.4', 'ΟΔΟΣ']),
        ].map((text) => ({
          _type: 'span',
          text,
        })),
      },
    ],
  };
}
