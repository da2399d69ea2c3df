import { createRandom, type Random } from '#scripts/pictures/kit/random.ts';
import { english, spanish } from './words.ts';

export type ManyDocument = { _id: string; _type: string; [attribute: string]: unknown };

const sizes = { sections: 10, people: 50, topics: 80, places: 30 } as const;
const furniture = sizes.sections + sizes.people + sizes.topics + sizes.places;
export const fewestDocuments = furniture + 1;
/** The newest article is of that day, whenever the dataset is made: one an hour back from there. */
const newest = Date.UTC(2026, 0, 1);

/** Always the same documents for the same count: furniture first, so that what is referred to is there. */
export function* manyDocuments(count: number): Generator<ManyDocument> {
  yield* numbered('section', sizes.sections, (number) => ({
    title: bothTitles('Section', 'Sección', number),
    order: number,
  }));
  yield* numbered('person', sizes.people, (number) => ({ name: `Writer ${number}`, kind: 'person' }));
  yield* numbered('topic', sizes.topics, (number) => ({ title: bothTitles('Topic', 'Tema', number) }));
  yield* numbered('place', sizes.places, (number) => ({ title: bothTitles('Place', 'Lugar', number) }));
  for (let number = 1; number <= count - furniture; number += 1) yield article(number, count - furniture);
}

export function articleSlug(number: number): string {
  return `many-article-${number}`;
}

function* numbered(
  type: string,
  count: number,
  attributes: (number: number) => object,
): Generator<ManyDocument> {
  for (let number = 1; number <= count; number += 1) {
    const name = `many-${type}-${number}`;
    yield { _id: name, _type: type, slug: slug(name), ...attributes(number) };
  }
}

function article(number: number, count: number): ManyDocument {
  const random = createRandom(`article ${number}`);
  const isSpanish = number % 4 === 0;
  const words = isSpanish ? spanish : english;
  const sentence = () =>
    `${random.pick(words.who)} ${random.pick(words.does)} ${random.pick(words.what)} ${random.pick(words.when)}`;
  const publishedAt = new Date(newest - (count - number) * 3_600_000).toISOString();
  return {
    _id: `many-article-${number}`,
    _type: 'article',
    language: isSpanish ? 'es' : 'en',
    headline: `${sentence()}, ${number}`,
    standfirst: `${sentence()}. ${random.pick(words.more)}`,
    slug: slug(articleSlug(number)),
    kind: random.pick(['news', 'news', 'analysis', 'opinion', 'brief']),
    bylines: [{ _type: 'byline', _key: 'writer', person: reference('person', random) }],
    publishedAt,
    firstPublishedAt: publishedAt,
    section: reference('section', random),
    topics: references('topic', random, random.whole(1, 4)),
    places: references('place', random, random.whole(0, 2)),
    access: { level: random.pick(['default', 'default', 'public', 'subscribers']), giftable: true },
    flags: { sensitive: false, legalHold: random.chance(0.002), withdrawn: random.chance(0.004) },
    body: Array.from({ length: random.whole(4, 9) }, (_, place) =>
      paragraph(
        `p${place}`,
        `${sentence()}. ${random.pick(words.more)} ${sentence()}. ${random.pick(words.more)}`,
      ),
    ),
  };
}

function paragraph(key: string, text: string): object {
  const span = { _type: 'span', _key: `${key}s`, text, marks: [] };
  return { _type: 'block', _key: key, style: 'normal', markDefs: [], children: [span] };
}

function bothTitles(en: string, es: string, number: number): object {
  return { _type: 'localeString', en: `${en} ${number}`, es: `${es} ${number}` };
}

function slug(current: string): object {
  return { _type: 'slug', current };
}

type Furniture = { section: 'sections'; person: 'people'; topic: 'topics'; place: 'places' };
const sizeOf = {
  section: 'sections',
  person: 'people',
  topic: 'topics',
  place: 'places',
} as const satisfies Furniture;

function reference(type: keyof Furniture, random: Random): { _type: string; _ref: string } {
  return { _type: 'reference', _ref: `many-${type}-${random.whole(1, sizes[sizeOf[type]])}` };
}

function references(type: keyof Furniture, random: Random, count: number): object[] {
  const found = new Map(
    Array.from({ length: count }, () => reference(type, random)).map((one) => [one._ref, one] as const),
  );
  return [...found.values()].map((one) => ({ ...one, _key: one._ref }));
}
