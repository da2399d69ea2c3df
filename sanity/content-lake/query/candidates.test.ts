import { evaluate, parse } from 'groq-js';
import { describe, expect, test } from 'vitest';
import type { JsonRecord, LakeDocument } from '../dataset/document.ts';
import { View } from '../dataset/view.ts';
import { type Candidates, candidatesFor, sizeOf as sum } from './candidates.ts';
import { runQuery } from './run-query.ts';

/** Always the same numbers from the same seed, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function randomDocument(pick: (below: number) => number): LakeDocument {
  const reference = () => ({ _type: 'reference', _ref: `id-${pick(30)}` });
  const id = `${['', '', 'drafts.', 'versions.r.'][pick(4)]}id-${pick(30)}`;
  return {
    _id: id,
    _type: ['article', 'section', 'topic'][pick(3)] ?? 'article',
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    n: pick(5),
    ...(pick(2) ? { slug: { _type: 'slug', current: `slug-${pick(6)}` } } : {}),
    ...(pick(2) ? { section: reference() } : {}),
    topics: Array.from({ length: pick(4) }, reference),
    body: [{ _type: 'block', markDefs: [{ _key: 'm', article: reference() }], text: `word-${pick(4)} text` }],
  };
}

/** Puts, replacements and removals, so that the lists have been changed in every way. */
function randomView(seed: number): View {
  const pick = randomFrom(seed);
  const view = new View();
  for (let step = 0; step < 150; step++) {
    const document = randomDocument(pick);
    if (pick(5) === 0) view.remove(document._id);
    else view.put(document);
  }
  return view;
}

const params = { id: 'id-3', ids: ['id-1', 'id-2', 'id-29', 7], type: 'article', slug: 'slug-2' };
const filters = [
  '_type == "article"',
  '"article" == _type',
  '_type == $type && n > 1',
  'n > 1 && (_type == "article" || _type == "topic")',
  '_type == "article" || n == 1',
  '_type in ["article", "topic"]',
  '_type in [$type, "none"]',
  '!(_type == "article")',
  '_type != "article"',
  '_id == $id',
  '_id in $ids',
  '_id in ["drafts.id-1", "id-1"]',
  '_id in path("drafts.**")',
  'slug.current == $slug',
  '_type == "article" && slug.current == $slug && defined(section)',
  'slug.current in ["slug-1", "slug-2"]',
  'references($id)',
  'references($ids)',
  'references("id-1", ["id-2"])',
  'references($id) && _type == "article"',
  'section._ref == $id',
  'section._ref in $ids',
  'section->_type == "section"',
  'section->_id == $id',
  '$id in topics[]._ref',
  '"id-4" in body[].markDefs[].article._ref',
  'count(topics[_ref == $id]) > 0',
  'topics[]._ref == $id',
  'topics[0]._ref == $id',
  '@._id == $id',
  '_id == section._ref',
  'sanity::versionOf($id)',
  'sanity::partOfRelease("r")',
  'body[].text match "word-1*"',
  'true',
  '_type == null || _type == "topic"',
  'coalesce(section._ref, "id-3") == $id',
];
const wholes = [
  '*',
  'count(*)',
  '*[_type == "article"] | order(n desc, _id)[0...5]{_id, n, section->{_id, slug}}',
  '*[_type == "section"]{_id, "articles": *[_type == "article" && references(^._id)]._id, "all": count(*[section._ref == ^._id])}',
  '*[_type == "section"]{_id, "byRef": *[_id == ^.section._ref][0].n, "deep": topics[]->{_id, "back": *[references(^.^._id)]._id}}',
  '{"a": *[_type == "article"][0..2]._id, "b": *[_id == $id][0]{..., "t": topics[]->_id}}',
  '*[_type == "article"][n > 2][section._ref == $id]._id',
  '*[_type == "topic"].topics[]._ref',
  'array::unique(*[_type == "article"].topics[]._ref)',
  '*[_type == "article"] | score(n == 3, slug.current match "slug*") | order(_score desc, _id){_id, _score}',
  '*[references(*[_type == "section"]._id)]._id',
  'math::sum(*[_type == "article"].n)',
];

async function compare(query: string, view: View): Promise<void> {
  const identity = 'someone';
  const expected = await evaluate(parse(query, { params }), { dataset: view.all(), params, identity });
  const context = { identity, projectId: 'p', dataset: 'd', now: new Date() };
  const { result } = await runQuery({ query, params, view, ...context });
  expect({ query, result: result ?? null }).toEqual({ query, result: (await expected.get()) ?? null });
}

describe('a query that begins with an index answers what the full evaluation answers, in the same order', () => {
  test.each([1, 2, 3])('on random documents, seed %i', async (seed) => {
    const view = randomView(seed);
    for (const filter of filters) await compare(`*[${filter}]._id`, view);
    for (const query of wholes) await compare(query, view);
  });
});

describe('what the site asks begins with few documents', () => {
  const view = randomView(4);
  const sizeOf = (filter: string, own: JsonRecord = params): number | null => {
    const tree = parse(`*[${filter}]`, { params: own });
    return tree.type === 'Filter' ? lengthOf(candidatesFor([tree.expr], { view, outer: {} })) : null;
  };
  const lengthOf = (candidates: Candidates | null) => candidates && sum(candidates);
  test('by id, type, slug and reference', () => {
    expect(sizeOf('_id == "id-3"')).toBeLessThanOrEqual(1);
    expect(sizeOf('_type == "article"')).toBe(view.withType('article').size);
    expect(sizeOf('_type == "article" && slug.current == $slug')).toBe(view.withSlug('slug-2').size);
    expect(sizeOf('_type == "article" && $id in topics[]._ref')).toBeLessThanOrEqual(
      view.referringTo('id-3').size,
    );
    expect(sizeOf('_type == "unknown"')).toBe(0);
  });
  test('and what no index serves is left to the full evaluation', () => {
    for (const filter of [
      'n > 1',
      '!(_type == "article")',
      'section->slug.current == "slug-1"',
      '_type == "a" || n > 1',
    ]) {
      expect([filter, sizeOf(filter)]).toEqual([filter, null]);
    }
  });
});
