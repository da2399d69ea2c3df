import type { Random } from './random.ts';

const orders: readonly [string, ...string[]] = [
  'n',
  'mixed',
  '_id',
  'title',
  'slug.current',
  'lower(title)',
  'date',
  '_createdAt',
  'coalesce(mixed, n)',
  'count(topics)',
  'topics[0]._ref',
  'tags',
  'section->n',
  'flags.hidden',
  '@.n',
];

const texts: readonly [string, ...string[]] = [
  'title',
  'title',
  '[title, slug.current]',
  'pt::text(body)',
  'body[].children[].text',
  'body[0].text',
  'tags',
  'mixed',
  'lower(title)',
  'section->title',
  'topics[]._ref',
  '_id',
  'n',
];
const patterns: readonly [string, ...string[]] = [
  '"ree*"',
  '"storm"',
  '"México"',
  '"mex*"',
  '"*EX*"',
  '"*or? w*h"',
  '"a.b"',
  '"ab"',
  '"news.watch"',
  '"harbour"',
  '"har bour"',
  '"harbourw*"',
  '"harbourwall4"',
  '"οδος"',
  '"slug-1 reef"',
  '["reef*", "news"]',
  '["reef", 3]',
  '""',
  '"*"',
  '"drafts*"',
  '"id 3"',
];

/** Whole queries over random-documents.ts, with everything an index might serve and much that none does. */
export function randomQuery(random: Random): string {
  const selection = randomSelection(random, 2);
  return random.of([
    () => selection,
    () => `${selection}._id`,
    () => `count(${selection})`,
    () => `math::sum(${selection}.n)`,
    () => `array::unique(${selection}.mixed)`,
    () => `${selection}.topics[]._ref`,
    () => `{"a": ${selection}._id, "b": count(${randomSelection(random, 0)})}`,
    () => `*[_id in ${randomSelection(random, 0)}._id]._id`,
    () => `*[references(${randomSelection(random, 0)}._id)] | order(_id)[0...4]._id`,
    () => `${selection} | order(n desc, title)[0...3]`,
    () => randomScore(random),
    () => randomPage(random),
    () => `[3, 1, 2, ...${selection}.n] | order(@ desc)`,
  ])();
}

/** One page after another, by the last key of the page before. */
function randomPage(random: Random): string {
  const key = random.of(['n', '_id', 'title', 'mixed', 'slug.current', '_createdAt', 'flags.hidden']);
  const value = () =>
    random.of([
      '3',
      '1',
      '"id-4"',
      '"Reef news"',
      '"slug-2"',
      '"2026-01-03T00:00:00Z"',
      'true',
      'null',
      '["a"]',
    ]);
  const bound = () => `${key} ${random.of(['<', '<=', '>', '>=', '=='])} ${value()}`;
  const filter = random.of([
    bound(),
    `${bound()} && ${bound()}`,
    `(${bound()} || (${bound()} && _id > "id-4"))`,
    `${value()} ${random.of(['<', '>='])} ${key}`,
    `(${bound()} || n == 2)`,
  ]);
  const type = random.of(['', '_type == "article" && ', '_type in ["article", "topic"] && ']);
  return `*[${type}${filter}] | order(${key}${random.of(['', ' desc'])}, _id)[0...${1 + random.below(6)}]{_id, n}`;
}

function randomScore(random: Random): string {
  const scored = () =>
    random.of([
      `title match ${random.of(patterns)}`,
      `boost(_type == "article" && title match ${random.of(patterns)}, ${random.of(['2', '-3'])})`,
      `boost(n > ${random.below(4)}, 1.5)`,
      `(title match ${random.of(patterns)} || references("id-3"))`,
    ]);
  const filter = random.of(['', '[_type == "article"]', `[${randomFilter(random, 1, [])}]`]);
  const score = `*${filter} | score(${scored()}, ${scored()})`;
  const kept = random.of(['[_score > 0]', '[_score > 0]', '', '[_score > 1]']);
  return `${score}${kept}{_id, _score}${random.of(['', ' | order(_score desc)[0...4]', ' | order(_id)'])}`;
}

function randomSelection(random: Random, deep: number): string {
  const filter = random.chance(8) ? '' : `[${randomFilter(random, 2, [])}]`;
  const second = random.chance(8) ? `[${randomFilter(random, 0, [])}]` : '';
  const ending = [randomOrder(random), randomSlice(random)].join('');
  const projection = random.chance(2) ? '' : randomProjection(random, deep);
  const isEarly = random.chance(3);
  return isEarly ? `*${filter}${second}${projection}${ending}` : `*${filter}${second}${ending}${projection}`;
}

function randomOrder(random: Random): string {
  if (random.chance(4)) return '';
  const keys = Array.from({ length: 1 + random.below(3) }, () => {
    return `${random.of(orders)}${random.of(['', ' asc', ' desc', ' desc'])}`;
  });
  return ` | order(${keys.join(', ')})`;
}

function randomSlice(random: Random): string {
  const from = random.below(4);
  const slices = ['', '', `[${from}...${from + 5}]`, '[0..2]', `[${from}]`, '[-1]', '[1...-1]', '[3...1]'];
  return slices[random.below(slices.length)] ?? '';
}

function randomProjection(random: Random, deep: number): string {
  if (deep === 0) return random.of(['{_id, n}', '{_id, mixed, "s": section->_id}', '{_id, "d": date}']);
  const around = ['^._id', '^.section._ref', '^.topics[]._ref', '^.n', '^.mixed', '^.section->_id'];
  const inner = `*[${randomFilter(random, 1, around)}]${randomOrder(random)}${randomSlice(random)}`;
  const further = `*[${randomFilter(random, 1, [...around, '^.^._id', '^.^.n'])}]`;
  return random.of([
    `{_id, "x": ${inner}}`,
    `{_id, "c": count(${inner})}`,
    `{_id, "t": topics[]{_ref, "of": *[_id == ^._ref][0].n, "all": count(${further})}}`,
    `{_id, "x": ${inner}{_id, "y": ${further}._id}}`,
    `{_id, "t": topics[_ref in ${further}._id]._ref}`,
    `{_id, "o": topics[]-> | order(n desc, _id){_id, "c": count(${further})}}`,
  ]);
}

function randomFilter(random: Random, deep: number, around: readonly string[]): string {
  if (deep > 0 && !random.chance(3)) {
    const left = randomFilter(random, deep - 1, around);
    const right = randomFilter(random, deep - 1, around);
    return random.of([
      `${left} && ${right}`,
      `${left} && ${right}`,
      `(${left} || ${right})`,
      `!(${left})`,
      `${left} && !(${right})`,
    ]);
  }
  const id = `"id-${random.below(25)}"`;
  const value = around.length > 0 && !random.chance(4) ? random.of(['^._id', ...around]) : id;
  const scalar = random.of(['3', '"3"', '"a"', 'true', 'null', '0', value]);
  return random.of([
    '_type == "article"',
    '_type == "article"',
    `_type in ["article", "${random.of(['topic', 'none'])}"]`,
    `_id == ${value}`,
    `_id in [${value}, "drafts.id-3", ${scalar}]`,
    `slug.current == "slug-${random.below(6)}"`,
    `slug.current in ["slug-1", ${scalar}]`,
    'slug.current == 5',
    `section._ref == ${value}`,
    `references(${value})`,
    `references(["id-1", ${id}], ${value})`,
    `${value} in topics[]._ref`,
    `topics[0]._ref == ${value}`,
    `mixed == ${scalar}`,
    `${scalar} == mixed`,
    `mixed in [${scalar}, 3]`,
    `mixed > ${scalar}`,
    `${scalar} in tags`,
    `${scalar} in tags[]`,
    `n ${random.of(['<', '>=', '==', '!='])} ${random.below(5)}`,
    `flags.hidden ${random.of(['==', '!='])} ${random.of(['true', 'false'])}`,
    `defined(${random.of(['slug.current', 'date', 'section'])})`,
    'dateTime(date) < dateTime(now())',
    '!(_id in path("drafts.**"))',
    `${random.of(texts)} match ${random.of(patterns)}`,
    `${random.of(texts)} match ${random.of(patterns)}`,
    `${random.of(texts)} match ${random.of(patterns)}`,
    `section->n > ${random.below(4)}`,
    `count(topics[_ref > ${id}]) > 0`,
    `count(*[_type == "topic" && n == ^.n]) > 1`,
  ]);
}
